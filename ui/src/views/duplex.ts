import { html, LitElement, nothing } from 'lit';
import { records } from '../api.ts';
import { shared } from '../components/shared.ts';
import { Follow } from '../follow.ts';
import { icon } from '../icons.ts';
import type { PersonaVoices } from '../types.ts';
import { manners } from '../voice/manner.ts';
import type { PersonaWish } from '../voice/protocol.ts';
import { duplexLook } from './duplex-look.ts';
import { switches } from './switch.ts';
import { view } from './view.ts';

const LONGEST = 300;
const EXAMPLE = 'You are Ada, a dry old engineer who likes short sentences.';

/** What is known of how a server can stand; of another state its own words tell. */
const TONES: Record<string, string> = { free: 'good', ready: 'good', ok: 'good', taken: 'busy', talking: 'busy', preparing: 'busy', failed: 'bad', lost: 'bad' };

/** Who makes conversation while one talks: whether anybody, by which voice, and who it is. Not there where the server knows of no personas. */
export class Duplex extends LitElement {
  static override properties = { voices: { state: true }, length: { state: true } };
  declare voices: PersonaVoices | null;
  /** Of the role, as it is typed. */
  declare length: number;

  constructor() {
    super();
    this.voices = null;
    this.length = manners.kept.persona.role?.length ?? 0;
    new Follow(this, () => manners);
  }

  static override styles = [shared, view, switches, duplexLook];

  override connectedCallback(): void {
    super.connectedCallback();
    void records.personas().then(
      (voices) => (this.voices = voices),
      () => undefined,
    );
  }

  override render() {
    const { voices } = this;
    return voices
      ? html`<section class="group">
          <h2>Full duplex</h2>
          ${voices.places.length > 0 ? this.wishes(voices) : html`<p class="card quiet">
                No PersonaPlex server is set up. One would listen while it speaks and keep up a conversation, while requests go on being understood,
                read back and run as now. <code>docs/personaplex.md</code> tells more.
              </p>`}
        </section>`
      : nothing;
  }

  private wishes({ categories, chosen, places }: PersonaVoices) {
    const { duplex, persona } = manners.kept;
    return html`
      <div class="card">
        <div class="switch">
          <span id="duplex">Talk in full duplex where a server is free</span>
          <button role="switch" aria-checked=${duplex} aria-labelledby="duplex" @click=${() => manners.choose({ duplex: !duplex })}></button>
        </div>
        <p class="quiet about">It listens while it speaks, and only converses: what is to be done goes the usual way.</p>
        ${duplex ? html`${this.voice(categories, chosen, persona)} ${this.character(persona)} ${this.advanced(persona)}` : nothing}
      </div>
      <ul class="rows">
        ${places.map((place) => standing(place))}
      </ul>
    `;
  }

  private voice(categories: PersonaVoices['categories'], usual: string, { voice }: PersonaWish) {
    return html`<label>
      Voice
      <select @change=${(event: Event) => this.wish({ voice: valueOf(event) || null })}>
        <option value="" ?selected=${voice === null}>The usual one (${usual})</option>
        ${categories.map(
          ({ name, voices }) => html`<optgroup label=${name}>${voices.map((one) => html`<option value=${one} ?selected=${one === voice}>${one}</option>`)}</optgroup>`,
        )}
      </select>
    </label>`;
  }

  private character({ role }: PersonaWish) {
    return html`<label class="tall">
        <span>Who it is</span>
        <textarea
          rows="3"
          maxlength=${LONGEST}
          placeholder=${EXAMPLE}
          aria-describedby="effect count"
          .value=${role ?? ''}
          @input=${(event: Event) => (this.length = valueOf(event).length)}
          @change=${(event: Event) => this.wish({ role: valueOf(event).trim() || null })}
        ></textarea>
      </label>
      <p class="quiet below"><span id="effect">Takes effect at the next pause.</span><span id="count">${this.length} of ${LONGEST}</span></p>`;
  }

  private advanced({ form }: PersonaWish) {
    return html`<details>
      <summary>Advanced${icon('next')}</summary>
      <label>
        Manner
        <select @change=${(event: Event) => this.wish({ form: (valueOf(event) || null) as PersonaWish['form'] })}>
          <option value="" ?selected=${form === null}>The usual one</option>
          <option value="casual" ?selected=${form === 'casual'}>Casual</option>
          <option value="service" ?selected=${form === 'service'}>Service</option>
        </select>
      </label>
    </details>`;
  }

  private wish(change: Partial<PersonaWish>): void {
    manners.choose({ persona: { ...manners.kept.persona, ...change } });
  }
}

const standing = ({ name, state, say }: PersonaVoices['places'][number]) => html`<li class="row">
  <span class="grow">${name}${say ? html`<span class="quiet say">${say}</span>` : nothing}</span>
  <span class="mark ${TONES[state] ?? 'quiet'}">${capital(state)}</span>
</li>`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ');

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

customElements.define('rb-duplex', Duplex);
