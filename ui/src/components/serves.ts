import { css, html, LitElement, nothing } from 'lit';
import { Follow } from '../follow.ts';
import type { Talking } from '../speech/talking.ts';
import { isAtWork, personaInWords, type Persona } from '../voice/persona.ts';
import { standing } from '../voice/standing.ts';
import type { Ready } from '../voice/protocol.ts';
import type { Voice } from '../voice/voice.ts';
import { serves } from '../voice/words.ts';
import { shared } from './shared.ts';
import './persona-wait.ts';
import './progress.ts';

/** Which ear, which mouth and which persona serve, while one talks; and how far they are, while they are being fetched. */
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
      .dot {
        white-space: pre;
      }
      @media (max-height: 30rem) {
        p {
          display: none;
        }
      }
      @media (max-width: 30rem) {
        p {
          line-height: 1.4;
        }
        span {
          display: block;
        }
        .dot {
          display: none;
        }
        .persona ~ span:not(.persona + .dot) {
          display: inline;
        }
      }
    `,
  ];

  override render() {
    // In a talk the words for what goes on tell of it as well; only how far it is stands here.
    const parts = standing.preparing.filter(({ total, done }) => !this.voice.on || total > done);
    return html`${parts.map((part) => html`<rb-progress .fetched=${part}></rb-progress>`)} ${this.line()}`;
  }

  private line() {
    const { ready } = standing;
    if (this.voice.on && ready) {
      return this.inTalk(ready, this.voice.state.persona);
    }
    const aloud = this.talking.aloud && this.talking.canSpeak;
    return this.talking.listening || this.talking.speaking ? line('your browser', aloud ? 'your browser' : 'nobody') : nothing;
  }

  private inTalk(ready: Ready, persona: Persona | null) {
    if (persona && isAtWork(persona)) {
      const { hears, speaks } = serves(ready, ready.speaker, '');
      const { words, title } = personaInWords(persona, 0);
      return line(hears, speaks, html`<span class="persona" title=${title || nothing}>${words}</span>${DOT}`);
    }
    const { hears, speaks } = serves(ready, ready.speaker);
    return html`${persona ? html`<rb-persona-wait .persona=${persona}></rb-persona-wait>` : nothing}${line(hears, speaks)}`;
  }
}

const DOT = html`<span class="dot"> · </span>`;

/** Broken, where it must be, between the parts. */
const line = (hears: string, speaks: string, before: unknown = nothing) => html`<p class="quiet">${before}<span>Hears: ${hears}</span>${DOT}<span>Speaks: ${speaks}</span></p>`;

customElements.define('rb-serves', Serves);
