import { css, html, LitElement, nothing } from 'lit';
import { Follow } from '../follow.ts';
import type { Talking } from '../speech/talking.ts';
import { manners } from '../voice/manner.ts';
import { standing } from '../voice/standing.ts';
import type { Voice } from '../voice/voice.ts';
import { serves } from '../voice/words.ts';
import { shared } from './shared.ts';
import './progress.ts';

/** Which ear and which mouth serve, while one talks; and how far they are, while they are being fetched. */
export class Serves extends LitElement {
  static override properties = { talking: { attribute: false }, voice: { attribute: false } };
  declare talking: Talking;
  declare voice: Voice;

  constructor() {
    super();
    new Follow(this, () => standing);
    new Follow(this, () => this.voice);
    new Follow(this, () => this.talking);
  }

  static override styles = [
    shared,
    css`
      rb-progress {
        padding: 0.6rem 0.3rem 0;
      }
      p {
        padding: 0.45rem 0.3rem 0;
        font-size: 0.8125rem;
        text-align: center;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    return html`${standing.preparing.map((part) => html`<rb-progress .fetched=${part}></rb-progress>`)} ${this.line()}`;
  }

  private line() {
    const { ready } = standing;
    if (this.voice.on && ready) {
      return html`<p class="quiet">${serves(ready, ready.speaker ?? manners.chosen.speaker)}</p>`;
    }
    return this.talking.listening || this.talking.speaking
      ? html`<p class="quiet">Hears: your browser · Speaks: ${this.talking.aloud && this.talking.canSpeak ? 'your browser' : 'nobody'}</p>`
      : nothing;
  }
}

customElements.define('rb-serves', Serves);
