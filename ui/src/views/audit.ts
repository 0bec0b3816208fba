import { css, html, nothing } from 'lit';
import { taskAt } from '../address.ts';
import { records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { day, grouped, moment, timeOf } from '../moments.ts';
import type { AuditRecord } from '../types.ts';
import { kindOf, sentence, type Kind } from './deeds.ts';
import { View, view } from './view.ts';

const PAGE = 100;

const FILTERS: Record<'all' | Kind, string> = {
  all: 'Everything',
  words: 'What was said',
  judgements: 'Judgements',
  answers: 'Questions and answers',
  deeds: 'What ran',
  other: 'Other',
};

/** The record of what was said, judged, answered and done, the newest first, and whether its chain is whole. */
export class Audit extends View {
  static override properties = {
    ...View.properties,
    records: { state: true },
    filter: { state: true },
    words: { state: true },
    reading: { state: true },
  };
  declare records: AuditRecord[];
  declare filter: 'all' | Kind;
  declare words: string;
  declare reading: boolean;

  constructor() {
    super();
    this.records = [];
    this.filter = 'all';
    this.words = '';
    this.reading = false;
  }

  static override styles = [
    shared,
    view,
    css`
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.6rem;
      }
      summary {
        display: grid;
        grid-template-columns: 3.1rem minmax(0, 1fr) auto;
        gap: 0.5rem;
        padding: 0.65rem 0.7rem 0.65rem 0.95rem;
        cursor: pointer;
        list-style: none;
        overflow-wrap: anywhere;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--hover);
      }
      summary:focus-visible {
        border-radius: var(--round);
        outline-offset: -3px;
      }
      summary time {
        font-variant-numeric: tabular-nums;
        line-height: 1.71;
      }
      summary .icon {
        width: 18px;
        margin-top: 1px;
        color: var(--quiet);
        transition: transform 0.12s;
      }
      details[open] summary .icon {
        transform: rotate(90deg);
      }
      .more {
        display: grid;
        gap: 0.4rem;
        padding: 0 0.95rem 0.8rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.2rem 0.8rem;
        margin: 0;
        font-size: 0.875rem;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dd code {
        font-size: 0.8125rem;
      }
      a {
        color: var(--accent);
      }
      .chain {
        display: flex;
        gap: 0.5rem;
        padding: 0.7rem 0.95rem;
      }
      .chain p {
        overflow-wrap: anywhere;
      }
      @media (max-width: 30rem) {
        .filters {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    const shown = this.records.filter((record) => this.fits(record));
    return html`
      <header>
        <div>
          <h1 tabindex="-1">Audit</h1>
          <button ?disabled=${this.reading} @click=${this.load}>Look again</button>
        </div>
      </header>
      <div class="column">
        ${this.failure(() => void this.load())} ${this.loading ? this.skeleton(8) : nothing}
        ${this.records.length ? html`${this.chain()} ${this.filters()}` : nothing}
        ${grouped(shown, ({ at }) => day(at)).map(
          ({ name, things }) => html`<section class="group" aria-label=${name}>
            <h2>${name}</h2>
            <ul class="rows">
              ${things.map((record) => this.entry(record))}
            </ul>
          </section>`,
        )}
        ${this.records.length && !shown.length ? html`<p class="quiet" role="status">None of the entries read so far are like that.</p>` : nothing}
        ${this.oldest > 1 ? html`<button ?disabled=${this.reading} @click=${this.older}>Read older entries</button>` : nothing}
        ${!this.loading && !this.error && !this.records.length ? this.empty() : nothing}
      </div>
    `;
  }

  private empty() {
    return html`<div class="empty">
      ${icon('audit')}
      <p>Nothing is on record yet.</p>
      <p class="quiet">Every request, judgement, answer and command is written down here, so that it can be checked later.</p>
      <p><a class="button primary" href="/">Ask for something</a></p>
    </div>`;
  }

  /** Says no more than this page can know: that the entries read here name each other in order. */
  private chain() {
    const broken = gap(this.records);
    const newest = this.records[0]?.sequence ?? 0;
    return broken === null
      ? html`<div class="card chain">
          <span class="mark good">${icon('done')}</span>
          <p>
            Entries ${this.oldest} to ${newest} follow one another without a gap.
            <span class="quiet">To check every entry against its content, run <code>./readback audit verify</code>.</span>
          </p>
        </div>`
      : html`<div class="card chain" role="alert">
          <span class="mark bad">${icon('cross')}</span>
          <p><strong>Entry ${broken} does not follow the one before it.</strong> Run <code>./readback audit verify</code> to learn more.</p>
        </div>`;
  }

  private filters() {
    return html`<div class="filters">
      <div class="search">
        ${icon('search')}
        <input
          type="search"
          aria-label="Look in the entries read so far"
          placeholder="Look in the entries"
          .value=${this.words}
          @input=${(event: InputEvent) => (this.words = (event.target as HTMLInputElement).value)}
        />
      </div>
      <select aria-label="Which entries" @change=${(event: Event) => (this.filter = (event.target as HTMLSelectElement).value as Kind)}>
        ${Object.entries(FILTERS).map(([name, say]) => html`<option value=${name} ?selected=${name === this.filter}>${say}</option>`)}
      </select>
    </div>`;
  }

  private entry(record: AuditRecord) {
    return html`<li>
      <details>
        <summary>
          <time class="quiet" datetime=${record.at}>${timeOf(record.at)}</time>
          <span>${sentence(record)}</span>
          ${icon('next')}
        </summary>
        ${this.more(record)}
      </details>
    </li>`;
  }

  private more(record: AuditRecord) {
    return html`
      <div class="more">
        <dl>
          <dt>Entry</dt>
          <dd>${record.sequence}</dd>
          <dt>When</dt>
          <dd>${moment(record.at)}</dd>
          <dt>By</dt>
          <dd>${record.source}</dd>
          ${Object.entries(record.facts).map(([name, fact]) => (fact ? html`<dt>${name.replaceAll('_', ' ')}</dt><dd><code>${fact}</code></dd>` : nothing))}
          <dt>hash</dt>
          <dd><code>${record.hash}</code></dd>
        </dl>
        ${record.execution_id ? html`<a href=${taskAt(record.execution_id)}>The task it belongs to</a>` : nothing}
      </div>
    `;
  }

  private fits(record: AuditRecord): boolean {
    const words = this.words.trim().toLowerCase();
    const text = words && `${sentence(record)} ${record.kind} ${Object.values(record.facts).join(' ')}`.toLowerCase();
    return (this.filter === 'all' || kindOf(record) === this.filter) && (!words || text.includes(words));
  }

  private get oldest(): number {
    return this.records.at(-1)?.sequence ?? 0;
  }

  private async load(): Promise<void> {
    await this.read(async () => {
      this.records = await records.audit(PAGE);
    });
  }

  private async older(): Promise<void> {
    await this.read(async () => {
      const from = Math.max(1, this.oldest - PAGE);
      const before = await records.audit(this.oldest - from, from);
      this.records = [...this.records, ...before.reverse()];
    });
  }

  private async read(act: () => Promise<void>): Promise<void> {
    this.reading = true;
    await this.trying(act);
    this.reading = false;
  }
}

/** The entry, newest first, that does not name the one before it; null where all do. */
function gap(records: AuditRecord[]): number | null {
  const at = records.findIndex((record, index) => {
    const before = records[index + 1];
    return before !== undefined && (record.previous_hash !== before.hash || record.sequence !== before.sequence + 1);
  });
  return records[at]?.sequence ?? null;
}

customElements.define('rb-audit', Audit);
