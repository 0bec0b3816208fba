import { css, html, LitElement } from 'lit';
import type { Question } from '../types.ts';
import { shared } from './shared.ts';

/** The box to type in. Enter sends, Shift+Enter begins a new line. Tells of words by "said". */
export class Composer extends LitElement {
  static override properties = { asking: { attribute: false }, text: { state: true } };
  declare asking: Question['kind'] | null;
  declare text: string;

  constructor() {
    super();
    this.asking = null;
    this.text = '';
  }

  static override styles = [
    shared,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: 0.4rem;
        padding: 0.35rem;
        border: 1px solid var(--line-strong);
        border-radius: 18px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      form:focus-within {
        border-color: var(--accent);
        outline: 1.5px solid var(--accent);
      }
      textarea {
        flex: 1;
        min-width: 0;
        min-height: 44px;
        max-height: 30dvh;
        padding: 0.6rem 0.7rem;
        border: 0;
        background: none;
        resize: none;
        field-sizing: content;
      }
      textarea:focus-visible {
        outline: 0;
      }
      textarea::placeholder {
        color: var(--quiet);
        opacity: 1;
      }
      button {
        display: grid;
        width: 44px;
        padding: 0;
        border-radius: 13px;
        place-items: center;
      }
    `,
  ];

  override render() {
    return html`<form @submit=${this.send}>
      <label class="unseen" for="words">${this.asking ? 'Answer, or ask something else' : 'What shall I do?'}</label>
      <textarea
        id="words"
        rows="1"
        maxlength="8000"
        enterkeyhint="send"
        placeholder=${this.asking ? 'Answer, or ask something else' : 'How full is the disk?'}
        .value=${this.text}
        @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
        @keydown=${this.key}
      ></textarea>
      <button class="primary" aria-label="Send" ?disabled=${!this.text.trim()}>
        <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
          <path d="M10 16V4.5m-5 5 5-5 5 5" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
      </button>
    </form>`;
  }

  override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) {
      this.focus();
    }
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Puts words into the box, to be sent or changed; what was being typed comes first. */
  giveBack(text: string): void {
    this.text = this.text.trim() ? `${this.text} ${text}` : text;
    void this.updateComplete.then(() => this.focus());
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.send(event);
    }
  }

  private send(event: Event): void {
    event.preventDefault();
    const detail = this.text.trim();
    if (detail) {
      this.text = '';
      this.dispatchEvent(new CustomEvent('said', { detail }));
    }
  }
}

customElements.define('rb-composer', Composer);
