import { css, html, LitElement, nothing } from 'lit';
import { Follow } from '../follow.ts';
import { marked } from '../marked.ts';
import { inWords } from '../voice/words.ts';
import type { Voice } from '../voice/voice.ts';
import { shared } from './shared.ts';
import './level.ts';

/** While one talks: what is being heard and said, what goes on, for the eye, and the way to end it. */
export class VoiceBar extends LitElement {
  static override properties = { voice: { attribute: false } };
  declare voice: Voice;

  constructor() {
    super();
    new Follow(this, () => this.voice);
  }

  static override styles = [
    shared,
    css`
      .heard,
      .caption {
        max-height: 30dvh;
        overflow-y: auto;
        padding: 0 0.3rem 0.5rem;
        font-size: 1.2rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .caption {
        font-size: 1rem;
      }
      .interim {
        color: var(--quiet);
      }
      mark {
        background: none;
        color: inherit;
        text-decoration: underline dotted var(--ask) 2px;
        text-underline-offset: 4px;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: 44px;
        padding: 0 0.3rem 0.6rem;
      }
      .state p {
        flex: 1;
        min-width: 0;
      }
      .end {
        flex: none;
        padding: 0.3rem 1rem;
        border-color: var(--line);
        border-radius: 22px;
        font-size: 0.9375rem;
      }
      .wrong {
        color: var(--danger);
      }
      .alone {
        padding: 0 0.3rem 0.5rem;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        margin: 0 0 0.4rem;
        padding: 0.3rem 0.3rem 0.3rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
        font-size: 0.92rem;
      }
      .notice span {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  override render() {
    const { voice } = this;
    return voice.on ? html`${this.notice()} ${this.heard()} ${this.caption()} ${this.state()}` : this.trouble();
  }

  private trouble() {
    const { trouble } = this.voice.state;
    return trouble ? html`<p class="quiet wrong alone" aria-hidden="true">${trouble}</p>` : nothing;
  }

  private notice() {
    const { notice } = this.voice.state;
    return html`<div role="alert">
      ${notice
        ? html`<p class="notice"><span>${notice}</span><button class="plain" @click=${() => this.voice.dismiss()}>Dismiss</button></p>`
        : nothing}
    </div>`;
  }

  private heard() {
    const { heard } = this.voice.state;
    return heard
      ? html`<p class="heard ${heard.final ? '' : 'interim'}" lang="en"><span class="unseen">You: </span>${marked(heard.text, heard.doubtful)}</p>`
      : nothing;
  }

  /** What is said beside the record stands nowhere else. */
  private caption() {
    const { saying } = this.voice.state;
    const aside = saying.find(({ turn }) => turn < 0);
    return aside ? html`<p class="caption"><span class="unseen">Readback: </span>${aside.text}</p>` : nothing;
  }

  /** The button goes with the talk; the keyboard goes on from here. */
  private end(): void {
    this.voice.end();
    this.dispatchEvent(new Event('ended'));
  }

  private state() {
    const { phase, trouble } = this.voice.state;
    return html`<div class="state">
      <rb-level .voice=${this.voice}></rb-level>
      <p class="quiet ${trouble || phase === 'lost' ? 'wrong' : ''}" aria-hidden="true">${inWords(this.voice.state)}</p>
      <button class="end" @click=${this.end}>End talk</button>
    </div>`;
  }
}

customElements.define('rb-voice-bar', VoiceBar);
