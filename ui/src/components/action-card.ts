import { css, html, LitElement, nothing } from 'lit';
import type { Conversation } from '../conversation.ts';
import type { Command, Execution, Question } from '../types.ts';
import { host, maybeNames, nameOf, waitingCommand, when } from '../words.ts';
import { shared } from './shared.ts';

/** The open question: what was heard, exactly what would run and where, why it asks, and the ways to answer. */
export class ActionCard extends LitElement {
  static override properties = {
    execution: { attribute: false },
    question: { attribute: false },
    conversation: { attribute: false },
    typed: { state: true },
    busy: { state: true },
  };
  declare execution: Execution;
  declare question: Question;
  declare conversation: Conversation;
  declare typed: string;
  declare busy: boolean;
  private shown = '';

  constructor() {
    super();
    this.typed = '';
    this.busy = false;
  }

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.8rem;
        overflow-y: auto;
        max-height: 68dvh;
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
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .what {
        display: grid;
        gap: 0.35rem;
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: 11px;
        background: var(--surface);
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
        gap: 0.6rem;
      }
      .last {
        position: sticky;
        bottom: -1rem;
        margin: 0 -1.1rem -1rem;
        padding: 0.2rem 1.1rem 1rem;
        background: var(--ask-surface);
      }
      .ways button {
        flex: 1 1 8rem;
      }
      .until {
        flex: 1 0 100%;
        text-align: right;
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.looked);
  }

  private readonly looked = () => this.requestUpdate();

  override focus(): void {
    this.renderRoot.querySelector('section')?.focus();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('question') && (changed.get('question') as Question | undefined)?.id !== this.question.id) {
      this.typed = '';
      this.busy = false;
    }
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

  override render() {
    const { question, command } = this;
    return html`<section tabindex="-1" role="group" aria-labelledby="text" aria-describedby="what">
      <p class="quiet heard">You said: “${this.execution.transcript.join(' ')}”</p>
      <h2 id="text">${question.text}</h2>
      <div id="what">${command ? this.what(command) : this.context()}</div>
      ${this.answers()}
    </section>`;
  }

  private what(command: Command) {
    const guessed = command.doubtful?.length ? html`<p>Guessed: ${command.doubtful.join(', ')}</p>` : nothing;
    const reasons = command.reasons.filter((reason) => !this.question.text.includes(reason));
    return html`
      <div class="what">
        <code>${command.command}</code>
        <span class="host">${host(command.host)}</span>
      </div>
      ${guessed} ${reasons.length ? html`<ul class="quiet">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
    `;
  }

  private context() {
    return this.question.context ? html`<div class="what"><code>${this.question.context}</code></div>` : nothing;
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
      ${this.until()}
    </div>`;
  }

  private repeat() {
    const object = this.question.object ?? '';
    return html`<form @submit=${this.submit}>
      <label for="typed">To go on, type its name: <code>${nameOf(object)}</code></label>
      ${this.input()}
      <div class="ways last">
        <button type="button" ?disabled=${this.busy} @click=${() => this.answer('no')}>No</button>
        <button class="danger" ?disabled=${this.busy || !maybeNames(this.typed, object)}>Run it</button>
        ${this.until()}
      </div>
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
        <button class="primary" ?disabled=${this.busy || !this.typed.trim()}>Answer</button>
        ${this.until()}
      </div>
    </form>`;
  }

  private until() {
    return html`<span class="quiet until">Waits until ${when(this.question.expires_at)}</span>`;
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

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.answer(this.typed.trim());
  }

  private async answer(text: string): Promise<void> {
    if (!this.busy) {
      this.busy = true;
      await this.conversation.answer(this.question, text);
      this.busy = false;
    }
  }
}

customElements.define('rb-action-card', ActionCard);
