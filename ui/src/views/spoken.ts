import { css, html, LitElement, nothing } from 'lit';
import { shared } from '../components/shared.ts';
import { keepPreferences, preferences, type Preferences } from '../speech/preferences.ts';

const SAMPLE = 'The root disk is 22 percent full, with 80 gigabytes free.';

const WHEN: { speak: boolean | null; say: string }[] = [
  { speak: null, say: 'Answers to what I said aloud' },
  { speak: true, say: 'Every answer' },
  { speak: false, say: 'Nothing' },
];

/** Whether answers are read aloud in this browser, by which voice and how fast. */
export class Spoken extends LitElement {
  static override properties = { speech: { state: true }, voices: { state: true } };
  declare speech: Preferences;
  declare voices: SpeechSynthesisVoice[];

  constructor() {
    super();
    this.speech = preferences();
    this.voices = [];
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.6rem;
        padding: 0.6rem 0.95rem;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
      }
      label {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr);
        gap: 0.6rem;
        align-items: center;
        min-height: 44px;
      }
      input[type='range'] {
        min-height: 44px;
        padding: 0;
        border: 0;
        background: none;
        accent-color: var(--accent);
      }
      select {
        text-overflow: ellipsis;
      }
      @media (max-width: 30rem) {
        label {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.25rem;
        }
      }
      button {
        justify-self: start;
        margin-bottom: 0.3rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', this.listen);
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener?.('voiceschanged', this.listen);
  }

  private readonly listen = () => {
    this.voices = globalThis.speechSynthesis?.getVoices() ?? [];
  };

  override render() {
    const { speak, rate } = this.speech;
    return html`
      <label>
        Read aloud
        <select @change=${(event: Event) => this.keep({ speak: WHEN[Number(valueOf(event))]?.speak ?? null })}>
          ${WHEN.map((way, at) => html`<option value=${at} ?selected=${way.speak === speak}>${way.say}</option>`)}
        </select>
      </label>
      ${speak !== false ? html`${this.voice()}
            <label>
              Speed
              <input type="range" min="0.5" max="2" step="0.1" aria-valuetext="${rate} times" .value=${String(rate)} @change=${(event: Event) => this.keep({ rate: Number(valueOf(event)) })} />
            </label>
            <button @click=${this.sample}>Hear it</button>` : nothing}
    `;
  }

  private voice() {
    if (this.voices.length === 0) {
      return html`<p class="quiet">This browser names no voices of its own; the one it has is used.</p>`;
    }
    return html`<label>
      Voice
      <select @change=${(event: Event) => this.keep({ voice: valueOf(event) || null })}>
        <option value="" ?selected=${this.speech.voice === null}>The usual one</option>
        ${this.voices.map(({ name, lang }) => html`<option value=${name} ?selected=${name === this.speech.voice}>${name} (${lang})</option>`)}
      </select>
    </label>`;
  }

  private keep(change: Partial<Preferences>): void {
    this.speech = { ...this.speech, ...change };
    keepPreferences(this.speech);
  }

  private sample(): void {
    const words = new SpeechSynthesisUtterance(SAMPLE);
    words.voice = this.voices.find(({ name }) => name === this.speech.voice) ?? null;
    words.rate = this.speech.rate;
    words.lang = words.voice?.lang ?? 'en';
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

customElements.define('rb-spoken', Spoken);
