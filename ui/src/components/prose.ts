import { css, html, LitElement, nothing } from 'lit';
import { shownBy } from '../terminal.ts';
import { shared } from './shared.ts';

const FEW = 1200;
const MOST_SHOWN = 200_000;

/** What an agent writes: prose, as text and nothing else, wrapped; the end of what is long is a touch away. */
export class Prose extends LitElement {
  static override properties = { text: { attribute: false }, truncated: { type: Boolean }, whole: { state: true } };
  declare text: string;
  declare truncated: boolean;
  declare whole: boolean;

  constructor() {
    super();
    Object.assign(this, { text: '', truncated: false, whole: false });
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
    const long = shown.length > FEW;
    return html`<div role="region" tabindex="0" aria-label="What the agent wrote">${long && !this.whole ? `${shown.slice(0, FEW)}…` : shown.slice(0, MOST_SHOWN)}</div>
      ${long
        ? html`<button class="plain" aria-expanded=${this.whole} @click=${() => (this.whole = !this.whole)}>${this.whole ? 'Show less' : 'Show all'}</button>`
        : nothing}
      ${this.truncated ? html`<p class="quiet">It was longer; this is what was kept of it.</p>` : nothing}`;
  }
}

customElements.define('rb-prose', Prose);
