import { css, html, LitElement, nothing } from 'lit';
import type { Question } from '../types.ts';
import { maybeNames, nameOf } from '../words.ts';
import { shared } from './shared.ts';

/** The ways to answer a question, large: yes and no, the choices, or a field for words. Tells the answer by "answer". */
export class AnswerWays extends LitElement {
  static override properties = {
    question: { attribute: false },
    busy: { type: Boolean },
    /** Only a no is taken here. */
    barred: { type: Boolean },
    typed: { state: true },
  };
  declare question: Question;
  declare busy: boolean;
  declare barred: boolean;
  declare typed: string;

  constructor() {
    super();
    Object.assign(this, { busy: false, barred: false, typed: '' });
  }

  static override styles = [
    shared,
    css`
      form,
      .ways {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.7rem;
      }
      .two {
        grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
      }
      button {
        min-height: 60px;
        padding-inline: 0.8rem;
        border-radius: 15px;
        font-size: 1.08rem;
        overflow-wrap: anywhere;
      }
      input {
        min-height: 52px;
        font-size: 1.05rem;
      }
      label code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    if (this.barred) {
      return html`<div class="ways">${this.no()}</div>`;
    }
    switch (this.question.kind) {
      case 'confirm':
        return html`<div class="ways two">${this.no()} ${this.way('yes', 'Yes, run it', 'primary')}</div>`;
      case 'repeat':
        return this.repeat(this.question.object ?? '');
      case 'clarify':
        return this.clarify();
    }
  }

  private no() {
    return this.way('no', 'No');
  }

  private way(answer: string, say: string, look = '') {
    return html`<button type="button" class=${look} ?disabled=${this.busy} @click=${() => this.answer(answer)}>${say}</button>`;
  }

  private repeat(object: string) {
    return html`<form @submit=${this.submit}>
      <label for="typed">To go on, type its name: <code>${nameOf(object)}</code></label>
      ${this.input()}
      <div class="ways two">
        ${this.no()}
        <button class="danger" ?disabled=${this.busy || !maybeNames(this.typed, object)}>Run it</button>
      </div>
    </form>`;
  }

  private clarify() {
    const { choices } = this.question;
    return html`<form @submit=${this.submit}>
      ${choices.length ? html`<div class="ways">${choices.map((choice) => this.way(choice, choice))}</div>` : nothing}
      <label for="typed">${choices.length ? 'Or in your own words:' : 'Your answer:'}</label>
      ${this.input()}
      <button class="primary" ?disabled=${this.busy || !this.typed.trim()}>Send the answer</button>
    </form>`;
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
    this.answer(this.typed.trim());
  }

  private answer(detail: string): void {
    if (detail) {
      this.dispatchEvent(new CustomEvent('answer', { detail }));
    }
  }
}

customElements.define('rb-answer-ways', AnswerWays);
