import { css, html, LitElement, nothing } from 'lit';
import { address } from '../address.ts';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { shared } from './shared.ts';
import type { ActionCard } from './action-card.ts';
import type { Composer } from './composer.ts';
import './action-card.ts';
import './composer.ts';
import './transcript.ts';

/** The conversation, with the box to type in below it. */
export class Talk extends LitElement {
  static override properties = { conversation: { attribute: false } };
  declare conversation: Conversation;
  private asked = '';
  private engaged = false;

  constructor() {
    super();
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        height: 100%;
      }
      .talk {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        min-width: 0;
      }
      .scroll {
        overflow-y: auto;
        overscroll-behavior: contain;
        scroll-padding: 1rem;
      }
      .column {
        width: min(46rem, 100%);
        margin: 0 auto;
        padding: 1.1rem 0.9rem 0.6rem;
      }
      .below {
        padding: 0 0.9rem 0.8rem;
      }
      .below > * {
        width: min(44.2rem, 100%);
        margin: 0 auto;
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
      .notice.lost {
        min-height: 44px;
        background: var(--sunken);
        color: var(--quiet);
      }
    `,
  ];

  override render() {
    const talk = this.conversation;
    return html`
      <div class="talk">
        <div class="scroll" tabindex="-1">
          <div class="column">
            <rb-transcript .conversation=${talk} @example=${this.example}></rb-transcript>
          </div>
        </div>
        <div class="below">
          ${this.notices()} ${this.card()}
          <rb-composer .asking=${talk.question?.kind ?? null} @said=${this.said}></rb-composer>
        </div>
      </div>
    `;
  }

  private notices() {
    const talk = this.conversation;
    return html`
      <div role="status">
        ${talk.connection === 'lost' ? html`<p class="notice lost">The connection is lost; trying again by itself.</p>` : nothing}
      </div>
      <div role="alert">
        ${talk.error
          ? html`<p class="notice">
              <span>${talk.error}</span><button class="plain" @click=${() => talk.forgive()}>Dismiss</button>
            </p>`
          : nothing}
      </div>
    `;
  }

  private card() {
    const run = this.conversation.active;
    const question = run?.execution?.question;
    return run?.execution && question
      ? html`<rb-action-card
          .execution=${run.execution}
          .question=${question}
          .conversation=${this.conversation}
        ></rb-action-card>`
      : nothing;
  }

  override updated(): void {
    this.scrollDown();
    this.followQuestion();
  }

  /** Keeps the newest in sight, unless the person has scrolled up to read. */
  private scrollDown(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    const newest = this.conversation.entries.at(-1)?.key;
    if (scroll && (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 240 || newest !== this.dataset['newest'])) {
      requestAnimationFrame(() => scroll.scrollTo({ top: scroll.scrollHeight }));
    }
    this.dataset['newest'] = newest ?? '';
  }

  /** A link that says mode=answer, and whoever has typed here, is led to each new question and afterwards back to the box. */
  private followQuestion(): void {
    const question = this.conversation.question?.id ?? '';
    const before = this.asked;
    this.asked = question;
    if (question === before || !(this.engaged || address.answering())) {
      return;
    }
    if (question) {
      const card = this.renderRoot.querySelector<ActionCard>('rb-action-card');
      void card?.updateComplete.then(() => card.focus());
    } else if (matchMedia('(pointer: fine)').matches) {
      this.composer()?.focus();
    }
  }

  private composer(): Composer | null {
    return this.renderRoot.querySelector('rb-composer');
  }

  private async said(event: CustomEvent<string>): Promise<void> {
    this.engaged = true;
    const arrived = await this.conversation.say(event.detail);
    if (!arrived) {
      this.composer()?.giveBack(event.detail);
    }
  }

  private example(event: CustomEvent<string>): void {
    this.composer()?.giveBack(event.detail);
  }

  /** What is typed and not sent yet. */
  get draft(): string {
    return this.composer()?.text ?? '';
  }

  /** Puts words into the box, to be sent or changed. */
  offer(text: string): void {
    this.composer()?.giveBack(text);
  }

  override focus(): void {
    this.composer()?.focus();
  }
}

customElements.define('rb-talk', Talk);
