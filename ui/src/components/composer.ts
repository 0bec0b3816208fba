import { css, html, LitElement, nothing } from 'lit';
import { Follow } from '../follow.ts';
import { glyph } from '../glyphs.ts';
import type { Talking } from '../speech/talking.ts';
import type { Question } from '../types.ts';
import { manners } from '../voice/manner.ts';
import { standing } from '../voice/standing.ts';
import type { Voice } from '../voice/voice.ts';
import { aloud } from '../voice/words.ts';
import { shared } from './shared.ts';
import type { MicrophoneButton } from './microphone.ts';
import './microphone.ts';
import './serves.ts';
import './voice-bar.ts';

/** The box to type in and the microphone. Enter sends, Shift+Enter begins a new line, Up brings back one's last words. Tells of words by "said". */
export class Composer extends LitElement {
  static override properties = {
    asking: { attribute: false },
    talking: { attribute: false },
    voice: { attribute: false },
    ownWords: { attribute: false },
    text: { state: true },
  };
  declare asking: Question['kind'] | null;
  declare talking: Talking;
  declare voice: Voice;
  declare ownWords: readonly string[];
  declare text: string;
  private back = 0;

  constructor() {
    super();
    this.asking = null;
    this.ownWords = [];
    this.text = '';
    new Follow(this, () => this.talking);
    new Follow(this, () => this.voice);
    new Follow(this, () => standing);
  }

  static override styles = [
    shared,
    css`
      .state {
        display: flex;
        align-items: flex-start;
        gap: 0.6rem;
        padding: 0 0.3rem 0.5rem;
      }
      .state p {
        flex: 1;
        min-width: 0;
      }
      .heard {
        max-height: 30dvh;
        overflow-y: auto;
        padding: 0 0.3rem 0.6rem;
        font-size: 1.2rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .interim {
        color: var(--quiet);
      }
      .wrong {
        color: var(--danger);
      }
      .row {
        display: flex;
        align-items: flex-end;
        gap: 0.55rem;
      }
      form {
        display: flex;
        flex: 1;
        min-width: 0;
        align-items: flex-end;
        min-height: 56px;
        padding: 0.3rem;
        border: 1px solid var(--line-strong);
        border-radius: 28px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      form:focus-within {
        border-color: var(--accent);
        outline: 1.5px solid var(--accent);
      }
      textarea {
        flex: 1;
        min-width: 0;
        min-height: 44px;
        max-height: 30dvh;
        padding: 0.6rem 0.4rem 0.6rem 1rem;
        border: 0;
        background: none;
        resize: none;
        field-sizing: content;
      }
      textarea:focus-visible {
        outline: 0;
      }
      textarea::placeholder {
        color: var(--quiet);
        opacity: 1;
        white-space: nowrap;
      }
      button {
        display: grid;
        flex: none;
        padding: 0;
        place-items: center;
      }
      form button {
        width: 44px;
        height: 44px;
        border-radius: 50%;
      }
      .aloud {
        color: var(--quiet);
      }
    `,
  ];

  override render() {
    return html`${this.heard()} ${this.state()} <rb-voice-bar .voice=${this.voice} @ended=${this.toMicrophone}></rb-voice-bar>
      <div class="row">
        ${this.box()}
        <rb-microphone .talking=${this.talking} .voice=${this.voice}></rb-microphone>
      </div>
      <rb-serves .talking=${this.talking} .voice=${this.voice}></rb-serves>`;
  }

  private box() {
    const label = this.asking ? 'Answer, or ask something else' : 'What shall I do?';
    return html`<form @submit=${this.send}>
      <label class="unseen" for="words">${label}</label>
      <textarea
        id="words"
        rows="1"
        maxlength="8000"
        enterkeyhint="send"
        placeholder=${this.asking ? 'Answer, or ask' : this.talking.canListen || standing.hears ? 'Talk or type' : 'Type here'}
        .value=${this.text}
        @input=${this.typed}
        @keydown=${this.key}
      ></textarea>
      ${this.text.trim()
        ? html`<button class="primary" aria-label="Send">${glyph('send', 22)}</button>`
        : this.talking.canSpeak || this.voice.on
          ? this.aloud()
          : nothing}
    </form>`;
  }

  private aloud() {
    const aloud = this.voice.on ? manners.chosen.speaker !== 'nobody' : this.talking.aloud;
    return html`<button
      type="button"
      class="plain aloud"
      aria-label="Speak answers"
      title=${aloud ? 'Answers are spoken' : 'Answers are not spoken'}
      aria-pressed=${aloud}
      @click=${() => this.speak(!aloud)}
    >
      ${glyph(aloud ? 'aloud' : 'quiet', 22)}
    </button>`;
  }

  /** In a talk this is about the talk; else about what this browser reads out. */
  private speak(aloud: boolean): void {
    if (this.voice.on) {
      manners.choose({ speaker: aloud ? 'server' : 'nobody' });
      this.voice.quiet();
    } else {
      this.talking.speakAnswers(aloud);
    }
  }

  private toMicrophone(): void {
    this.renderRoot.querySelector<MicrophoneButton>('rb-microphone')?.focus();
  }

  private state() {
    const { say, trouble } = this.talking;
    return html`<div class="unseen" role="status">${say || aloud(this.voice.state)}</div>
      ${say ? html`<div class="state" aria-hidden="true"><p class="quiet ${trouble ? 'wrong' : ''}">${say}</p></div>` : nothing}`;
  }

  private heard() {
    const { final, interim } = this.talking.heard;
    return this.talking.listening && (final || interim)
      ? html`<p class="heard" lang="en">${final} <span class="interim">${interim}</span></p>`
      : nothing;
  }

  override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) {
      this.focus();
    }
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  override blur(): void {
    this.renderRoot.querySelector('textarea')?.blur();
  }

  /** Puts words into the box, to be sent or changed; what was being typed comes first. */
  giveBack(text: string): void {
    this.text = this.text.trim() ? `${this.text} ${text}` : text;
    void this.updateComplete.then(() => this.focus());
  }

  private typed(event: InputEvent): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.back = 0;
    this.talking.leave();
    this.voice.quiet();
    this.voice.dismiss();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.send(event);
    } else if (event.key === 'ArrowUp' && this.recalls()) {
      event.preventDefault();
      this.recall();
    }
  }

  private recalls(): boolean {
    const recalled = this.back > 0 && this.text === this.ownWords.at(-this.back);
    return (this.text === '' || recalled) && this.back < this.ownWords.length;
  }

  private recall(): void {
    this.back = this.text === '' ? 1 : this.back + 1;
    this.text = this.ownWords.at(-this.back) ?? '';
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector('textarea');
      box?.setSelectionRange(this.text.length, this.text.length);
    });
  }

  private send(event: Event): void {
    event.preventDefault();
    const detail = this.text.trim();
    if (detail) {
      this.text = '';
      this.back = 0;
      this.dispatchEvent(new CustomEvent('said', { detail }));
    }
  }
}

customElements.define('rb-composer', Composer);
