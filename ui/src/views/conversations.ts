import { css, html, nothing } from 'lit';
import { heldAt, talkAt } from '../address.ts';
import { records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { grouped, stretch } from '../moments.ts';
import type { Session } from '../types.ts';
import { when } from '../words.ts';
import { Known } from './known.ts';
import { Poll } from './poll.ts';
import { View, view } from './view.ts';

const MORE = 50;
const MOST = 1000;
const PAUSE_MS = 250;

/** Every conversation, ours and those that Gateways hold, the latest first, with a box to look for one and a sign where a question waits. */
export class Conversations extends View {
  static override properties = {
    ...View.properties,
    current: { attribute: false },
    known: { state: true },
    waiting: { state: true },
    words: { state: true },
    limit: { state: true },
    reading: { state: true },
  };
  declare current: string | null;
  declare known: Known;
  declare waiting: Map<string, string>;
  declare words: string;
  declare limit: number;
  declare reading: boolean;
  private typing = 0;
  private readonly poll = new Poll(this, () => this.load(), () => 10_000);

  constructor() {
    super();
    this.current = null;
    this.known = new Known();
    this.waiting = new Map();
    this.words = '';
    this.limit = MORE;
    this.reading = false;
  }

  static override styles = [
    shared,
    view,
    css`
      .title {
        font-weight: 550;
      }
      .row .mark {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        white-space: normal;
      }
      .mark span,
      .place span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .place {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
        max-width: 100%;
        margin-top: 0.15rem;
        padding: 0.05rem 0.5rem 0.05rem 0.35rem;
        border: 1px solid var(--line);
        border-radius: 999px;
        background: var(--sunken);
        color: var(--quiet);
        font-size: 0.78rem;
        font-weight: 550;
      }
      .place .icon {
        width: 14px;
        height: 14px;
      }
      a[aria-current] {
        background: var(--chosen);
      }
      a[aria-current] .quiet {
        color: inherit;
      }
      .row > .quiet {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  override render() {
    return html`
      <header>
        <div>
          <h1 tabindex="-1">History</h1>
          <a class="button primary" href="/">New</a>
        </div>
      </header>
      <div class="column">
        <div class="search">
          ${icon('search')}
          <input type="search" aria-label="Look for a conversation" placeholder="Look for a conversation" .value=${this.words} @input=${this.typed} />
        </div>
        ${this.failure(() => void this.poll.now())} ${this.loading ? this.skeleton() : this.found()}
      </div>
    `;
  }

  private found() {
    const { sessions } = this.known;
    if (sessions.length === 0) {
      return this.error ? nothing : html`${this.missing()} ${this.empty()}`;
    }
    return html`
      ${this.missing()}
      ${grouped(sessions, ({ updated_at }) => stretch(updated_at)).map(
        ({ name, things }) => html`<section class="group" aria-label=${name}>
          <h2>${name}</h2>
          <ul class="rows">
            ${things.map((session) => html`<li>${this.row(session)}</li>`)}
          </ul>
        </section>`,
      )}
      ${this.hasMore() ? html`<button ?disabled=${this.reading} @click=${this.more}>Show older ones</button>` : nothing}
    `;
  }

  /** What is left out, and why. */
  private missing() {
    return html`<div role="status">${this.known.missing.map((sentence) => html`<p class="quiet">${sentence}</p>`)}</div>`;
  }

  private row({ session_key, session_id, place, title, updated_at }: Session) {
    const question = this.waiting.get(session_id ?? '');
    return html`<a
      class="row"
      href="${place === null ? talkAt(session_id) : heldAt(session_key)}${question === undefined ? '' : '?mode=answer'}"
      aria-current=${session_id !== null && session_id === this.current ? 'true' : nothing}
    >
      <span class="grow">
        <span class="title one-line">${title || 'Untitled'}</span>
        ${place === null ? nothing : html`<span class="place">${icon('place')}<span class="unseen">Held by the Gateway at </span><span>${place}</span></span>`}
        ${question === undefined ? nothing : html`<span class="mark asking">${icon('ask')}<span>Waits for you: ${question}</span></span>`}
      </span>
      <span class="quiet">${when(updated_at)}</span>
    </a>`;
  }

  private empty() {
    return this.words
      ? html`<p class="quiet" role="status">No conversation has these words.</p>`
      : html`<div class="empty">
          ${icon('sessions')}
          <p>No conversations yet.</p>
          <p class="quiet">Everything you say to Readback, here or in the terminal, can be found here again.</p>
          <p><a class="button primary" href="/">Begin one</a></p>
        </div>`;
  }

  private typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value;
    this.limit = MORE;
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => void this.look(), PAUSE_MS);
  }

  /** What was found by other words is no beginning of what these find. */
  private look(): Promise<void> {
    this.known = new Known();
    this.loading = true;
    return this.poll.now();
  }

  /** The list goes on page by page; what was found by words is asked for again, and more of it. */
  private hasMore(): boolean {
    return this.words.trim() ? this.known.sessions.length >= this.limit && this.limit < MOST : this.known.next !== null;
  }

  private async more(): Promise<void> {
    if (this.words.trim()) {
      this.limit += MORE;
      await this.poll.now();
    } else {
      this.reading = true;
      await this.further(this.known, this.known.next ?? '');
      this.reading = false;
    }
  }

  private async further(known: Known, next: string): Promise<void> {
    await this.trying(async () => {
      known.further(await records.sessions(MORE, '', next));
      this.requestUpdate();
    });
  }

  private async load(): Promise<void> {
    const words = this.words.trim();
    const { known } = this;
    await this.trying(async () => {
      const [page, tasks] = await Promise.all([records.sessions(this.limit, words), records.tasks(100, 'waiting_for_input')]);
      if (known === this.known && words === this.words.trim()) {
        known.first(page);
        this.waiting = new Map(tasks.map((task) => [task.session_id, task.question?.text ?? '']));
      }
    });
  }
}

customElements.define('rb-conversations', Conversations);
