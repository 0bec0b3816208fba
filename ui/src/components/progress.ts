import { css, html, LitElement, nothing } from 'lit';
import type { Part } from '../voice/protocol.ts';
import { shared } from './shared.ts';

/** How far something is that is being fetched: a bar where it is known how much there is, and the words for it. */
export class Progress extends LitElement {
  static override properties = { fetched: { attribute: false } };
  declare fetched: Part;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.2rem;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 0.8rem;
        font-variant-numeric: tabular-nums;
      }
      progress {
        width: 100%;
        height: 6px;
        border: 0;
        border-radius: 3px;
        background: var(--sunken);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        border-radius: 3px;
        background: var(--sunken);
      }
      progress::-webkit-progress-value {
        border-radius: 3px;
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        border-radius: 3px;
        background: var(--accent);
      }
    `,
  ];

  override render() {
    const { say, done, total } = this.fetched;
    const known = total > done;
    return html`<p class="quiet"><span>${say}</span>${known ? html`<span>${megabytes(done)} of ${megabytes(total)} MB</span>` : nothing}</p>
      ${known ? html`<progress max=${total} .value=${done} aria-label=${say}></progress>` : nothing}`;
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

customElements.define('rb-progress', Progress);
