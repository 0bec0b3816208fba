import { css, html, LitElement } from 'lit';
import { address } from '../address.ts';
import { api, Problem } from '../api.ts';
import { Conversation } from '../conversation.ts';
import { shared } from './shared.ts';
import './login.ts';
import './talk.ts';

type Door = 'looking' | 'closed' | 'open' | 'unreachable';

/** The whole page: the door, then the conversation the address names. */
export class App extends LitElement {
  static override properties = { door: { state: true }, error: { state: true } };
  declare door: Door;
  declare error: string;
  private readonly conversation = new Conversation();
  private code: string | null = null;

  constructor() {
    super();
    this.door = 'looking';
    this.error = '';
    this.conversation.addEventListener('logged-out', () => this.shut());
  }

  static override styles = [
    shared,
    css`
      .wait {
        display: grid;
        gap: 1rem;
        min-height: 100dvh;
        place-content: center;
        justify-items: center;
        padding: 1.5rem;
        text-align: center;
      }
      main:has(rb-talk) {
        height: 100dvh;
      }
      main:has(rb-talk) h1 {
        position: absolute;
        clip-path: inset(50%);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.navigated);
    addEventListener('hashchange', this.codeGiven);
    void this.enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.navigated);
    removeEventListener('hashchange', this.codeGiven);
  }

  private readonly navigated = () => {
    if (this.door === 'open' && address.session() !== this.conversation.session) {
      void this.conversation.open(address.session());
    }
  };

  private readonly codeGiven = () => {
    if (location.hash.includes('code=')) {
      void this.enter();
    }
  };

  /** Uses up a code that came with the address, also where this browser is logged in already, and goes in. */
  private async enter(): Promise<void> {
    this.code = address.takeCode() ?? this.code;
    try {
      const letIn = this.code ? await this.trade(this.code) : false;
      this.code = null;
      if (letIn || (await api.loggedIn())) {
        this.opened();
      } else {
        this.door = 'closed';
      }
    } catch {
      this.door = 'unreachable';
      setTimeout(() => void this.enter(), 2000);
    }
  }

  private async trade(code: string): Promise<boolean> {
    try {
      await api.login(code);
      return true;
    } catch (error) {
      if (error instanceof Problem) {
        this.error = error.message;
        return false;
      }
      throw error;
    }
  }

  private opened(): void {
    this.error = '';
    this.door = 'open';
    void this.conversation.open(address.session());
  }

  private shut(): void {
    this.conversation.close();
    this.door = 'closed';
  }

  override render() {
    switch (this.door) {
      case 'looking':
        return html`<div class="wait" aria-busy="true"></div>`;
      case 'unreachable':
        return html`<main class="wait" role="status">
          <h1>Readback cannot be reached</h1>
          <p>It may be starting, or stopped. This page tries again by itself.</p>
        </main>`;
      case 'closed':
        return html`<rb-login .error=${this.error} @logged-in=${this.opened}></rb-login>`;
      case 'open':
        return html`<main>
          <h1>Readback</h1>
          <rb-talk .conversation=${this.conversation} @logged-out=${this.shut}></rb-talk>
        </main>`;
    }
  }
}

customElements.define('rb-app', App);
