import { css, html, nothing } from 'lit';
import { fileAt, address } from '../address.ts';
import { Problem, records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { day } from '../moments.ts';
import type { Hit } from '../types.ts';
import './note.ts';
import { View, view } from './view.ts';

const ABOUT: Record<string, string> = {
  'MEMORY.md': 'What is worth remembering',
  'USER.md': 'About you',
  'TOOLS.md': 'Your machines: what is where',
  'AGENTS.md': 'How Readback works here',
  'SOUL.md': 'Its manner',
};
const PAUSE_MS = 250;

interface Folder {
  name: string;
  files: string[];
}

/** The workspace: its Markdown files beside the one that is open, and a box to look through all of them. */
export class Memory extends View {
  static override properties = {
    ...View.properties,
    file: { attribute: false },
    files: { state: true },
    words: { state: true },
    hits: { state: true },
    naming: { state: true },
    refused: { state: true },
  };
  declare file: string | null;
  declare files: string[];
  declare words: string;
  declare hits: Hit[] | null;
  declare naming: boolean;
  declare refused: string;
  private typing = 0;

  constructor() {
    super();
    this.file = null;
    this.files = [];
    this.words = '';
    this.hits = null;
    this.naming = false;
    this.refused = '';
  }

  static override styles = [
    shared,
    view,
    css`
      :host {
        overflow: hidden;
      }
      .both {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        height: 100%;
      }
      .list {
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .reading .list,
      .nothing-open {
        display: none;
      }
      .row .quiet {
        display: block;
      }
      a[aria-current] {
        background: var(--chosen);
      }
      a[aria-current] .quiet {
        color: inherit;
      }
      .title {
        font-weight: 550;
      }
      .back {
        display: inline-grid;
        min-height: 44px;
        color: inherit;
        font-size: 1.35rem;
        font-weight: 680;
        text-decoration: none;
        align-content: center;
      }
      .hit {
        overflow-wrap: anywhere;
      }
      .naming {
        display: grid;
        gap: 0.5rem;
        padding: 0.8rem 0.95rem;
      }
      .ways {
        display: flex;
        gap: 0.5rem;
      }
      @media (min-width: 60rem) {
        .both {
          grid-template-columns: 21rem minmax(0, 1fr);
        }
        .list,
        .reading .list {
          display: block;
          border-right: 1px solid var(--line);
        }
        .nothing-open {
          display: grid;
          align-content: center;
          padding: 1rem;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override focus(): void {
    const note = this.renderRoot.querySelector<HTMLElement>('rb-note');
    if (note) {
      note.focus();
    } else {
      super.focus();
    }
  }

  override render() {
    return html`<div class="both ${this.file === null ? '' : 'reading'}">
      <div class="list">
        <header>
          <div>
            ${this.file === null ? html`<h1 tabindex="-1">Memory</h1>` : html`<p class="grow"><a class="back" href="/memory">Memory</a></p>`}
            <button @click=${() => (this.naming = !this.naming)} aria-expanded=${this.naming}>New note</button>
          </div>
        </header>
        <div class="column">
          ${this.naming ? this.form() : nothing}
          <div class="search">
            ${icon('search')}
            <input type="search" aria-label="Look in the memory" placeholder="Look in the memory" .value=${this.words} @input=${this.typed} />
          </div>
          ${this.failure(() => void this.load())} ${this.loading ? this.skeleton() : this.hits ? this.found(this.hits) : this.folders()}
        </div>
      </div>
      ${this.file === null
        ? html`<p class="nothing-open quiet empty">Choose a note to read or change it.</p>`
        : html`<rb-note .file=${this.file} @written=${this.load}></rb-note>`}
    </div>`;
  }

  private folders() {
    return folders(this.files).map(
      ({ name, files }) => html`<section class="group" aria-label=${name}>
        <h2>${name}</h2>
        <ul class="rows">
          ${files.map((file) => html`<li>${this.row(file)}</li>`)}
        </ul>
      </section>`,
    );
  }

  private row(file: string) {
    const about = ABOUT[file];
    return html`<a class="row" href=${fileAt(file)} aria-current=${file === this.file ? 'page' : nothing}>
      <span class="grow">
        <span class="title one-line">${about ?? nameOf(file)}</span>
        ${about ? html`<span class="quiet">${file}</span>` : nothing}
      </span>
    </a>`;
  }

  private found(hits: Hit[]) {
    return hits.length === 0
      ? html`<p class="quiet" role="status">No note has these words.</p>`
      : html`<ul class="rows" aria-label="Places found">
          ${hits.map(
            ({ file, line, text }) => html`<li>
              <a class="row" href=${fileAt(file)}>
                <span class="grow"><span class="hit">${text.trim()}</span><span class="quiet">${file}, line ${line}</span></span>
              </a>
            </li>`,
          )}
        </ul>`;
  }

  private form() {
    return html`<form class="card naming" @submit=${this.create} @keydown=${this.escape}>
      <label for="name">What shall it be called?</label>
      <input
        id="name"
        name="name"
        required
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder="restarting the shop"
        aria-describedby="where"
      />
      <p id="where" class="quiet">It goes to <code>skills/</code>: how something is done here.</p>
      ${this.refused ? html`<p class="bad" role="alert">${this.refused}</p>` : nothing}
      <div class="ways">
        <button class="primary">Make it</button>
        <button type="button" @click=${() => (this.naming = false)}>Cancel</button>
      </div>
    </form>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('naming') && this.naming) {
      this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    }
    if (changed.has('file') && changed.get('file') !== undefined) {
      this.renderRoot.querySelector('.list')?.scrollTo({ top: 0 });
    }
  }

  private escape({ key }: KeyboardEvent): void {
    if (key === 'Escape') {
      this.naming = false;
    }
  }

  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const said = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    const name = said.toLowerCase().replace(/\.md$/, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    try {
      await records.write(`skills/${name}.md`, { text: `# ${said}\n\n`, version: null });
      this.naming = false;
      this.refused = '';
      await this.load();
      address.go(fileAt(`skills/${name}.md`));
    } catch (error) {
      const taken = error instanceof Problem && error.status === 428;
      this.refused = taken ? 'There is such a note already.' : (error as Error).message;
    }
  }

  private typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => void this.search(), PAUSE_MS);
  }

  private async search(): Promise<void> {
    const words = this.words.trim();
    await this.trying(async () => {
      const hits = words ? await records.search(words) : null;
      if (words === this.words.trim()) {
        this.hits = hits;
      }
    });
  }

  private async load(): Promise<void> {
    await this.trying(async () => {
      this.files = await records.files();
    });
  }
}

/** The lasting files first, then how things are done, then the days, the latest first. */
function folders(files: string[]): Folder[] {
  const isDay = (file: string) => file.startsWith('memory/');
  const known = Object.keys(ABOUT).filter((file) => files.includes(file));
  const days = files.filter(isDay).sort().reverse();
  const skills = files.filter((file) => file.startsWith('skills/'));
  const others = files.filter((file) => !known.includes(file) && !isDay(file) && !skills.includes(file));
  return [
    { name: 'Always at hand', files: known },
    { name: 'How things are done here', files: skills },
    { name: 'Other notes', files: others },
    { name: 'Day by day', files: days },
  ].filter((folder) => folder.files.length > 0);
}

/** A file's name for people: a day as a day, a skill by its words. */
function nameOf(file: string): string {
  const date = /(\d{4})-(\d{2})-(\d{2})\.md$/.exec(file);
  return date ? day(`${date[1]}-${date[2]}-${date[3]}T12:00:00`) : (file.split('/').at(-1) ?? file).replace(/\.md$/, '').replaceAll('-', ' ');
}

customElements.define('rb-memory', Memory);
