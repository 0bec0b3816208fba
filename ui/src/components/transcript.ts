import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { isVisible, type Entry } from '../timeline.ts';
import type { Turn } from '../types.ts';
import { shared } from './shared.ts';
import './run-block.ts';

const EXAMPLES = ['How full is the disk?', 'What uses the most memory?', 'How long has the machine been up?', 'Which services have failed?'];

/** What was said, from top to bottom, with what ran in between. */
export class Transcript extends LitElement {
  static override properties = { conversation: { attribute: false } };
  declare conversation: Conversation;

  constructor() {
    super();
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
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
      .turn {
        max-width: 88%;
        padding: 0.55rem 0.9rem;
        border-radius: var(--round);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .user {
        justify-self: end;
        border-bottom-right-radius: 5px;
        background: var(--mine);
      }
      .assistant,
      .system {
        justify-self: start;
        border: 1px solid var(--line);
        border-bottom-left-radius: 5px;
        background: var(--surface);
      }
      .system {
        border-style: dashed;
      }
      .sending {
        opacity: 0.65;
      }
      .first {
        display: grid;
        gap: 0.9rem;
        padding: 9vh 0 1rem;
        text-align: center;
      }
      .first h2 {
        font-size: 1.6rem;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.5rem;
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
    const { entries, loading } = this.conversation;
    if (loading) {
      return html`<p class="quiet" role="status">Opening the conversation…</p>`;
    }
    if (entries.length === 0) {
      return this.firstVisit();
    }
    return html`<div role="log" aria-label="Conversation">
      <ol>
        ${repeat(
          entries.filter((entry) => this.isVisible(entry)),
          (entry) => entry.key,
          (entry) => this.entry(entry),
        )}
      </ol>
    </div>`;
  }

  /** What the card shows is not shown twice. */
  private isVisible(entry: Entry): boolean {
    return entry.kind === 'run'
      ? isVisible(entry.run)
      : entry !== this.conversation.entries.at(-1) || entry.turn.content !== this.conversation.question?.text;
  }

  private entry(entry: Entry) {
    return entry.kind === 'turn'
      ? html`<li>${turn(entry.turn, entry.sending)}</li>`
      : html`<li><rb-run .run=${entry.run} .conversation=${this.conversation}></rb-run></li>`;
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

const SPEAKERS = { user: 'You', assistant: 'Readback', system: 'Notice' };

function turn({ role, content }: Turn, sending: boolean) {
  const text = html`<span class="unseen">${SPEAKERS[role]}: </span>${content}`;
  return html`<div class="turn ${role} ${sending ? 'sending' : ''}">${text}${sending ? html`<span class="unseen"> (being sent)</span>` : nothing}</div>`;
}

customElements.define('rb-transcript', Transcript);
