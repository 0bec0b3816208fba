import { css, html, LitElement, nothing } from 'lit';
import type { Figure } from '../types.ts';
import { shared } from './shared.ts';

const LEVELS: Record<Figure['level'], string> = { ok: '', warn: 'high', critical: 'very high' };

/** Small bars for what has a share; the words beside them say the same. */
export class Figures extends LitElement {
  static override properties = { figures: { attribute: false } };
  declare figures: readonly Figure[];

  constructor() {
    super();
    this.figures = [];
  }

  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        gap: 0.55rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.15rem 0.8rem;
        font-size: 0.9rem;
      }
      .label {
        overflow-wrap: anywhere;
      }
      .text {
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      svg {
        display: block;
        grid-column: 1 / -1;
        width: 100%;
        height: 8px;
        border-radius: 4px;
        background: var(--sunken);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .ok rect {
        fill: var(--accent);
      }
      .warn rect {
        fill: var(--ask);
      }
      .critical rect {
        fill: var(--danger-fill);
      }
      .level {
        font-weight: 600;
      }
      .warn .level {
        color: var(--ask);
      }
      .critical .level {
        color: var(--danger);
      }
    `,
  ];

  override render() {
    return this.figures.length === 0 ? nothing : html`<ul>${this.figures.map((figure) => this.figure(figure))}</ul>`;
  }

  private figure({ label, share, text, level }: Figure) {
    const word = LEVELS[level] ? html`<span class="level"> ${LEVELS[level]}</span>` : nothing;
    return html`<li class=${level}>
      <span class="label">${label}${word}</span>
      <span class="text">${text}</span>
      ${share === null ? nothing : bar(`${label}: ${text}`, Math.min(1, Math.max(0, share)))}
    </li>`;
  }
}

/** A drawing rather than a box with a width in its style: the page allows no styles in its markup. */
const bar = (label: string, share: number) => html`<svg
  viewBox="0 0 1000 8"
  preserveAspectRatio="none"
  role="meter"
  aria-label=${label}
  aria-valuemin="0"
  aria-valuemax="100"
  aria-valuenow=${Math.round(share * 100)}
><rect width=${Math.max(share * 1000, 6)} height="8" /></svg>`;

customElements.define('rb-figures', Figures);
