import { css, html, LitElement, nothing } from 'lit';
import type { Command } from '../types.ts';
import { shared } from './shared.ts';

/** The command line that is asked about, to be changed: what comes of it is asked about anew. Tells of the answer by "changed", of leaving it by "kept". */
export class Change extends LitElement {
  static override properties = { command: { attribute: false }, busy: { type: Boolean }, line: { state: true } };
  declare command: Command;
  declare busy: boolean;
  declare line: string;

  constructor() {
    super();
    this.busy = false;
    this.line = '';
  }

  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.5rem;
      }
      textarea {
        width: 100%;
        min-height: 3.4rem;
        max-height: 30dvh;
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--line-strong);
        border-radius: 11px;
        background: var(--surface);
        font: 0.95rem/1.45 var(--mono);
        overflow-wrap: anywhere;
        resize: vertical;
        field-sizing: content;
      }
      .ways {
        display: flex;
        gap: 0.6rem;
      }
      .ways button {
        flex: 1 1 8rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.line = this.command.command;
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  override render() {
    const same = this.line.trim() === this.command.command || !this.line.trim();
    return html`<form @submit=${this.submit}>
      <label for="line">Change the command. It is read back to you before anything runs.</label>
      <textarea
        id="line"
        rows="2"
        maxlength="1900"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${this.line}
        @input=${(event: InputEvent) => (this.line = (event.target as HTMLTextAreaElement).value)}
        @keydown=${this.key}
      ></textarea>
      ${this.line.includes('\n') ? html`<p class="quiet">These are several lines; they are judged and run as one.</p>` : nothing}
      <div class="ways">
        <button type="button" @click=${this.keep}>Leave it</button>
        <button class="primary" ?disabled=${this.busy || same}>Ask again</button>
      </div>
    </form>`;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.keep();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.submit(event);
    }
  }

  private keep(): void {
    this.dispatchEvent(new Event('kept'));
  }

  private submit(event: Event): void {
    event.preventDefault();
    const line = this.line.trim();
    if (line && line !== this.command.command && !this.busy) {
      this.dispatchEvent(new CustomEvent('changed', { detail: changedTo(line) }));
    }
  }
}

/** A last full stop counts as the end of the sentence, so one that belongs to the line is given another. */
const changedTo = (line: string): string => `change it to run ${line}${/[.!]$/.test(line) ? '.' : ''}`;

customElements.define('rb-change', Change);
