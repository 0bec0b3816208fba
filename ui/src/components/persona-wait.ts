import { css, html, LitElement, nothing } from 'lit';
import { personaInWords, type Persona } from '../voice/persona.ts';
import { shared } from './shared.ts';

const OFTEN_MS = 250;
/** Whoever wants things to move less sees it change seldom. */
const CALM_MS = 2000;

/** A persona that is waited for: its place in the queue, or how far it has prepared itself. */
export class PersonaWait extends LitElement {
  static override properties = { persona: { attribute: false } };
  declare persona: Persona;
  private timer = 0;

  static override styles = [
    shared,
    css`
      :host {
        padding: 0.45rem 0.3rem 0;
      }
      p {
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
        text-align: center;
        text-wrap: balance;
      }
      progress {
        display: block;
        width: min(16rem, 100%);
        height: 3px;
        margin: 0.4rem auto 0.1rem;
        border: 0;
        border-radius: 2px;
        background: var(--line);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        border-radius: 2px;
        background: var(--line);
      }
      progress::-webkit-progress-value {
        border-radius: 2px;
        background: var(--accent);
        transition: inline-size 0.25s linear;
      }
      progress::-moz-progress-bar {
        border-radius: 2px;
        background: var(--accent);
      }
      @media (max-height: 30rem) {
        :host {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const every = matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_MS : OFTEN_MS;
    this.timer = window.setInterval(() => this.persona.state === 'preparing' && this.requestUpdate(), every);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    const { words, title, share } = personaInWords(this.persona, performance.now());
    return html`<p class="quiet" title=${title || nothing}>${words}</p>
      ${share === null ? nothing : html`<progress max="1" .value=${share} aria-label="Preparing the persona"></progress>`}`;
  }
}

customElements.define('rb-persona-wait', PersonaWait);
