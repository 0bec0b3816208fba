import { css, html, LitElement } from 'lit';
import { Follow } from '../follow.ts';
import { glyph } from '../glyphs.ts';
import type { Talking } from '../speech/talking.ts';
import { LevelFollower } from '../voice/level.ts';
import { standing } from '../voice/standing.ts';
import type { Voice } from '../voice/voice.ts';
import { shared } from './shared.ts';

interface Look {
  say: string;
  glyph: 'microphone' | 'muted' | 'stop';
  state: '' | 'on' | 'live' | 'down' | 'muted' | 'cannot';
}

/** The button to talk. The server's ear hears where it has one, else the browser's; a tap tells "talk" where a talk is to begin. */
export class MicrophoneButton extends LitElement {
  static override properties = { talking: { attribute: false }, voice: { attribute: false } };
  declare talking: Talking;
  declare voice: Voice;
  private held = false;
  private waiting = false;

  constructor() {
    super();
    new Follow(this, () => this.talking);
    new Follow(this, () => this.voice);
    new Follow(this, () => standing);
    new LevelFollower(
      this,
      () => this.voice,
      (level) => this.style.setProperty('--level', level.toFixed(2)),
    );
  }

  static override styles = [
    shared,
    css`
      button {
        position: relative;
        display: grid;
        width: 56px;
        height: 56px;
        padding: 0;
        border-radius: 50%;
        box-shadow: var(--shadow);
        place-items: center;
        touch-action: none;
        user-select: none;
        -webkit-touch-callout: none;
        -webkit-tap-highlight-color: transparent;
      }
      button.on,
      button.on:hover:not(:disabled) {
        background: var(--danger-fill);
        color: #fff;
      }
      .on::after,
      .live::after,
      .down::after {
        position: absolute;
        inset: -5px;
        border: 3px solid var(--danger-fill);
        border-radius: 50%;
        content: '';
        pointer-events: none;
      }
      .on::after {
        animation: hear 1.5s ease-out infinite;
      }
      .live::after,
      .down::after {
        inset: -4px;
        border: 2px solid var(--fill);
        opacity: calc(0.35 + 0.65 * var(--level, 0));
        transform: scale(calc(1 + 0.14 * var(--level, 0)));
      }
      button.down,
      button.down:hover:not(:disabled) {
        background: var(--accent-hover);
      }
      button.muted,
      button.muted:hover:not(:disabled),
      button.cannot,
      button.cannot:hover:not(:disabled) {
        border-color: var(--line-strong);
        background: var(--surface);
        color: var(--quiet);
      }
      @keyframes hear {
        from {
          opacity: 0.8;
          transform: scale(0.92);
        }
        to {
          opacity: 0;
          transform: scale(1.25);
        }
      }
    `,
  ];

  override render() {
    const { say, glyph: shape, state } = this.voice.on ? this.spoken() : this.browser();
    return html`<button
      type="button"
      class="primary microphone ${state}"
      aria-label=${say}
      @pointerdown=${this.press}
      @pointerup=${this.release}
      @pointercancel=${this.release}
      @click=${this.clicked}
      @keydown=${this.key}
      @keyup=${this.key}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${glyph(shape, 28)}
    </button>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  private spoken(): Look {
    const { handsFree, muted, down } = this.voice.state;
    if (this.voice.speaking) {
      return { say: 'Interrupt and talk', glyph: 'microphone', state: 'live' };
    }
    if (!handsFree) {
      return { say: 'Hold to talk', glyph: 'microphone', state: down ? 'down' : '' };
    }
    return muted ? { say: 'Unmute', glyph: 'muted', state: 'muted' } : { say: 'Mute', glyph: 'microphone', state: this.voice.connected ? 'live' : '' };
  }

  private browser(): Look {
    const { listening, speaking, canListen } = this.talking;
    const can = canListen || standing.hears;
    return {
      say: listening ? 'Stop listening' : speaking ? 'Interrupt and talk' : 'Talk',
      glyph: listening ? 'stop' : 'microphone',
      state: listening ? 'on' : can ? '' : 'cannot',
    };
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    (event.target as Element).setPointerCapture(event.pointerId);
    this.held = true;
    if (this.voice.on) {
      this.voice.press(true);
    } else if (standing.asked) {
      this.pressBrowser(event.timeStamp);
    } else {
      this.waiting = true;
      void standing.decision().then(() => this.decided(event.timeStamp));
    }
  }

  private pressBrowser(at: number): void {
    if (!standing.hears) {
      this.talking.press(at);
    }
  }

  /** Now it is known who hears; whoever holds the button still holds it. */
  private decided(at: number): void {
    this.waiting = false;
    if (standing.hears) {
      this.begin();
    } else if (this.held) {
      this.talking.press(at);
    } else {
      this.talking.click();
    }
  }

  private release(event: PointerEvent): void {
    this.held = false;
    if (this.voice.on) {
      this.voice.press(false);
    } else {
      this.talking.release(event.timeStamp);
    }
  }

  private clicked(): void {
    if (this.voice.on) {
      this.voice.tap();
    } else if (standing.asked && !this.waiting) {
      standing.hears ? this.begin() : this.talking.click();
    } else if (!this.waiting) {
      this.waiting = true;
      void standing.decision().then(() => this.decided(0));
    }
  }

  /** Where it is to be held, a key holds it as well. */
  private key(event: KeyboardEvent): void {
    if ((event.key === ' ' || event.key === 'Enter') && this.voice.on && !this.voice.state.handsFree) {
      event.preventDefault();
      if (!event.repeat) {
        this.voice.press(event.type === 'keydown');
      }
    }
  }

  private begin(): void {
    this.dispatchEvent(new Event('talk', { bubbles: true, composed: true }));
  }
}

customElements.define('rb-microphone', MicrophoneButton);
