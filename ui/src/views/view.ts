import { css, html, LitElement, nothing } from 'lit';
import { Problem } from '../api.ts';

/** One of the views beside the conversation. Where the login has ended it tells so by "logged-out". */
export abstract class View extends LitElement {
  static override properties = { loading: { state: true }, error: { state: true } };
  declare loading: boolean;
  declare error: string;

  constructor() {
    super();
    this.loading = true;
    this.error = '';
  }

  /** Leads to the heading, so that whoever hears or tabs begins where the view begins. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  /** Does what may fail, and keeps what to say when it does. */
  protected async trying(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.error = '';
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        this.dispatchEvent(new Event('logged-out', { bubbles: true, composed: true }));
      }
      this.error = (error as Error).message;
      return false;
    } finally {
      this.loading = false;
    }
  }

  protected failure(again: () => void) {
    return this.error
      ? html`<div class="failure" role="alert">
          <p>${this.error}</p>
          <button @click=${again}>Try again</button>
        </div>`
      : nothing;
  }

  /** Stands where the list will stand, so that nothing jumps. */
  protected skeleton(rows = 5) {
    return html`<div class="skeleton" role="status" aria-label="Loading">
      ${Array.from({ length: rows }, () => html`<div></div>`)}
    </div>`;
  }
}

/** What a view has not got: a Problem with status 404 stands for a server that does not know the call. */
export async function unlessMissing<T>(call: Promise<T>, instead: T): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      return instead;
    }
    throw error;
  }
}

/** A search field with its icon. */
export const search = css`
  .search {
    position: relative;
  }
  .search .icon {
    position: absolute;
    top: 12px;
    left: 0.8rem;
    width: 20px;
    height: 20px;
    color: var(--quiet);
    pointer-events: none;
  }
  .search input {
    padding-left: 2.6rem;
  }
`;

export const view = css`
  ${search}
  :host {
    display: block;
    overflow-y: auto;
    height: 100%;
    overscroll-behavior: contain;
    scroll-padding-top: 4.5rem;
  }
  @media (min-width: 60rem) {
    :host {
      scrollbar-gutter: stable both-edges;
    }
  }
  header {
    position: sticky;
    z-index: 2;
    top: 0;
    background: var(--page);
  }
  header > div {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    width: min(46rem, 100%);
    min-height: 3.75rem;
    margin: 0 auto;
    padding: 0.5rem 1rem;
  }
  h1 {
    flex: 1;
    min-width: 0;
    font-size: 1.35rem;
    font-weight: 680;
    letter-spacing: -0.012em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h1:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }
  h2 {
    font-size: 0.8125rem;
    font-weight: 650;
    color: var(--quiet);
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    width: min(46rem, 100%);
    margin: 0 auto;
    padding: 0.25rem 1rem 2rem;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.45rem;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  .rows {
    overflow: hidden;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    list-style: none;
  }
  .rows > li + li {
    border-top: 1px solid var(--line);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 52px;
    padding: 0.6rem 0.95rem;
    color: inherit;
    text-decoration: none;
  }
  a.row:hover {
    background: var(--hover);
  }
  a.row:focus-visible {
    border-radius: var(--round);
    outline-offset: -3px;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .one-line {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .search input::-webkit-search-cancel-button {
    filter: grayscale(1);
  }
  .empty {
    display: grid;
    gap: 0.6rem;
    padding: 12vh 1rem 1rem;
    justify-items: center;
    text-align: center;
    text-wrap: balance;
  }
  .empty .icon {
    width: 40px;
    height: 40px;
    color: var(--quiet);
    stroke-width: 1.3;
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
    padding: 0.6rem 0.6rem 0.6rem 0.95rem;
    border-radius: var(--round);
    background: var(--danger-surface);
    color: var(--danger);
  }
  .failure p {
    flex: 1 1 12rem;
  }
  .failure button {
    color: var(--ink);
  }
  .skeleton {
    display: grid;
    gap: 0.5rem;
  }
  .skeleton div {
    height: 60px;
    border-radius: var(--round);
    background: var(--sunken);
    animation: wait 1.6s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.45;
    }
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .mark .icon {
    width: 16px;
    height: 16px;
    stroke-width: 2.4;
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--danger);
  }
  .asking {
    color: var(--ask);
  }
  .busy {
    color: var(--accent);
  }
`;
