import { css, html, LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { address } from '../address.ts';
import { forgetLink, takeLink, type Link } from '../answer/link.ts';
import { api, Problem } from '../api.ts';
import { Conversation } from '../conversation.ts';
import { drafts } from '../drafts.ts';
import { tabs } from '../tabs.ts';
import { shared } from './shared.ts';
import './answer.ts';
import './login.ts';
import './shell.ts';

type Door = 'looking' | 'closed' | 'open' | 'unreachable' | 'guest';

const LAST = 'readback.session';
const AGAIN_MS = 2000;

/** The whole page: the door, then the shell with the view that the address names. */
export class App extends LitElement {
  static override properties = { door: { state: true }, error: { state: true } };
  declare door: Door;
  declare error: string;
  private readonly conversation = new Conversation();
  private code: string | null = null;
  private link: Link | null = null;
  private again = 0;

  constructor() {
    super();
    this.door = 'looking';
    this.error = '';
    this.conversation.addEventListener('logged-out', () => this.shut());
    this.conversation.addEventListener('change', () => this.remember());
    tabs.hear((news) => (news === 'logged-out' ? this.shut() : void this.enter()));
  }

  static override styles = [
    shared,
    css`
      :host {
        overflow-y: auto;
        height: 100dvh;
      }
      .wait {
        display: grid;
        gap: 1rem;
        min-height: 100dvh;
        place-content: center;
        justify-items: center;
        padding: 1.5rem;
        text-align: center;
        text-wrap: balance;
      }
      .wait img {
        width: 44px;
        height: 44px;
      }
      .wait h1 {
        font-size: 1.35rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', this.navigated);
    addEventListener('hashchange', this.codeGiven);
    addEventListener('online', this.retry);
    document.addEventListener('visibilitychange', this.lookedAtAgain);
    addEventListener('pageshow', this.lookedAtAgain);
    void this.enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    address.removeEventListener('change', this.navigated);
    removeEventListener('hashchange', this.codeGiven);
    removeEventListener('online', this.retry);
    document.removeEventListener('visibilitychange', this.lookedAtAgain);
    removeEventListener('pageshow', this.lookedAtAgain);
  }

  private readonly navigated = () => {
    const { place } = address;
    if (this.door === 'open' && place.view === 'talk' && place.session !== this.conversation.session) {
      void this.conversation.open(place.session);
    }
  };

  private readonly codeGiven = () => {
    if (location.hash.includes('code=') || (address.answering() && location.hash)) {
      void this.enter();
    }
  };

  private readonly retry = () => {
    if (this.door === 'unreachable') {
      void this.enter();
    }
  };

  /** A page that comes out of the background, or out of the browser's memory of pages, may have been logged out meanwhile. */
  private readonly lookedAtAgain = () => {
    if (this.door === 'open' && document.visibilityState === 'visible') {
      void api.loggedIn().then(
        (still) => still || this.shut(),
        () => undefined,
      );
    }
  };

  /** Uses up a code that came with the address, also where this browser is logged in already, and goes in. */
  private async enter(): Promise<void> {
    clearTimeout(this.again);
    this.link = takeLink();
    this.code = address.takeCode() ?? this.code;
    try {
      const letIn = this.code ? await this.trade(this.code) : false;
      this.code = null;
      if (letIn || (await api.loggedIn())) {
        this.opened();
      } else {
        this.door = this.link ? 'guest' : 'closed';
        this.requestUpdate();
      }
    } catch {
      this.door = 'unreachable';
      this.again = window.setTimeout(() => void this.enter(), AGAIN_MS);
    }
  }

  private async trade(code: string): Promise<boolean> {
    try {
      await api.login(code);
      tabs.tell('logged-in');
      return true;
    } catch (error) {
      if (error instanceof Problem) {
        this.error = error.message;
        return false;
      }
      throw error;
    }
  }

  /** Goes on with the conversation the address names, or elsewhere with the one this tab had last. */
  private opened(): void {
    const { place } = address;
    this.error = '';
    if (this.link) {
      forgetLink(this.link);
    }
    if (this.door !== 'open') {
      this.door = 'open';
      void this.conversation.open(place.view === 'talk' ? place.session : sessionStorage.getItem(LAST));
    } else {
      this.navigated();
    }
  }

  private remember(): void {
    if (this.door === 'open' && this.conversation.session) {
      sessionStorage.setItem(LAST, this.conversation.session);
    }
  }

  /** Closes the door; nothing of what was said stays behind it. */
  private shut(): void {
    this.door = 'closed';
    sessionStorage.removeItem(LAST);
    drafts.clear();
    void this.conversation.open(null);
  }

  private letIn(): void {
    tabs.tell('logged-in');
    this.opened();
  }

  private async logOut(): Promise<void> {
    try {
      await api.logout();
      tabs.tell('logged-out');
      this.shut();
    } catch (error) {
      this.error = (error as Error).message;
    }
  }

  override render() {
    switch (this.door) {
      case 'looking':
        return html`<div class="wait" aria-busy="true"></div>`;
      case 'unreachable':
        return html`<main class="wait">
          <img src="/favicon.svg" alt="" />
          <h1>Not connected</h1>
          <p role="status">Readback cannot be reached. It may be starting, or stopped, or this device is offline.</p>
          <p class="quiet">This page tries again by itself.</p>
        </main>`;
      case 'closed':
        return html`<rb-login .error=${this.error} @logged-in=${this.letIn}></rb-login>`;
      case 'guest':
        return html`${keyed(this.link?.code, html`<rb-answer .link=${this.link} @logged-in=${this.letIn}></rb-answer>`)}`;
      case 'open':
        return html`<rb-shell
          .conversation=${this.conversation}
          .error=${this.error}
          @logged-out=${this.shut}
          @log-out=${this.logOut}
          @forgiven=${() => (this.error = '')}
        ></rb-shell>`;
    }
  }
}

customElements.define('rb-app', App);
