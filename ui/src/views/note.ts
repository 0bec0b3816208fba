import { css, html, nothing } from 'lit';
import { Problem, records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { drafts } from '../drafts.ts';
import { icon } from '../icons.ts';
import { markdown } from '../markdown.ts';
import type { Note as Text } from '../types.ts';
import { View, view } from './view.ts';

/** One file of the workspace, to read and to change. Never writes over what somebody else wrote meanwhile. Tells of a change by "written". */
export class Note extends View {
  static override properties = {
    ...View.properties,
    file: { attribute: false },
    note: { state: true },
    draft: { state: true },
    theirs: { state: true },
    missing: { state: true },
    saving: { state: true },
    saved: { state: true },
  };
  declare file: string;
  declare note: Text | null;
  declare draft: Text | null;
  declare theirs: Text | null;
  declare missing: boolean;
  declare saving: boolean;
  declare saved: boolean;

  constructor() {
    super();
    this.forget();
  }

  static override styles = [
    shared,
    view,
    css`
      h1 {
        font-size: 1.15rem;
      }
      .prose {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.8rem;
        overflow-wrap: anywhere;
      }
      .prose h2 {
        color: var(--ink);
        font-size: 1.3rem;
        letter-spacing: -0.01em;
        line-height: 1.3;
      }
      .prose h3 {
        margin-top: 0.5rem;
        font-size: 1.08rem;
      }
      .prose h4 {
        margin: 0.4rem 0 0;
        font-size: 1rem;
      }
      .prose ul,
      .prose ol {
        display: grid;
        gap: 0.3rem;
        margin: 0;
        padding-left: 1.4rem;
      }
      .prose li > ul,
      .prose li > ol {
        margin-top: 0.3rem;
      }
      .prose a {
        color: var(--accent);
      }
      .prose blockquote {
        display: grid;
        gap: 0.5rem;
        margin: 0;
        padding-left: 0.9rem;
        border-left: 3px solid var(--line);
        color: var(--quiet);
      }
      .prose code {
        padding: 0.1em 0.3em;
        border-radius: 5px;
        background: var(--sunken);
      }
      .prose pre {
        overflow-x: auto;
        padding: 0.7rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
      }
      .prose pre code {
        padding: 0;
        background: none;
      }
      .prose hr {
        width: 100%;
        border: 0;
        border-top: 1px solid var(--line);
      }
      .table {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.35rem 0.7rem;
        border: 1px solid var(--line);
        text-align: left;
        vertical-align: top;
      }
      .writing {
        display: grid;
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
        height: 100%;
        overflow: hidden;
      }
      .writing .column {
        grid-template-rows: auto auto minmax(0, 1fr);
        gap: 0;
        height: 100%;
        min-height: 0;
        padding-bottom: 1rem;
      }
      .writing .failure,
      .conflict {
        margin-bottom: 0.8rem;
      }
      @media (max-width: 39.99rem) {
        .writing .to-list {
          display: none;
        }
        .writing h1 {
          overflow: hidden;
          font-size: 0.9375rem;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
      }
      textarea {
        grid-row: 3;
        width: 100%;
        height: 100%;
        padding: 0.9rem 1rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--round);
        background: var(--surface);
        font-family: var(--mono);
        font-size: 0.9375rem;
        line-height: 1.6;
        resize: none;
      }
      textarea:focus-visible {
        border-color: var(--accent);
        outline: 1.5px solid var(--accent);
        outline-offset: 0;
      }
      .conflict {
        display: grid;
        gap: 0.6rem;
        padding: 0.8rem 0.95rem;
        border: 1px solid var(--ask-line);
        border-radius: var(--round);
        background: var(--ask-surface);
      }
      .conflict pre {
        overflow: auto;
        max-height: 9rem;
        padding: 0.5rem 0.7rem;
        border-radius: 9px;
        background: var(--surface);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      @media (min-width: 60rem) {
        a.to-list {
          display: none;
        }
      }
    `,
  ];

  private forget(): void {
    Object.assign(this, { note: null, theirs: null, missing: false, saving: false, saved: false, loading: true, draft: null });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('file')) {
      this.forget();
      this.draft = drafts.get(this.file) ?? null;
      void this.load();
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('draft') && this.draft && !changed.get('draft')) {
      this.renderRoot.querySelector('textarea')?.focus();
    }
  }

  override render() {
    return html`<div class=${this.draft ? 'writing' : ''}>
      <header>
        <div>
          <a class="icon-only to-list" href="/memory" aria-label="All notes">${icon('back')}</a>
          <h1 tabindex="-1">${this.file}</h1>
          ${this.buttons()}
        </div>
      </header>
      <div class="column">
        <div role="status">${this.saved ? html`<p class="mark good">${icon('done')} Saved.</p>` : nothing}</div>
        ${this.draft ? this.writing(this.draft) : this.reading()}
      </div>
    </div>`;
  }

  private buttons() {
    if (this.draft) {
      return html`
        <button @click=${this.leave}>Cancel</button>
        <button class="primary" ?disabled=${this.saving || this.theirs !== null} @click=${this.save}>Save</button>
      `;
    }
    return this.note ? html`<button @click=${this.write}>Edit</button>` : nothing;
  }

  private reading() {
    if (this.missing) {
      return html`<div class="empty">
        ${icon('file')}
        <p>There is no such note.</p>
        <p><a class="button" href="/memory">All notes</a></p>
      </div>`;
    }
    return html`
      ${this.failure(() => void this.load())} ${this.loading ? this.skeleton(3) : nothing}
      ${this.note?.text.trim() === '' ? html`<p class="quiet">Nothing is written here yet.</p>` : nothing}
      <div class="prose">${this.note ? markdown(this.note.text) : nothing}</div>
    `;
  }

  private writing({ text }: Text) {
    return html`
      <div class="group">${this.error && !this.theirs ? this.failure(() => void this.save()) : nothing} ${this.theirs ? this.conflict(this.theirs) : nothing}</div>
      <textarea aria-label="Text of ${this.file}" spellcheck="true" .value=${text} @input=${this.typed} @keydown=${this.key}></textarea>
    `;
  }

  private conflict(theirs: Text) {
    return html`<section class="conflict" role="alert">
      <p><strong>This note was changed meanwhile.</strong> Nothing has been overwritten. This is what it says now:</p>
      <pre tabindex="0" aria-label="What the note says now">${theirs.text}</pre>
      <div class="ways">
        <button @click=${() => this.keepMine(theirs)}>Save mine in its place</button>
        <button @click=${() => this.takeTheirs(theirs)}>Take that, drop mine</button>
      </div>
    </section>`;
  }

  private write(): void {
    this.saved = false;
    this.draft = this.note;
  }

  private typed(event: InputEvent): void {
    this.draft = { text: (event.target as HTMLTextAreaElement).value, version: this.draft?.version ?? null };
    drafts.set(this.file, this.draft);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.save();
    } else if (event.key === 'Escape' && !drafts.has(this.file)) {
      this.leave();
    }
  }

  private leave(): void {
    drafts.delete(this.file);
    Object.assign(this, { draft: null, theirs: null, error: '' });
    void this.updateComplete.then(() => this.focus());
  }

  private keepMine(theirs: Text): void {
    this.draft = { text: this.draft?.text ?? '', version: theirs.version };
    this.theirs = null;
    void this.save();
  }

  private takeTheirs(theirs: Text): void {
    this.note = theirs;
    this.leave();
  }

  private async save(): Promise<void> {
    const { file, draft } = this;
    if (!draft || this.saving) {
      return;
    }
    this.saving = true;
    const written = await this.trying(async () => this.wrote(file, { ...draft, version: await records.write(file, draft) }));
    this.saving = false;
    if (!written && this.error) {
      await this.lookForTheirs(file);
    }
  }

  private wrote(file: string, note: Text): void {
    drafts.delete(file);
    this.dispatchEvent(new Event('written'));
    if (this.file === file) {
      Object.assign(this, { note, draft: null, theirs: null, saved: true });
      void this.updateComplete.then(() => this.focus());
    }
  }

  /** A save that failed because the version is not the stored one's any more: shows what is stored. */
  private async lookForTheirs(file: string): Promise<void> {
    const stored = await records.file(file).catch(() => null);
    if (stored && this.file === file && stored.version !== this.draft?.version) {
      this.theirs = stored;
    }
  }

  private async load(): Promise<void> {
    const { file } = this;
    await this.trying(async () => {
      const note = await records.file(file).catch((error: unknown) => {
        if (this.file === file && error instanceof Problem && (error.status === 404 || error.status === 400)) {
          this.missing = true;
          return null;
        }
        throw error;
      });
      if (this.file === file) {
        this.note = note;
      }
    });
  }
}

customElements.define('rb-note', Note);
