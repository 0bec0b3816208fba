import { css, html, LitElement, nothing } from 'lit';
import { shared } from '../components/shared.ts';
import { Follow } from '../follow.ts';
import { icon } from '../icons.ts';
import { manners } from '../voice/manner.ts';
import type { Manner, Part, Ready, Speaker } from '../voice/protocol.ts';
import { Sample } from '../voice/sample.ts';
import { standing } from '../voice/standing.ts';
import { choice } from './choice.ts';
import { view } from './view.ts';
import '../components/progress.ts';

const WORDS: Record<Part['state'], { tone: string; icon: 'done' | 'stopped' | 'cross'; say: string }> = {
  ready: { tone: 'good', icon: 'done', say: 'Ready' },
  preparing: { tone: 'busy', icon: 'stopped', say: 'Preparing' },
  dormant: { tone: 'quiet', icon: 'stopped', say: 'Asleep' },
  absent: { tone: 'quiet', icon: 'stopped', say: 'Not there' },
};

const SPEAKERS: Record<Speaker, string> = { server: 'This server', browser: 'This browser', nobody: 'Nobody' };
const MANNERS = { free: 'Hands-free', held: 'Hold to talk' };

/** Who hears and who speaks in a spoken conversation with the server, by which voice, how fast, and when the microphone counts. */
export class TalkingSettings extends LitElement {
  private readonly sample = new Sample();

  constructor() {
    super();
    new Follow(this, () => manners);
    new Follow(this, () => standing);
    new Follow(this, () => this.sample);
  }

  static override styles = [
    shared,
    view,
    choice,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        overflow: visible;
        height: auto;
        gap: 0.6rem;
        scrollbar-gutter: auto;
      }
      .over {
        margin: 0.3rem 0 -0.35rem;
        font-size: 0.8125rem;
      }
      .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.6rem;
        padding: 0.6rem 0.95rem;
      }
      .card label {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr);
        gap: 0.6rem;
        align-items: center;
        min-height: 44px;
      }
      input[type='range'] {
        padding: 0;
        border: 0;
        background: none;
        accent-color: var(--accent);
      }
      .try {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.8rem;
      }
      rb-progress {
        padding: 0 0.95rem 0.8rem;
      }
      @media (max-width: 30rem) {
        .card label {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.25rem;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    standing.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    standing.unwatch();
    this.sample.stop();
  }

  override render() {
    const { ready } = standing;
    return ready ? this.talk(ready) : html`<p class="card quiet">${standing.asked ? 'This server has no speech of its own; the browser hears and speaks.' : 'Asking the server…'}</p>`;
  }

  private talk(ready: Ready) {
    const { speaker, hands_free } = manners.chosen;
    return html`
      <ul class="rows">
        ${part('Ear', ready.ear)} ${part('Mouth', ready.mouth)}
      </ul>
      ${ready.seats > 0 ? html`<p class="quiet over">${ready.seats} can talk at once; ${ready.taken === 0 ? 'nobody does' : `${ready.taken} ${ready.taken === 1 ? 'does' : 'do'}`} now.</p>` : nothing}
      ${choose('Who speaks', 'speaker', SPEAKERS, speaker, (speaker) => manners.choose({ speaker }))}
      ${choose('Microphone', 'manner', MANNERS, hands_free ? 'free' : 'held', (way) => manners.choose({ hands_free: way === 'free' }), 'pair')}
      ${speaker === 'nobody' ? nothing : html`<div class="card">${speaker === 'server' ? this.voices(ready) : nothing} ${this.pace()} ${this.trying(ready)}</div>`}
    `;
  }

  private voices({ voices }: Ready) {
    const { voice } = manners.chosen;
    return voices.length
      ? html`<label>
          Voice
          <select @change=${(event: Event) => manners.choose({ voice: valueOf(event) || null })}>
            <option value="" ?selected=${voice === null}>The usual one</option>
            ${voices.map(({ id, name }) => html`<option value=${id} ?selected=${id === voice}>${name}</option>`)}
          </select>
        </label>`
      : nothing;
  }

  private pace() {
    const { pace } = manners.chosen;
    return html`<label>
      Speed
      <input
        type="range"
        min="0.5"
        max="2"
        step="0.1"
        aria-valuetext="${pace} times"
        .value=${String(pace)}
        @change=${(event: Event) => manners.choose({ pace: Number(valueOf(event)) })}
      />
    </label>`;
  }

  private trying({ mouth }: Ready) {
    const { chosen } = manners;
    const can = chosen.speaker === 'browser' || mouth.state !== 'absent';
    return html`<div class="try">
      <button ?disabled=${!can || this.sample.busy} @click=${() => this.sample.hear(chosen satisfies Manner)}>Hear it</button>
      <span class="quiet" role="status">${this.sample.say}</span>
    </div>`;
  }
}

function part(name: string, fetched: Part) {
  const { state, name: what, say } = fetched;
  const words = WORDS[state];
  return html`<li>
    <div class="row">
      <span class="grow">${name}${state === 'ready' ? `: ${what}` : ''}${say && state !== 'preparing' ? html`<span class="quiet one-line">${say}</span>` : nothing}</span>
      <span class="mark ${words.tone}">${icon(words.icon)}${words.say}</span>
    </div>
    ${state === 'preparing' ? html`<rb-progress .fetched=${fetched}></rb-progress>` : nothing}
  </li>`;
}

function choose<T extends string>(legend: string, name: string, ways: Record<T, string>, now: T, chosen: (way: T) => void, look = '') {
  return html`<p class="quiet over" id=${name}>${legend}</p>
  <fieldset class=${look} aria-labelledby=${name}>
    ${(Object.entries(ways) as [T, string][]).map(
      ([way, say]) => html`<label><input type="radio" name=${name} value=${way} .checked=${way === now} @change=${() => chosen(way)} />${say}</label>`,
    )}
  </fieldset>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

customElements.define('rb-talking', TalkingSettings);
