import { css, html, LitElement, nothing } from 'lit';
import { address } from '../address.ts';
import { Unreachable } from '../api.ts';
import type { Conversation, Told } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { AboveKeyboard } from '../keyboard.ts';
import { Talking, type Spoken } from '../speech/talking.ts';
import { Conversing } from '../voice/conversing.ts';
import { manners } from '../voice/manner.ts';
import { Voice } from '../voice/voice.ts';
import { Keys } from './keys.ts';
import { shared } from './shared.ts';
import type { ActionCard } from './action-card.ts';
import type { Composer } from './composer.ts';
import './action-card.ts';
import './composer.ts';
import './transcript.ts';

const NEAR_END = 120;

/** The conversation, with the open question and the box to talk and type into below it. Fills the box it is given. */
export class Talk extends LitElement {
  static override properties = { conversation: { attribute: false }, announced: { state: true }, unfolded: { state: true } };
  declare conversation: Conversation;
  /** What a screen reader is to say: `urgent` interrupts. */
  declare announced: { text: string; urgent: boolean };
  declare unfolded: boolean;
  private readonly talking = new Talking();
  private readonly voice = new Voice();
  private readonly conversing = new Conversing(this, this.voice, () => this.conversation);
  private asked = '';
  private newest = '';
  private engaged = false;
  private atEnd = true;
  /** The keyboard of a phone, or a card, takes room from the conversation: its end stays in sight. */
  private readonly resized = new ResizeObserver(() => this.toEnd());

