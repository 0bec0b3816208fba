import { css, html, LitElement, nothing } from 'lit';
import { address, talkAt, type Place } from '../address.ts';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { icon, type IconName } from '../icons.ts';
import { shared } from './shared.ts';
import type { Talk } from './talk.ts';
import './sessions.ts';
import './talk.ts';
import '../views/audit.ts';
import '../views/conversations.ts';
import '../views/held.ts';
import '../views/memory.ts';
import '../views/nowhere.ts';
import '../views/settings.ts';
import '../views/task.ts';
import '../views/tasks.ts';

type View = Exclude<Place['view'], 'nowhere'>;

const NAMES: Record<View, string> = {
  talk: 'Talk',
  tasks: 'Tasks',
  sessions: 'History',
  memory: 'Memory',
  audit: 'Audit',
  settings: 'Settings',
};
const VIEWS = Object.keys(NAMES) as View[];

/** What stands around every view: the ways to the others, the way back, and where the eye and the keyboard begin after a change. */
export class Shell extends LitElement {
  static override properties = { conversation: { attribute: false }, error: { attribute: false } };
  declare conversation: Conversation;
  declare error: string;
  private shown: string | null = null;
  private draft = '';

  constructor() {
    super();
    this.error = '';
    new Follow(this, () => address);
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100dvh;
        padding-left: env(safe-area-inset-left);
        padding-right: env(safe-area-inset-right);
      }
      .skip {
        position: absolute;
        z-index: 9;
        top: 0.5rem;
        left: 0.5rem;
        padding: 0.6rem 1rem;
        border-radius: 11px;
        background: var(--surface);
        color: inherit;
        box-shadow: var(--shadow);
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
        pointer-events: none;
      }
      main {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        min-height: 0;
        padding-top: env(safe-area-inset-top);
      }
      main > * {
        grid-row: 2;
        grid-column: 1;
        min-height: 0;
      }
      .bar {
        display: flex;
        grid-row: 1;
        align-items: center;
        gap: 0.6rem;
        min-height: 3.25rem;
        padding: 0 0.35rem 0 1rem;
        border-bottom: 1px solid var(--line);
      }
      .bar img {
        width: 28px;
        height: 28px;
      }
      .bar h1 {
        flex: 1;
        font-size: 1.05rem;
        font-weight: 650;
      }
      .problem {
        display: flex;
        grid-row: 1;
        align-items: center;
        padding: 0.3rem 0.3rem 0.3rem 1rem;
        background: var(--danger-surface);
        color: var(--danger);
      }
      .problem span {
        flex: 1;
      }
      rb-sessions {
        display: none;
      }
      nav ul {
        display: flex;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      nav {
        grid-row: 2;
        padding-bottom: env(safe-area-inset-bottom);
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      nav img {
        display: none;
      }
      nav li {
        flex: 1 1 auto;
        min-width: 44px;
      }
      li a {
        position: relative;
        display: grid;
        gap: 1px;
        min-height: 54px;
        padding: 0.3rem 0.15rem;
        align-content: center;
        justify-items: center;
        color: var(--quiet);
        font-size: 0.6875rem;
        font-weight: 550;
        line-height: 1.3;
        text-decoration: none;
        -webkit-tap-highlight-color: transparent;
      }
      li a:hover,
      li a[aria-current] {
        color: var(--accent);
      }
      li a:focus-visible {
        border-radius: 11px;
        outline-offset: -3px;
      }
      .pill {
        display: grid;
        width: 44px;
        height: 28px;
        border-radius: 14px;
        place-items: center;
        transition: background 0.12s;
      }
      a[aria-current] .pill {
        background: var(--chosen);
      }
      .waiting::after {
        position: absolute;
        top: 0.35rem;
        left: calc(50% + 9px);
        width: 9px;
        height: 9px;
        border: 2px solid var(--surface);
        border-radius: 50%;
        background: var(--ask);
        content: '';
      }
      @media (max-width: 21.5rem) {
        li a {
          font-size: 0.625rem;
        }
      }
      @media (max-width: 39.99rem) and (max-height: 35rem) and (pointer: coarse) {
        :host([typing]) nav {
          display: none;
        }
      }
      @media (min-width: 40rem) {
        :host {
          grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
        }
        nav {
          grid-row: 1;
          grid-column: 1;
          overflow-y: auto;
          width: 5.25rem;
          padding: 0.9rem 0.35rem;
          border: 0;
          border-right: 1px solid var(--line);
        }
        nav img {
          display: block;
          width: 34px;
          height: 34px;
          margin: 0 auto 0.9rem;
        }
        nav ul {
          display: grid;
          gap: 0.3rem;
        }
        li a {
          font-size: 0.71875rem;
        }
        main {
          grid-column: 2;
        }
      }
      @media (min-width: 40rem) and (max-height: 30rem) {
        nav {
          padding-top: 0.2rem;
        }
        nav img {
          display: none;
        }
      }
      @media (min-width: 60rem) {
        main.talk {
          grid-template: auto minmax(0, 1fr) / 16.5rem minmax(0, 1fr);
        }
        main.talk > rb-talk {
          grid-row: 1 / 3;
          grid-column: 2;
        }
        main.talk > rb-sessions {
          display: block;
          grid-row: 1 / 3;
          border-right: 1px solid var(--line);
        }
        .bar {
          position: absolute;
          width: 1px;
          min-height: 0;
          height: 1px;
          overflow: hidden;
          border: 0;
          clip-path: inset(50%);
        }
        .bar a {
          display: none;
        }
      }
    `,
  ];

  override willUpdate(): void {
    const talk = this.talk();
    if (talk && address.place.view !== 'talk') {
      this.draft = talk.draft;
    }
  }

  override render() {
    const { place } = address;
    return html`
      ${this.navigation(place)}
      <main id="main" class=${place.view} @click=${this.follow} @say=${this.say} @focusin=${this.typing} @focusout=${this.typing}>
        ${this.error ? this.problem() : nothing} ${this.view(place)}
      </main>
    `;
  }

  private navigation(place: Place) {
    return html`<nav aria-label="Readback" @click=${this.follow}>
      <a class="skip" href="#main" @click=${this.skip}>Skip to the content</a>
      <img src="/favicon.svg" alt="" />
      <ul>
        ${VIEWS.map((view) => html`<li>${this.way(view, place)}</li>`)}
      </ul>
    </nav>`;
  }

  private way(view: View, place: Place) {
    const waiting = view === 'talk' && place.view !== 'talk' && this.conversation.question !== null;
    return html`<a
      class=${waiting ? 'waiting' : ''}
      href=${view === 'talk' ? talkAt(this.conversation.session) : `/${view}`}
      aria-current=${view === place.view ? 'page' : nothing}
    >
      <span class="pill">${icon(view satisfies IconName)}</span>
      ${NAMES[view]}${waiting ? html`<span class="unseen">, a question waits</span>` : nothing}
    </a>`;
  }

  private view(place: Place) {
    switch (place.view) {
      case 'talk':
        return html`
          <div class="bar">
            <img src="/favicon.svg" alt="" />
            <h1>Readback</h1>
            <a class="icon-only" href="/" aria-label="New conversation">${icon('add')}</a>
          </div>
          <rb-sessions .current=${this.conversation.session} @begun=${this.toBox}></rb-sessions>
          <rb-talk .conversation=${this.conversation} @logged-out=${() => this.dispatchEvent(new Event('logged-out'))}></rb-talk>
        `;
      case 'tasks':
        return place.execution ? html`<rb-task .execution=${place.execution}></rb-task>` : html`<rb-tasks></rb-tasks>`;
      case 'sessions':
        return place.key === null
          ? html`<rb-conversations .current=${this.conversation.session}></rb-conversations>`
          : html`<rb-held .key=${place.key}></rb-held>`;
      case 'memory':
        return html`<rb-memory .file=${place.file}></rb-memory>`;
      case 'audit':
        return html`<rb-audit></rb-audit>`;
      case 'settings':
        return html`<rb-settings></rb-settings>`;
      case 'nowhere':
        return html`<rb-nowhere></rb-nowhere>`;
    }
  }

  private problem() {
    return html`<div class="problem" role="alert">
      <span>${this.error}</span>
      <button class="plain" @click=${() => this.dispatchEvent(new Event('forgiven'))}>Dismiss</button>
    </div>`;
  }

  override updated(): void {
    const { place } = address;
    document.title = place.view === 'talk' ? 'Readback' : `${place.view === 'nowhere' ? 'Not found' : NAMES[place.view]} · Readback`;
    const now = location.pathname.split('/').slice(0, place.view === 'talk' ? 1 : 3).join('/') + place.view;
    const before = this.shown;
    this.shown = now;
    if (before !== now) {
      this.arrived(place, before === null);
    }
  }

  /** After a change of view the keyboard begins in it; a page that just opened is left as the browser has it. */
  private arrived(place: Place, first: boolean): void {
    if (place.view === 'talk') {
      void this.talk()?.updateComplete.then(() => this.backInTalk());
    } else if (!first) {
      const view = this.renderRoot.querySelector<LitElement>('main > :last-child');
      void view?.updateComplete.then(() => view.focus());
    }
  }

  private backInTalk(): void {
    if (this.draft) {
      this.talk()?.offer(this.draft);
      this.draft = '';
    }
  }

  private talk(): Talk | null {
    return this.renderRoot?.querySelector('rb-talk') ?? null;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<LitElement>('main > :last-child')?.focus();
  }

  /** Puts words from another view into the box of the conversation. */
  private say(event: CustomEvent<string>): void {
    this.draft = event.detail;
    address.go(talkAt(this.conversation.session));
  }

  /** Follows a link of ours within the page; a click with a modifier opens another tab, as links do. */
  private follow(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const path = link?.getAttribute('href') ?? '';
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain && !event.defaultPrevented && path.startsWith('/') && !path.startsWith('//') && !link.target) {
      event.preventDefault();
      address.go(path);
      this.toBox();
    }
  }

  /** Whoever has a keyboard goes on typing; on a phone it would only come up unasked. */
  private toBox(): void {
    if (address.place.view === 'talk' && !address.answering() && matchMedia('(pointer: fine)').matches) {
      this.talk()?.focus();
    }
  }

  /** While a text is typed, the keyboard of a phone leaves no room for the ways. */
  private typing(event: FocusEvent): void {
    const field = event.composedPath()[0];
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /text|search/.test(field.type));
    this.toggleAttribute('typing', event.type === 'focusin' && isText);
  }
}

customElements.define('rb-shell', Shell);
