import { css, html, LitElement, nothing } from 'lit';
import { Follow } from '../follow.ts';
import { glyph } from '../glyphs.ts';
import { refusedBeforehand } from '../voice/refusal.ts';
import { Voice } from '../voice/voice.ts';
import { shared } from './shared.ts';
import './voice-bar.ts';

const REASONS: Partial<Record<NonNullable<ReturnType<typeof refusedBeforehand>>, string>> = {
  insecure: 'To answer by voice, this page must be opened over HTTPS.',
  missing: 'This browser cannot give the page the microphone, so the answer cannot be spoken.',
};

/** A microphone for whoever came by a link: it hears the answer to the question, and nothing else; once that is given, it only goes on telling. */
export class AnswerVoice extends LitElement {
  static override properties = { session: { attribute: false }, asking: { type: Boolean }, deaf: { state: true } };
  declare session: string;
  /** Whether the question waits. */
  declare asking: boolean;
  /** The server has no ear. */
  declare deaf: boolean;
  private readonly voice = new Voice();

  constructor() {
    super();
    Object.assign(this, { asking: false, deaf: false });
    new Follow(this, () => this.voice);
    this.voice.addEventListener('unserved', () => (this.deaf = true));
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 0.5rem;
        width: 100%;
        min-height: 52px;
        border-radius: 15px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.voice.leave();
  }

  override updated(changed: Map<string, unknown>): void {
    const { muted, handsFree } = this.voice.state;
    if (changed.get('asking') === true && this.voice.on && handsFree && !muted && !this.voice.speaking) {
      this.voice.tap();
    }
  }

  override render() {
    if (!this.asking) {
      return this.voice.on ? html`<rb-voice-bar .voice=${this.voice}></rb-voice-bar>` : nothing;
    }
    const refused = refusedBeforehand();
    if (refused) {
      return html`<p class="quiet">${REASONS[refused]}</p>`;
    }
    if (this.deaf) {
      return html`<p class="quiet" role="status">This server cannot hear just now. The buttons work.</p>`;
    }
    return html`${this.voice.on ? this.mute() : this.begin()}<rb-voice-bar .voice=${this.voice}></rb-voice-bar>`;
  }

  private begin() {
    return html`<button type="button" @click=${this.start}>${glyph('microphone', 22)} Answer by voice</button>`;
  }

  private mute() {
    const { muted, handsFree } = this.voice.state;
    return handsFree
      ? html`<button type="button" @click=${() => this.voice.tap()}>
          ${glyph(muted ? 'muted' : 'microphone', 22)} ${this.voice.speaking ? 'Interrupt' : muted ? 'Unmute' : 'Mute'}
        </button>`
      : html`<button type="button" @pointerdown=${() => this.voice.press(true)} @pointerup=${() => this.voice.press(false)}>
          ${glyph('microphone', 22)} Hold to talk
        </button>`;
  }

  private start(): void {
    void this.voice.start({ session: this.session, seen: null, answering: true }, Promise.resolve(nothing));
  }
}

customElements.define('rb-answer-voice', AnswerVoice);