  constructor() {
    super();
    this.announced = { text: '', urgent: false };
    this.unfolded = false;
    new Follow(this, () => this.conversation);
    new AboveKeyboard(this);
    new Keys(this, {
      leave: () => (this.quiet(), this.composer()?.blur()),
      toBox: () => this.composer()?.focus(),
      space: (down) => this.space(down),
      tapped: () => this.hush(),
    });
    this.voice.addEventListener('unserved', () => this.talking.click());
    this.talking.addEventListener('said', (event) => void this.spoken((event as CustomEvent<Spoken>).detail));
    this.talking.addEventListener('offered', (event) => this.offer((event as CustomEvent<string>).detail));
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        min-width: 0;
      }
      .scroll {
        flex: 1 1 0;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        scroll-padding: 1rem;
      }
      .scroll:focus-visible {
        outline-offset: -3px;
      }
      .column {
        width: min(46rem, 100%);
        margin: 0 auto;
        padding: 1.1rem 0.9rem 0.6rem;
      }
      .below {
        display: flex;
        flex: 0 1 auto;
        flex-direction: column;
        min-height: 0;
        max-height: 100%;
        padding: 0.3rem 0.9rem calc(0.8rem + var(--covered, 0px));
      }
      .below > * {
        flex: none;
        width: min(44.2rem, 100%);
        margin: 0 auto;
      }
      .below > .unseen {
        width: 1px;
      }
      .below > rb-action-card {
        flex: 0 1 auto;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        margin-bottom: 0.5rem;
        padding: 0.5rem 0.5rem 0.5rem 0.9rem;
        border-radius: 11px;
        background: var(--danger-surface);
        color: var(--danger);
        font-size: 0.92rem;
      }
      .notice span {
        flex: 1;
      }
      :host([answering]) .below {
        order: -1;
        padding-top: 1rem;
      }
      :host([folded]) .scroll {
        display: none;
      }
      .fold {
        margin-top: 0.6rem;
        color: var(--quiet);
      }
      .notice.lost {
        min-height: 44px;
        background: var(--sunken);
        color: var(--quiet);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.conversation.addEventListener('told', this.told);
    this.conversation.addEventListener('returned', this.returned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.conversation.removeEventListener('told', this.told);
    this.conversation.removeEventListener('returned', this.returned);
    this.resized.disconnect();
    this.talking.leave();
  }

  override render() {
    const talk = this.conversation;
    return html`
      <div
        class="scroll"
        role=${talk.isEmpty ? nothing : 'region'}
        aria-label=${talk.isEmpty ? nothing : 'What was said'}
        tabindex=${talk.isEmpty ? -1 : 0}
        @scroll=${this.scrolled}
      >
        <div class="column">
          <rb-transcript .conversation=${talk} .voice=${this.voice} @example=${this.example} @grown=${this.toEnd}></rb-transcript>
        </div>
      </div>
      <div class="below">
        <rb-given-up></rb-given-up> ${this.notices()} ${this.announcements()} ${this.card()}
        <rb-composer
          .asking=${talk.question?.kind ?? null}
          .talking=${this.talking}
          .voice=${this.voice}
          .ownWords=${talk.ownWords}
          @talk=${this.talk}
          @said=${this.said}
        ></rb-composer>
        ${this.fold()}
      </div>
    `;
  }

  /** Whoever came to answer sees the question first, and what was said before only if they like. */
  private fold() {
    return this.answers
      ? html`<button class="plain fold" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
          ${this.unfolded ? 'Hide the conversation' : 'Show the conversation'}
        </button>`
      : nothing;
  }

  private get answers(): boolean {
    return address.answering() && this.conversation.question !== null;
  }

  private notices() {
    const { connection, error } = this.conversation;
    const lost = connection === 'lost';
    return html`
      <div role="status">
        ${lost ? html`<p class="notice lost">The connection is lost; trying again by itself. What you write meanwhile is kept.</p>` : nothing}
      </div>
      <div role="alert">
        ${error && !(lost && error === Unreachable.sentence)
          ? html`<p class="notice">
              <span>${error}</span><button class="plain" @click=${() => this.conversation.forgive()}>Dismiss</button>
            </p>`
          : nothing}
      </div>
    `;
  }

  private announcements() {
    const { text, urgent } = this.announced;
    return html`<div class="unseen" aria-live="polite">${urgent ? '' : text}</div>
      <div class="unseen" aria-live="assertive">${urgent ? text : ''}</div>`;
  }

  private card() {
    const run = this.conversation.active;
    const question = run?.execution?.question;
    return run?.execution && question
      ? html`<rb-action-card
          .execution=${run.execution}
          .question=${question}
          .conversation=${this.conversation}
          @answered=${this.quiet}
        ></rb-action-card>`
      : nothing;
  }

  override willUpdate(): void {
    this.toggleAttribute('answering', this.answers);
    this.toggleAttribute('folded', this.answers && !this.unfolded);
  }

  override updated(): void {
    this.scrollDown();
    this.followQuestion();
  }

  override firstUpdated(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (scroll) {
      this.resized.observe(scroll);
    }
  }

  private scrolled(event: Event): void {
    const scroll = event.target as Element;
    this.atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  }

  /** Keeps the newest in sight, unless the person has scrolled up to read. */
  private scrollDown(): void {
    const newest = this.conversation.newest ?? '';
    this.atEnd ||= newest !== this.newest;
    this.newest = newest;
    this.toEnd();
  }

  private toEnd(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (scroll && this.atEnd && !this.conversation.isEmpty) {
      requestAnimationFrame(() => scroll.scrollTo({ top: scroll.scrollHeight }));
    }
  }

  /** A link that says mode=answer, and whoever has talked here, is led to each new question and afterwards back to the box. */
  private followQuestion(): void {
    const question = this.conversation.question?.id ?? '';
    const before = this.asked;
    this.asked = question;
    if (question === before || !this.isLed()) {
      return;
    }
    if (question) {
      const card = this.renderRoot.querySelector<ActionCard>('rb-action-card');
      void card?.updateComplete.then(() => card.focus());
    } else if (matchMedia('(pointer: fine)').matches) {
      this.composer()?.focus();
    }
  }

  /** Whoever is in the middle of a sentence is not interrupted. */
  private isLed(): boolean {
    return (this.engaged || address.answering()) && this.draft === '';
  }

  /** Said aloud, or told to a screen reader, but not both; where the keyboard goes to the question, that tells of it already. */
  private readonly told = (event: Event) => {
    const { text, toSpoken } = (event as CustomEvent<Told>).detail;
    const { question } = this.conversation;
    const asks = question !== null && text.endsWith(question.text);
    const aloud = this.voice.on ? manners.chosen.speaker !== 'nobody' : this.talking.answer(text, asks, toSpoken);
    if (!aloud && !(asks && this.isLed())) {
      this.announced = { text, urgent: asks };
    }
  };

  private readonly returned = (event: Event) => this.offer((event as CustomEvent<string>).detail);

  private async said(event: CustomEvent<string>): Promise<void> {
    this.engaged = true;
    this.quiet();
    if (this.voice.connected && this.conversation.session === null) {
      this.voice.text(event.detail);
    } else {
      await this.conversation.say(event.detail);
    }
  }

  /** What was said into our own speech is a no to an open question, and else only meant us. */
  private async spoken({ words, refusal }: Spoken): Promise<void> {
    this.engaged = true;
    if (!refusal || this.conversation.question) {
      await this.conversation.say(words, true);
    }
  }

  private async example(event: CustomEvent<string>): Promise<void> {
    this.engaged = true;
    await this.conversation.say(event.detail);
  }

  /** A tap anywhere makes us quiet; the microphone knows for itself. */
  private hush(): void {
    this.voice.quiet();
    if (this.talking.speaking) {
      this.talking.leave();
    }
  }

  private quiet(): void {
    this.talking.leave();
    this.voice.quiet();
  }

  private talk(): void {
    this.engaged = true;
    this.talking.leave();
    this.conversing.start();
  }

  private space(down: boolean): boolean {
    const holds = this.voice.on && !this.voice.state.handsFree;
    if (holds) {
      this.voice.press(down);
    }
    return holds;
  }

  private composer(): Composer | null {
    return this.renderRoot?.querySelector('rb-composer') ?? null;
  }

  /** What is typed and not sent yet. */
  get draft(): string {
    return this.composer()?.text ?? '';
  }

  /** Puts words into the box, to be sent or changed, and goes there. */
  offer(text: string): void {
    void this.updateComplete.then(() => this.composer()?.giveBack(text));
  }

  override focus(): void {
    this.composer()?.focus();
  }
}

customElements.define('rb-talk', Talk);
