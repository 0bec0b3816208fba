import { css, html, LitElement, nothing } from 'lit';
import type { Conversation } from '../conversation.ts';
import { marked } from '../marked.ts';
import { waiting } from '../pieces.ts';
import type { Command, Execution, Question } from '../types.ts';
import { agentAsks, asked, clock, host, maybeNames, nameOf, placeAsked, waitingCommand, when } from '../words.ts';
import { shared } from './shared.ts';
import './change.ts';

const SOON_MS = 5 * 60_000;
const DONT_ASK = "yes, and don't ask again for ten minutes";

/** The open question: what was heard, exactly what would run and where, why it asks, and the ways to answer. */
export class ActionCard extends LitElement {
  static override properties = {
    execution: { attribute: false },
    question: { attribute: false },
    conversation: { attribute: false },
    typed: { state: true },
    busy: { state: true },
    changing: { state: true },
    left: { state: true },
  };
  declare execution: Execution;
  declare question: Question;
  declare conversation: Conversation;
  declare typed: string;
  declare busy: boolean;
  declare changing: boolean;
  /** Milliseconds until nobody need answer any more. */
  declare left: number;
  private shown = '';
  private ticking = 0;

  constructor() {
    super();
    this.typed = '';
    this.busy = false;
    this.changing = false;
    this.left = Infinity;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      section {
        display: grid;
        grid-auto-rows: max-content;
        gap: 0.7rem;
        overflow-y: auto;
        margin-bottom: 0.6rem;
        padding: 1rem 1.1rem;
        border: 1px solid var(--ask-line);
        border-radius: 18px;
        background: var(--ask-surface);
        box-shadow: var(--shadow);
      }
      section:focus {
        outline: none;
      }
      section:focus-visible {
        border-color: var(--ask);
        outline: 1.5px solid var(--ask);
        outline-offset: 0;
      }
      h2 {
        font-size: 1.08rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      #what {
        display: grid;
        gap: 0.6rem;
      }
      .heard {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      mark {
        padding: 0 0.15em;
        border-radius: 4px;
        background: light-dark(#fbe3ae, #57430f);
        color: var(--ink);
        text-decoration: underline dotted var(--ask) 2px;
        text-underline-offset: 3px;
      }
      .affects {
        font-weight: 600;
      }
      .after code {
        overflow-wrap: anywhere;
      }
      .small {
        min-height: 36px;
        padding: 0.2rem 0.3rem;
        color: var(--quiet);
        font-size: 0.875rem;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        margin: -0.5rem 0 -0.4rem;
      }
      .unsettled {
        color: var(--ask);
        font-weight: 600;
      }
      .what {
        display: grid;
        gap: 0.35rem;
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: 11px;
        background: var(--surface);
      }
      .asker {
        margin-bottom: -0.45rem;
        color: var(--ask);
        font-size: 0.875rem;
        font-weight: 650;
      }
      .doing {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .what code {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .host {
        font-weight: 600;
      }
      ul {
        margin: 0;
        padding-left: 1.1rem;
      }
      form {
        display: grid;
        gap: 0.45rem;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6rem;
      }
      .last {
        position: sticky;
        bottom: -1rem;
        margin: 0 -1.1rem;
        padding: 0.2rem 1.1rem 0.6rem;
        background: var(--ask-surface);
        box-shadow: 0 -10px 10px -4px var(--ask-surface);
      }
      .ways button {
        flex: 1 1 6rem;
        padding-inline: 0.6rem;
      }
      .until {
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
      .soon {
        color: var(--ask);
        font-weight: 600;
      }
      @media (max-width: 30rem) {
        h2 {
          font-size: 1rem;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.looked);
    this.ticking = window.setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.looked);
    clearInterval(this.ticking);
    this.ticking = 0;
  }

  private readonly looked = () => this.requestUpdate();

  override focus(): void {
    this.renderRoot.querySelector('section')?.focus();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('question') && (changed.get('question') as Question | undefined)?.id !== this.question.id) {
      this.typed = '';
      this.busy = false;
      this.changing = false;
      this.tick();
    }
  }

  /** Far from the end nothing need be drawn anew every second. */
  private tick(): void {
    const left = Date.parse(this.question.expires_at) - Date.now();
    this.left = left < SOON_MS ? Math.max(0, Math.ceil(left / 1000) * 1000) : Infinity;
  }

  /** A yes counts only after the question has stood before the person's eyes. */
  override updated(): void {
    if (this.shown !== this.question.id && document.visibilityState === 'visible') {
      this.shown = this.question.id;
      void this.conversation.shown(this.question);
    }
  }

  /** The command the question is about; a question about something else has another context. */
  private get command(): Command | null {
    const command = waitingCommand(this.execution);
    return command?.command === this.question.context ? command : null;
  }

  private get byAgent(): boolean {
    return agentAsks(this.execution);
  }

  override render() {
    const { question, command } = this;
    const unsettled = this.conversation.unsettled;
    return html`<section tabindex="-1" role="group" aria-labelledby=${this.byAgent ? 'asker text' : 'text'} aria-describedby=${this.changing ? nothing : 'what'}>
      <p class="quiet heard">You said: “${marked(this.execution.transcript.join(' '), command?.doubtful)}”</p>
      ${this.byAgent ? html`<p id="asker" class="asker">The agent asks</p>` : nothing}
      <h2 id="text">${this.byAgent ? asked(question) : question.text}</h2>
      ${unsettled?.question === question.id ? html`<p class="unsettled">${unsettled.say}</p>` : nothing}
      ${this.changing ? nothing : html`<div id="what">${command ? this.what(command) : this.context()}</div>`}
      ${this.changing && command
        ? html`<rb-change .command=${command} ?busy=${this.busy} @changed=${this.changed} @kept=${() => (this.changing = false)}></rb-change>`
        : this.answers()}
    </section>`;
  }

  private what(command: Command) {
    const reasons = command.reasons.filter((reason) => !this.question.text.includes(reason));
    return html`
      <div class="what">
        <code>${marked(command.command, command.doubtful)}</code>
        <span><span class="host">${host(command.host)}</span>${this.affects(command)}</span>
      </div>
      ${this.doubts(command)}
      ${reasons.length ? html`<ul class="quiet">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing} ${this.following()}
    `;
  }

  private affects({ affects }: Command) {
    return affects?.length ? html`<span class="quiet">, affects </span><span class="affects">${affects.join('; ')}</span>` : nothing;
  }

  /** The same in words as the marks show. */
  private doubts({ doubtful }: Command) {
    return doubtful?.length
      ? html`<p>Not sure about <mark>${doubtful.join(', ')}</mark>: that was a guess. Please check it.</p>`
      : nothing;
  }

  /** What of the same request comes once this is done. */
  private following() {
    const next = this.execution.commands.slice(waiting(this.execution) + 1);
    return next.length
      ? html`<p class="quiet after">Then: ${next.map((command, at) => html`${at ? ', ' : ''}<code>${command.command}</code>`)}</p>`
      : nothing;
  }

  private context() {
    const { context, kind } = this.question;
    if (!context) {
      return nothing;
    }
    return this.byAgent && kind === 'clarify'
      ? html`<div class="what"><span class="quiet">What it was doing</span><span class="doing">${context}</span></div>`
      : html`<div class="what"><code>${context}</code>${this.place()}</div>`;
  }

  private place() {
    const place = this.byAgent ? placeAsked(this.question) : '';
    return place ? html`<span class="host">${place}</span>` : nothing;
  }

  private answers() {
    switch (this.question.kind) {
      case 'confirm':
        return this.confirm();
      case 'repeat':
        return this.repeat();
      case 'clarify':
        return this.clarify();
    }
  }

  private confirm() {
    return html`<div class="ways last">
        <button ?disabled=${this.busy} @click=${() => this.answer('no')}>No</button>
        <button class="primary" ?disabled=${this.busy} @click=${() => this.answer('yes')}>Yes, run it</button>
      </div>
      <div class="more">
        ${this.change()}
        ${this.forAWhile()} ${this.until()}
      </div>`;
  }

  private change() {
    return this.command
      ? html`<button type="button" class="plain small" ?disabled=${this.busy} @click=${() => (this.changing = true)}>Change</button>`
      : nothing;
  }

  /** What an agent asks for in the middle of its task is asked each time. */
  private forAWhile() {
    return this.byAgent
      ? nothing
      : html`<button class="plain small" ?disabled=${this.busy} @click=${() => this.answer(DONT_ASK)}>Run it, don’t ask for 10 min</button>`;
  }

  private repeat() {
    const object = this.question.object ?? '';
    return html`<form @submit=${this.submit}>
      <label for="typed">To go on, type its name: <code>${nameOf(object)}</code></label>
      ${this.input()}
      <div class="ways last">
        <button type="button" ?disabled=${this.busy} @click=${() => this.answer('no')}>No</button>
        <button class="danger" ?disabled=${this.busy || !maybeNames(this.typed, object)}>Run it</button>
      </div>
      <div class="more">${this.change()} ${this.until()}</div>
    </form>`;
  }

  private clarify() {
    return html`<form @submit=${this.submit}>
      <div class="ways">
        ${this.question.choices.map(
          (choice) => html`<button type="button" ?disabled=${this.busy} @click=${() => this.answer(choice)}>${choice}</button>`,
        )}
      </div>
      <label for="typed">${this.question.choices.length ? 'Or in your own words:' : 'Your answer:'}</label>
      ${this.input()}
      <div class="ways last">
        <button class="primary" ?disabled=${this.busy || !this.typed.trim()}>Submit answer</button>
      </div>
      <div class="more">${this.until()}</div>
    </form>`;
  }

  private until() {
    return this.left === Infinity
      ? html`<span class="quiet until">Waits until ${when(this.question.expires_at)}</span>`
      : html`<span class="quiet until soon">${this.left > 0 ? `${clock(this.left)} left to answer` : 'Time is up'}</span>`;
  }

  private input() {
    return html`<input
      id="typed"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      .value=${this.typed}
      @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
    />`;
  }

  private changed(event: CustomEvent<string>): void {
    void this.answer(event.detail);
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.answer(this.typed.trim());
  }

  private async answer(text: string): Promise<void> {
    if (!this.busy) {
      this.busy = true;
      this.dispatchEvent(new Event('answered', { bubbles: true, composed: true }));
      await this.conversation.answer(this.question, text);
      this.busy = false;
    }
  }
}

customElements.define('rb-action-card', ActionCard);
