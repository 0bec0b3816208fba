import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { isChatEntry, type Entry, type Journey, type Run } from '../timeline.ts';
import { isChat, settled, type Figure } from '../types.ts';
import type { Voice } from '../voice/voice.ts';
import { shared } from './shared.ts';
import { chat, SPEAKERS, turns } from './turn-look.ts';
import './figures.ts';
import './latency.ts';
import './persona-line.ts';
import './run-block.ts';

const EXAMPLES = [
  'How full is the disk?',
  'What uses the most memory?',
  'Which services have failed?',
  'How busy is the processor?',
  'Show the last errors in the log',
  'Which ports are open?',
  'How long has it been up?',
];

type TurnEntry = Entry & { kind: 'turn' };

/** What was said, from top to bottom, with what ran in between. */
export class Transcript extends LitElement {
  static override properties = { conversation: { attribute: false }, voice: { attribute: false } };
  declare conversation: Conversation;
  declare voice: Voice;

  constructor() {
    super();
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
    turns,
    css`
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.7rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
      li:empty,
      li.bare {
        display: none;
      }
      .in-a-row {
        margin-top: -0.5rem;
      }
      .sending .words,
      .kept .words {
        opacity: 0.7;
      }
      rb-figures {
        width: min(26rem, 100%);
        margin: 0.6rem 0 0.3rem;
      }
      rb-latency {
        justify-self: start;
        width: min(30rem, 100%);
      }
      .with-figures {
        width: min(30rem, 100%);
      }
      .fate {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0 0.3rem;
        color: var(--quiet);
        font-size: 0.84rem;
      }
      .fate button {
        padding: 0.2rem 0.6rem;
        font-size: 0.84rem;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .first {
        display: grid;
        gap: 0.9rem;
        padding: clamp(0.5rem, 7vh, 5rem) 0 1rem;
        text-align: center;
      }
      .first h2 {
        font-size: 1.6rem;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }
      .first p {
        max-width: 34rem;
        margin: 0 auto;
        text-wrap: balance;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .first .chips {
        justify-content: center;
        margin-top: 0.4rem;
      }
      .chips button {
        border-color: var(--line);
        border-radius: 999px;
        font-size: 0.94rem;
      }
    `,
  ];

  override render() {
    const { entries, loading, isEmpty } = this.conversation;
    if (loading) {
      return html`<p class="quiet" role="status">Opening the conversation…</p>`;
    }
    if (isEmpty) {
      return html`${this.firstVisit()}${this.live()}`;
    }
    const asked = this.asked(entries);
    // Told of by name elsewhere: what streams in here is not to be read out letter by letter.
    return html`<div role="log" aria-label="Conversation" aria-live="off">
        <ol>
          ${repeat(
            entries,
            (entry) => entry.key,
            (entry, at) => (isChatEntry(entry) ? this.chat(entry, entries[at - 1]) : this.entry(entry, entry === asked, entries.slice(at + 1))),
          )}
        </ol>
        ${this.live()}
      </div>
      ${this.offers(entries)}`;
  }

  private live() {
    return html`<rb-persona-line .voice=${this.voice} .conversation=${this.conversation}></rb-persona-line>`;
  }

  private chat({ turn }: TurnEntry, before: Entry | undefined) {
    const first = !isChatEntry(before);
    return html`<li class=${first ? '' : 'in-a-row'}>${chat(turn.content, first)}</li>`;
  }

  private entry(entry: Entry, asks: boolean, after: readonly Entry[]) {
    if (entry.kind === 'run') {
      return html`<li class=${hasSomething(entry) ? '' : 'bare'}>
        <rb-run .run=${entry.run} .piece=${entry.piece} ?last=${entry.last} .conversation=${this.conversation}></rb-run>
      </li>`;
    }
    const text = asks ? this.withoutQuestion(entry.turn.content) : entry.turn.content;
    const figures = figuresOf(entry, after);
    return text || figures.length ? html`<li>${this.turn(entry, text, figures)} ${this.fate(entry)} ${this.took(entry, after)}</li>` : html`<li class="bare"></li>`;
  }

