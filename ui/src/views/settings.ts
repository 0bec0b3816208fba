import { css, html, nothing } from 'lit';
import { records } from '../api.ts';
import { appearance, type Theme } from '../appearance.ts';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { timeOf, day } from '../moments.ts';
import type { Effective, Grant, Part, Setting } from '../types.ts';
import { host } from '../words.ts';
import { choice } from './choice.ts';
import './duplex.ts';
import './phrases.ts';
import './push.ts';
import './spoken.ts';
import './talking.ts';
import { unlessMissing, View, view } from './view.ts';

const THEMES: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

const PARTS: Record<Part['state'], { tone: string; icon: 'done' | 'stopped' | 'cross'; say: string }> = {
  ok: { tone: 'good', icon: 'done', say: 'Works' },
  off: { tone: 'quiet', icon: 'stopped', say: 'Off' },
  failed: { tone: 'bad', icon: 'cross', say: 'Failed' },
};

/** What can be set in this browser, what stands permitted, what can be said, and what the server goes by. */
export class Settings extends View {
  static override properties = { ...View.properties, effective: { state: true }, theme: { state: true }, leaving: { state: true } };
  declare effective: Effective | null;
  declare theme: Theme;
  declare leaving: boolean;

  constructor() {
    super();
    this.effective = null;
    this.theme = appearance.theme();
    this.leaving = false;
  }

  static override styles = [
    shared,
    view,
    choice,
    css`
      .column {
        gap: 1.5rem;
      }
      .padded {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.6rem;
        padding: 0.9rem 0.95rem;
      }
      .row code {
        overflow-wrap: anywhere;
      }
      .grow .quiet {
        display: block;
      }
      .part {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.1rem 0.75rem;
        align-items: baseline;
        overflow-wrap: anywhere;
      }
      .part p {
        grid-column: 1 / -1;
        padding-right: min(8rem, 15%);
      }
      .about {
        display: grid;
        gap: 0.15rem;
        padding: 0.65rem 0.95rem;
        overflow-wrap: anywhere;
      }
      .about div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 1rem;
      }
      .leave {
        justify-self: start;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    return html`
      <header><div><h1 tabindex="-1">Settings</h1></div></header>
      <div class="column">
        ${this.looks()}
        <section class="group"><h2>Talking</h2><rb-talking></rb-talking></section>
        <rb-duplex></rb-duplex>
        <section class="group"><h2>Spoken answers</h2><rb-spoken></rb-spoken></section>
        <rb-push></rb-push>
        ${this.failure(() => void this.load())} ${this.loading ? this.skeleton(3) : nothing}
        ${this.effective ? this.ofTheServer(this.effective) : nothing}
        <section class="group">
          <h2>This browser</h2>
          <button class="leave" ?disabled=${this.leaving} @click=${this.logOut}>Log out</button>
        </section>
        ${this.effective?.version ? html`<p class="quiet">Readback ${this.effective.version}</p>` : nothing}
      </div>
    `;
  }

  private looks() {
    return html`<section class="group">
      <h2 id="looks">Appearance</h2>
      <fieldset aria-labelledby="looks">
        ${Object.entries(THEMES).map(
          ([theme, say]) => html`<label>
            <input type="radio" name="theme" value=${theme} .checked=${theme === this.theme} @change=${() => this.choose(theme as Theme)} />${say}
          </label>`,
        )}
      </fieldset>
    </section>`;
  }

  private ofTheServer({ parts, phrase_errors: errors, grants, settings }: Effective) {
    return html`
      ${errors.length ? this.errors(errors) : nothing} ${this.grants(grants)}
      <rb-phrases></rb-phrases>
      <section class="group">
        <h2>What serves now</h2>
        <ul class="rows">
          ${parts.map((part) => this.served(part))}
        </ul>
      </section>
      ${settings.length ? this.settings(settings) : nothing}
    `;
  }

  private served({ name, state, say }: Part) {
    const look = PARTS[state] ?? PARTS.off;
    return html`<li class="row part">
      <span>${capital(name)}</span>
      <span class="mark ${look.tone}">${icon(look.icon)}${look.say}</span>
      ${say ? html`<p class="quiet">${say}</p>` : nothing}
    </li>`;
  }

  private errors(errors: Effective['phrase_errors']) {
    return html`<section class="group">
      <h2>Trouble in your own phrases</h2>
      <ul class="rows">
        ${errors.map(
          ({ file, line, say }) => html`<li class="row">
            <span class="mark bad">${icon('cross')}</span>
            <span class="grow">${say}<span class="quiet">${file}, line ${line}</span></span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private grants(grants: Grant[]) {
    return html`<section class="group">
      <h2>Without asking again</h2>
      ${grants.length === 0
        ? html`<p class="card padded quiet">
            Nothing runs unasked for now that would otherwise be read back. “Yes, and don't ask again for ten minutes” puts something here.
          </p>`
        : html`<ul class="rows">
            ${grants.map(
              (grant) => html`<li class="row">
                <span class="grow">
                  <code>${grant.command}</code>
                  <span class="quiet">${host(grant.host)}, until ${timeOf(grant.until)}${day(grant.until) === 'Today' ? '' : `, ${day(grant.until)}`}</span>
                </span>
                <button aria-label="Revoke: ${grant.command}" @click=${() => this.revoke(grant)}>Revoke</button>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private settings(settings: Setting[]) {
    return html`<section class="group">
      <h2>Settings of the server</h2>
      <p class="quiet">Set by environment or <code>.env</code> where Readback runs; shown here to read.</p>
      <ul class="rows">
        ${settings.map(
          ({ name, value, set, secret, about }) => html`<li class="about">
            <div><code>${name}</code><code>${secret ? (set ? 'set, not shown' : 'not set') : (value ?? 'not set')}</code></div>
            <span class="quiet">${about}${set ? '' : ' (as delivered)'}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private choose(theme: Theme): void {
    this.theme = theme;
    appearance.choose(theme);
  }

  private async revoke({ id }: Grant): Promise<void> {
    await this.trying(() => records.revoke(id));
    await this.load();
  }

  private logOut(): void {
    this.leaving = true;
    this.dispatchEvent(new Event('log-out', { bubbles: true, composed: true }));
    setTimeout(() => (this.leaving = false), 1000);
  }

  private async load(): Promise<void> {
    await this.trying(async () => {
      const nothing: Effective = { version: '', settings: [], parts: [], phrase_errors: [], grants: [] };
      const told = await unlessMissing(records.settings(), null);
      this.effective = told ? { ...nothing, ...told } : await plain();
    });
  }
}

/** What a server that does not tell its settings tells all the same. */
async function plain(): Promise<Effective> {
  const [health, grants] = await Promise.all([records.health(), unlessMissing(records.grants(), [])]);
  const parts = Object.entries(health.parts).map(([name, up]): Part => ({ name, state: up === 'up' ? 'ok' : 'failed', say: '' }));
  return { version: health.version, settings: [], parts, phrase_errors: [], grants };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

customElements.define('rb-settings', Settings);
