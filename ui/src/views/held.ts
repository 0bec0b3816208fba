import { css, html, nothing } from 'lit';
import { talkAt } from '../address.ts';
import { api, Problem, records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { chat, SPEAKERS, turns } from '../components/turn-look.ts';
import { icon } from '../icons.ts';
import { day, grouped, timeOf } from '../moments.ts';
import { idIn } from '../session-key.ts';
import { isChat, type Session, type Turn } from '../types.ts';
import { Poll } from './poll.ts';
import { View, view } from './view.ts';

const TURNS = 200;
const MOST = 1000;
const FEW = 1200;

/** A conversation that a Gateway holds, to be read: it is gone on with where it is held. */
export class Held extends View {
  static override properties = {
    ...View.properties,
    key: { attribute: false },
    turns: { state: true },
    session: { state: true },
    missing: { state: true },
    limit: { state: true },
    whole: { state: true },
  };
  declare key: string;
  declare turns: Turn[];
  declare session: Session | null;
  declare missing: boolean;
  declare limit: number;
  /** The times of the turns that are long and shown in full. */
  declare whole: ReadonlySet<string>;
  private looked = '';
  private readonly poll = new Poll(this, () => this.load(), () => 15_000);

  constructor() {
    super();
    Object.assign(this, { turns: [], session: null, missing: false, limit: TURNS, whole: new Set() });
  }

  static override styles = [
    shared,
    view,
    turns,
    css`
      h1 {
        display: -webkit-box;
        overflow: hidden;
        font-size: 1.15rem;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .said {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      .note {
        padding: 0.6rem 0.95rem;
        overflow-wrap: anywhere;
      }
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
        gap: 0.15rem;
      }
      time {
        padding: 0 0.3rem;
        font-size: 0.78rem;
      }
      li.idle time {
        padding: 0 1rem;
      }
      li.mine time {
        text-align: right;
      }
      .turn button {
        padding: 0.2rem 0;
        color: var(--quiet);
        font-size: 0.875rem;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('key') && changed.get('key') !== undefined) {
      Object.assign(this, { turns: [], session: null, missing: false, limit: TURNS, whole: new Set(), loading: true });
      void this.poll.now();
    }
  }

  override render() {
    return html`
      <header>
        <div>
          <a class="icon-only" href="/sessions" aria-label="All conversations">${icon('back')}</a>
          <h1 tabindex="-1">${this.session?.title || 'Conversation'}</h1>
        </div>
      </header>
      <div class="column">
        ${this.missing ? this.gone() : this.failure(() => void this.poll.now())} ${this.loading ? this.skeleton(3) : nothing}
        ${this.turns.length ? this.said() : nothing}
      </div>
    `;
  }

  private gone() {
    return html`<div class="empty">
      ${icon('sessions')}
      <p>There is no such conversation, or the Gateway that holds it does not answer.</p>
      <p><a class="button" href="/sessions">All conversations</a></p>
    </div>`;
  }

  private said() {
    return html`
      ${this.held()}
      ${this.turns.length >= this.limit && this.limit < MOST ? html`<button @click=${this.more}>Show earlier ones</button>` : nothing}
      <div class="said" role="region" aria-label="What was said">
        ${grouped(this.turns, ({ at }) => day(at)).map(
          ({ name, things }) => html`<section class="group" aria-label=${name}>
            <h2>${name}</h2>
            <ol>
              ${things.map((turn, at) => (isChat(turn) ? this.chat(turn, things[at - 1]) : this.turn(turn)))}
            </ol>
          </section>`,
        )}
      </div>
    `;
  }

  /** Whose it is. One of ours is gone on with in Talk. */
  private held() {
    const own = this.turns.some(({ source }) => source !== 'gateway') ? idIn(this.key) : null;
    if (own) {
      return html`<p><a class="button" href=${talkAt(own)}>Go on with it in Talk</a></p>`;
    }
    const place = this.session?.place;
    return html`<p class="card note quiet">This conversation is held by ${place ? `the Gateway at ${place}` : 'a Gateway'}. It can be read here, not gone on with.</p>`;
  }

  private chat({ content, at }: Turn, before: Turn | undefined) {
    return html`<li class="idle">${chat(content, !before || !isChat(before))}<time class="quiet" datetime=${at}>${timeOf(at)}</time></li>`;
  }

  private turn({ role, content, at }: Turn) {
    const long = content.length > FEW;
    const whole = this.whole.has(at);
    return html`<li class=${role === 'user' ? 'mine' : ''}>
      <div class="turn ${role}">
        <span class="unseen">${role === 'assistant' ? 'Agent' : SPEAKERS[role]}: </span><span class="words">${long && !whole ? `${content.slice(0, FEW)}…` : content}</span>
        ${long ? html`<button class="plain" aria-expanded=${whole} @click=${() => this.fold(at)}>${whole ? 'Show less' : 'Show all'}</button>` : nothing}
      </div>
      <time class="quiet" datetime=${at}>${timeOf(at)}</time>
    </li>`;
  }

  private fold(at: string): void {
    const folded = new Set(this.whole);
    this.whole = folded.delete(at) ? folded : folded.add(at);
  }

  private more(): void {
    this.limit = MOST;
    void this.poll.now();
  }

  private async load(): Promise<void> {
    const { key } = this;
    if (!key || this.missing) {
      return;
    }
    await Promise.all([this.read(key), this.look(key)]);
  }

  private async read(key: string): Promise<void> {
    await this.trying(async () => {
      const { history } = await api.history(key, this.limit).catch((error: unknown) => {
        this.missing = key === this.key && error instanceof Problem && error.status === 404;
        throw error;
      });
      this.turns = key === this.key ? history : this.turns;
    });
  }

  /** Its title and its place, which only the list tells. */
  private async look(key: string): Promise<void> {
    if (this.looked !== key) {
      const listed = await records.sessions(MOST).catch(() => null);
      const found = listed?.sessions.find(({ session_key }) => session_key === key) ?? null;
      this.looked = listed ? key : '';
      this.session = key === this.key ? found : this.session;
    }
  }
}

customElements.define('rb-held', Held);