  /** The turn that asked what stands on the card. */
  private asked(entries: readonly Entry[]): Entry | undefined {
    const { question, active } = this.conversation;
    return entries.findLast(
      (entry) =>
        question !== null &&
        entry.kind === 'turn' &&
        entry.turn.role === 'assistant' &&
        !isChat(entry.turn) &&
        entry.turn.content.endsWith(question.text) &&
        (entry.turn.execution_id ?? active?.id) === active?.id,
    );
  }

  /** What the card shows is not shown twice. */
  private withoutQuestion(content: string): string {
    return content.slice(0, content.length - (this.conversation.question?.text.length ?? 0)).trimEnd();
  }

  private turn({ turn, journey }: TurnEntry, text: string, figures: readonly Figure[]) {
    return html`<div class="turn ${turn.role} ${journey ?? ''} ${figures.length ? 'with-figures' : ''}">
      <span class="unseen">${SPEAKERS[turn.role]}: </span><span class="words">${text}</span>${journey === 'sending'
        ? html`<span class="unseen"> (being sent)</span>`
        : nothing}${figures.length ? html`<rb-figures .figures=${figures}></rb-figures>` : nothing}
    </div>`;
  }

  /** Below the last sentence that answers what was spoken. */
  private took(entry: TurnEntry, after: readonly Entry[]) {
    const latency = this.conversation.latencies.of(entry.about?.id);
    return latency && isLastOf(entry, after) ? html`<rb-latency .latency=${latency}></rb-latency>` : nothing;
  }

  private fate({ key, turn, journey }: TurnEntry) {
    return journey === ('kept' satisfies Journey)
      ? html`<div class="fate">
          <span>Not sent yet; goes out once the connection is back.</span>
          <button class="plain" @click=${() => this.conversation.flush(true)}>Send now</button>
          <button class="plain" @click=${() => this.conversation.takeBack(key, turn.content)}>Take back</button>
        </div>`
      : nothing;
  }

  /** What may be asked next, below the newest answer. */
  private offers(entries: readonly Entry[]) {
    const newest: Entry | undefined = entries.findLast((entry): boolean => !isChatEntry(entry));
    const run = newest?.kind === 'turn' && newest.turn.role === 'assistant' ? newest.about : null;
    const offers = run?.execution && settled(run.execution.state) && !this.conversation.question ? (run.execution.offers ?? []) : [];
    return offers.length
      ? html`<div class="chips offers">${offers.map((offer) => html`<button @click=${() => this.conversation.say(offer)}>${offer}</button>`)}</div>`
      : nothing;
  }

  private firstVisit() {
    return html`<section class="first">
      <h2>What shall I look at?</h2>
      <p class="quiet">Ask in plain words. What only looks is done at once; what would change something is read back to you first.</p>
      <div class="chips">
        ${EXAMPLES.map((text) => html`<button @click=${() => this.choose(text)}>${text}</button>`)}
      </div>
    </section>`;
  }

  private choose(detail: string): void {
    this.dispatchEvent(new CustomEvent('example', { detail }));
  }
}

/** Bars stand below the last sentence that tells of their execution. */
const figuresOf = (entry: TurnEntry, after: readonly Entry[]): readonly Figure[] =>
  isLastOf(entry, after) ? (entry.about?.execution?.results ?? []).flatMap((result) => result.figures ?? []) : [];

const isLastOf = ({ turn, about }: TurnEntry, after: readonly Entry[]): boolean =>
  turn.role === 'assistant' && !after.some((entry) => entry.kind === 'turn' && entry.turn.role === 'assistant' && isSame(entry.about, about));

const isSame = (one: Run | null, other: Run | null): boolean => one !== null && one === other;

function hasSomething({ run, piece, last }: Entry & { kind: 'run' }): boolean {
  const state = run.execution?.state;
  const atWork = state === 'pending' || state === 'running' || state === 'interrupted' || state === 'expired';
  return run.execution === null || (piece !== null && piece.to > piece.from) || (last && atWork);
}

customElements.define('rb-transcript', Transcript);
