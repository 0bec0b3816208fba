import { css, html, LitElement, nothing } from 'lit';
import { records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import type { Phrase } from '../types.ts';
import { search } from './view.ts';

/** What can be said, by what it is about. Tells of a choice by "say", which puts the words into the talk box. */
export class Phrases extends LitElement {
  static override properties = { phrases: { state: true }, words: { state: true } };
  declare phrases: Phrase[];
  declare words: string;

  constructor() {
    super();
    this.hidden = true;
    this.phrases = [];
    this.words = '';
  }

  static override styles = [
    shared,
    search,
    css`
      :host([hidden]) {
        display: none;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.45rem;
      }
      h2 {
        color: var(--quiet);
        font-size: 0.8125rem;
        font-weight: 650;
      }
      .domains {
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
      }
      details + details {
        border-top: 1px solid var(--line);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: 48px;
        padding: 0.3rem 0.95rem;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary .icon {
        width: 18px;
        height: 18px;
        margin-left: auto;
        color: var(--quiet);
        transition: transform 0.12s;
      }
      details[open] summary .icon {
        transform: rotate(90deg);
      }
      summary:focus-visible {
        outline-offset: -3px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.45rem;
        margin: 0;
        padding: 0.2rem 0.95rem 0.95rem;
        list-style: none;
      }
      li button {
        border-color: var(--line);
        border-radius: 1.4rem;
        font-size: 0.9375rem;
        line-height: 1.3;
        text-align: left;
      }
      .note {
        color: var(--quiet);
        font-size: 0.8125rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void records.phrases().then(
      (phrases) => {
        this.phrases = phrases;
        this.hidden = phrases.length === 0;
      },
      () => undefined, // A server that does not tell its phrases is talked to all the same.
    );
  }

  override render() {
    return this.phrases.length === 0
      ? nothing
      : html`<section aria-label="What you can say">
          <h2>What you can say</h2>
          <div class="search">
            ${icon('search')}
            <input
              type="search"
              aria-label="Look for something to say"
              placeholder="Look for something to say"
              .value=${this.words}
              @input=${(event: InputEvent) => (this.words = (event.target as HTMLInputElement).value)}
            />
          </div>
          ${this.domains()}
        </section>`;
  }

  private domains() {
    const words = this.words.trim().toLowerCase();
    const found = this.phrases.filter(({ say, intent, domain }) => `${say} ${intent} ${domain}`.toLowerCase().includes(words));
    const domains = [...new Set(found.map(({ domain }) => domain))];
    return found.length === 0
      ? html`<p class="quiet" role="status">Nothing like that. Try it in your own words all the same.</p>`
      : html`<div class="domains">
          ${domains.map((domain) => this.domain(domain, found.filter((phrase) => phrase.domain === domain)))}
        </div>`;
  }

  private domain(domain: string, phrases: Phrase[]) {
    return html`<details ?open=${this.words.trim() !== ''}>
      <summary>${capital(domain)} <span class="note">${phrases.length}</span>${icon('next')}</summary>
      <ul>
        ${phrases.map((phrase) => html`<li>${this.phrase(phrase)}</li>`)}
      </ul>
    </details>`;
  }

  private phrase({ say, own, changes }: Phrase) {
    const notes = [own ? 'your own' : '', changes ? 'asks first' : ''].filter(Boolean).join(', ');
    return html`<button @click=${() => this.choose(say)}>${say}${notes ? html` <span class="note">(${notes})</span>` : nothing}</button>`;
  }

  private choose(detail: string): void {
    this.dispatchEvent(new CustomEvent('say', { detail, bubbles: true, composed: true }));
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

customElements.define('rb-phrases', Phrases);
