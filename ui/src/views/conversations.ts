import { css, html, nothing } from 'lit';
import { talkAt } from '../address.ts';
import { records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { grouped, stretch } from '../moments.ts';
import type { Session } from '../types.ts';
import { when } from '../words.ts';
import { Poll } from './poll.ts';
import { View, view } from './view.ts';

const MORE = 50;
const PAUSE_MS = 250;

/** Every conversation, the latest first, with a box to look for one and a sign where a question waits. */
export class Conversations extends View {
  static override properties = {
    ...View.properties,
    current: { attribute: false },
    sessions: { state: true },
    waiting: { state: true },
    words: { state: true },
    limit: { state: true },
  };
  declare current: string | null;
  declare sessions: Session[];
  declare waiting: Map<string, string>;
  declare words: string;
  declare limit: number;
  private typing = 0;
  private readonly poll = new Poll(this, () => this.load(), () => 10_000);

  constructor() {
    super();
    this.current = null;
    this.sessions = [];
    this.waiting = new Map();
    this.words = '';
    this.limit = MORE;
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
      .mark span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
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
    if (this.sessions.length === 0) {
      return this.error ? nothing : this.empty();
    }
    return html`
      ${grouped(this.sessions, ({ updated_at }) => stretch(updated_at)).map(
        ({ name, things }) => html`<section class="group" aria-label=${name}>
          <h2>${name}</h2>
          <ul class="rows">
            ${things.map((session) => html`<li>${this.row(session)}</li>`)}
          </ul>
        </section>`,
      )}
      ${this.sessions.length === this.limit ? html`<button @click=${this.more}>Show older ones</button>` : nothing}
    `;
  }

  private row({ session_id, title, updated_at }: Session) {
    const question = this.waiting.get(session_id);
    return html`<a
      class="row"
      href="${talkAt(session_id)}${question === undefined ? '' : '?mode=answer'}"
      aria-current=${session_id === this.current ? 'true' : nothing}
    >
      <span class="grow">
        <span class="title one-line">${title || 'Untitled'}</span>
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
    this.typing = window.setTimeout(() => void this.poll.now(), PAUSE_MS);
  }

  private more(): void {
    this.limit += MORE;
    void this.poll.now();
  }

  private async load(): Promise<void> {
    const words = this.words.trim();
    await this.trying(async () => {
      const [sessions, tasks] = await Promise.all([records.sessions(this.limit, words), records.tasks(100, 'waiting_for_input')]);
      if (words === this.words.trim()) {
        this.sessions = sessions;
        this.waiting = new Map(tasks.map((task) => [task.session_id, task.question?.text ?? '']));
      }
    });
  }
}

customElements.define('rb-conversations', Conversations);
