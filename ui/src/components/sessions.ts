import { css, html, LitElement, nothing } from 'lit';
import { api } from '../api.ts';
import type { Session } from '../types.ts';
import { when } from '../words.ts';
import { shared } from './shared.ts';

/** The recent conversations. Tells of a choice by "chosen" (null is a new one) and of "log-out". */
export class Sessions extends LitElement {
  static override properties = {
    current: { attribute: false },
    hidden: { type: Boolean, reflect: true },
    sessions: { state: true },
    failed: { state: true },
  };
  declare current: string | null;
  declare sessions: Session[];
  declare failed: boolean;

  constructor() {
    super();
    this.current = null;
    this.sessions = [];
    this.failed = false;
  }

  static override styles = [
    shared,
    css`
      nav {
        display: grid;
        grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
        gap: 0.6rem;
        height: 100%;
        padding: 0.9rem;
      }
      h2 {
        color: var(--quiet);
        font-size: 0.875rem;
        font-weight: 600;
      }
      ul {
        overflow-y: auto;
        margin: 0 -0.4rem;
        padding: 0 0.4rem;
        list-style: none;
      }
      a {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: 44px;
        margin-bottom: 2px;
        padding: 0.4rem 0.7rem;
        border-radius: 10px;
        color: inherit;
        text-decoration: none;
      }
      a:hover,
      a[aria-current] {
        background: var(--sunken);
      }
      a[aria-current] {
        font-weight: 600;
      }
      .title {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('current') || (changed.has('hidden') && !this.hidden)) {
      void this.load();
    }
  }

  override render() {
    return html`<nav aria-label="Conversations">
      <button @click=${() => this.choose(null)}>New conversation</button>
      <h2>Recent</h2>
      ${this.list()}
      <button class="plain" @click=${() => this.dispatchEvent(new Event('log-out'))}>Log out</button>
    </nav>`;
  }

  private list() {
    if (this.failed) {
      return html`<p class="quiet">They could not be read just now.</p>`;
    }
    return this.sessions.length === 0
      ? html`<p class="quiet">None yet.</p>`
      : html`<ul tabindex="-1">${this.sessions.map((session) => this.row(session))}</ul>`;
  }

  private row({ session_id, title, updated_at }: Session) {
    return html`<li>
      <a
        href="/?session=${session_id}"
        aria-current=${session_id === this.current ? 'page' : nothing}
        @click=${(event: MouseEvent) => this.follow(event, session_id)}
      >
        <span class="title">${title || 'Untitled'}</span>
        <span class="quiet">${when(updated_at)}</span>
      </a>
    </li>`;
  }

  /** A click with a modifier opens another tab, as links do. */
  private follow(event: MouseEvent, session: string): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.choose(session);
    }
  }

  private choose(detail: string | null): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail }));
  }

  private async load(): Promise<void> {
    try {
      this.sessions = await api.sessions();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}

customElements.define('rb-sessions', Sessions);
