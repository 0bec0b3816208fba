import { css, html, LitElement, nothing } from 'lit';
import { address, talkAt } from '../address.ts';
import { records } from '../api.ts';
import { icon } from '../icons.ts';
import type { Session } from '../types.ts';
import { when } from '../words.ts';
import { shared } from './shared.ts';

/** The recent conversations of ours, beside the one that is open. Tells of a new one by "begun". */
export class Sessions extends LitElement {
  static override properties = { current: { attribute: false }, sessions: { state: true }, failed: { state: true } };
  declare current: string | null;
  declare sessions: Session[] | null;
  declare failed: boolean;

  constructor() {
    super();
    this.current = null;
    this.sessions = null;
    this.failed = false;
  }

  static override styles = [
    shared,
    css`
      aside {
        display: grid;
        grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
        gap: 0.6rem;
        height: 100%;
        padding: 0.9rem;
      }
      h2 {
        padding: 0.3rem 0.2rem 0;
        color: var(--quiet);
        font-size: 0.8125rem;
        font-weight: 650;
      }
      ul {
        overflow-y: auto;
        margin: 0 -0.4rem;
        padding: 0 0.4rem;
        list-style: none;
      }
      li a {
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
      li a:hover {
        background: var(--hover);
      }
      li a[aria-current] {
        background: var(--chosen);
        font-weight: 600;
      }
      li a:focus-visible {
        outline-offset: -3px;
      }
      a .quiet {
        font-size: 0.8125rem;
        font-weight: 400;
      }
      a[aria-current] .quiet {
        color: inherit;
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
    if (changed.has('current')) {
      void this.load();
    }
  }

  override render() {
    return html`<aside aria-label="Recent conversations">
      <button class="button" @click=${this.begin}>${icon('add')} New conversation</button>
      <h2>Recent</h2>
      ${this.list()}
    </aside>`;
  }

  private begin(): void {
    address.go('/');
    this.dispatchEvent(new Event('begun'));
  }

  private list() {
    if (this.failed) {
      return html`<p class="quiet">They could not be read just now.</p>`;
    }
    return this.sessions?.length === 0
      ? html`<p class="quiet">None yet.</p>`
      : html`<ul tabindex="-1">
          ${this.sessions?.map((session) => this.row(session))}
        </ul>`;
  }

  private row({ session_id, title, updated_at }: Session) {
    return html`<li>
      <a href=${talkAt(session_id)} aria-current=${session_id === this.current ? 'page' : nothing}>
        <span class="title">${title || 'Untitled'}</span>
        <span class="quiet">${when(updated_at)}</span>
      </a>
    </li>`;
  }

  private async load(): Promise<void> {
    try {
      this.sessions = await records.ours(30);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}

customElements.define('rb-sessions', Sessions);
