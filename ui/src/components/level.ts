import { css, html, LitElement, svg } from 'lit';
import { LevelFollower } from '../voice/level.ts';
import type { Voice } from '../voice/voice.ts';

const BARS = [0.35, 0.65, 1, 0.65, 0.35];
const TALLEST = 18;
const SHORTEST = 3;
/** What a quiet room gives; below it nothing moves. */
const FLOOR = 0.25;

/** A few bars that rise with the voice of the person, or in a quiet colour with that of the persona, whichever is louder. */
export class Level extends LitElement {
  static override properties = { voice: { attribute: false } };
  declare voice: Voice;

  constructor() {
    super();
    new LevelFollower(
      this,
      () => this.voice,
      (level, persona) => this.draw(level, persona),
    );
  }

  static override styles = css`
    :host {
      display: block;
      flex: none;
      width: 26px;
      height: 20px;
    }
    svg {
      display: block;
    }
    rect {
      fill: var(--accent);
      transition: fill 0.2s;
    }
    :host([persona]) rect {
      fill: var(--quiet);
    }
  `;

  override render() {
    return html`<svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true">
      ${BARS.map((_, at) => svg`<rect x=${1 + at * 5} y=${10 - SHORTEST / 2} width="3" height=${SHORTEST} rx="1.5" />`)}
    </svg>`;
  }

  private draw(level: number, persona: number): void {
    this.toggleAttribute('persona', persona > Math.max(level, FLOOR));
    const loud = Math.max(0, (Math.max(level, persona) - FLOOR) / (1 - FLOOR));
    this.renderRoot.querySelectorAll('rect').forEach((bar, at) => {
      const height = SHORTEST + (TALLEST - SHORTEST) * Math.min(1, 1.4 * loud) * (BARS[at] ?? 1);
      bar.setAttribute('height', height.toFixed(1));
      bar.setAttribute('y', (10 - height / 2).toFixed(1));
    });
  }
}

customElements.define('rb-level', Level);
