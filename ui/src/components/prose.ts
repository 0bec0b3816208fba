import { css, html, LitElement, nothing } from 'lit';
import { shownBy } from '../terminal.ts';
import { shared } from './shared.ts';

const FEW = 1200;
const MOST_SHOWN = 200_000;

/** What an agent writes: prose, as text and nothing else, wrapped. While it comes its end is seen; afterwards the end of what is long is a touch away. */
export class Prose extends LitElement {
  static override properties = { text: { attribute: false }, truncated: { type: Boolean }, live: { type: Boolean }, whole: { state: true } };
  declare text: string;
  declare truncated: boolean;
  declare live: boolean;
  declare whole: boolean;
  private atEnd = true;

  constructor() {
    super();
    Object.assign(this, { text: '', truncated: false, live: false, whole: false });
  }

  static override styles = [
    shared,
    css`
      div {
        padding: 0.6rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
        line-height: 1.5;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      div.live {
        overflow-y: auto;
        max-height: min(19rem, 45dvh);
      }
      button {
        padding: 0.3rem 0.5rem;
        color: var(--quiet);
        font-size: 0.875rem;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
    `,
  ];

  override render() {
    const shown = shownBy(this.text).trim();
    if (this.live) {
      return html`<div class="live" role="region" tabindex="0" aria-label="What the agent writes" @scroll=${this.scrolled}>${shown.slice(-MOST_SHOWN)}</div>`;
    }
    const long = shown.length > FEW;
    return html`<div role="region" tabindex="0" aria-label="What the agent wrote">${long && !this.whole ? `${shown.slice(0, FEW)}…` : shown.slice(0, MOST_SHOWN)}</div>
      ${long
        ? html`<button class="plain" aria-expanded=${this.whole} @click=${() => (this.whole = !this.whole)}>${this.whole ? 'Show less' : 'Show all'}</button>`
        : nothing}
      ${this.truncated ? html`<p class="quiet">It was longer; this is what was kept of it.</p>` : nothing}`;
  }

  override updated(): void {
    const box = this.renderRoot.querySelector('.live');
    if (box && this.atEnd) {
      box.scrollTop = box.scrollHeight;
    }
  }

  /** Whoever has scrolled away from the end stays where they read. */
  private scrolled(event: Event): void {
    const { scrollHeight, scrollTop, clientHeight } = event.target as HTMLElement;
    this.atEnd = scrollHeight - scrollTop - clientHeight < 24;
  }
}

customElements.define('rb-prose', Prose);
