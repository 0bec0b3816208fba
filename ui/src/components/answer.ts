import { html, LitElement, nothing } from 'lit';
import { Guest } from '../answer/guest.ts';
import { forgetLink, wholeLink, type Link } from '../answer/link.ts';
import { Follow } from '../follow.ts';
import { waiting } from '../pieces.ts';
import { isTask, type Command, type Execution, type Question } from '../types.ts';
import { agentAsks, asked, clock, host, placeAsked, waitingCommand } from '../words.ts';
import { answerLook } from './answer-look.ts';
import { shared } from './shared.ts';
import './answer-steps.ts';
import './answer-voice.ts';
import './answer-ways.ts';
import './login.ts';

const COPIED_MS = 2000;

/** All there is for somebody who came by the link of a notification: the question, the ways to answer it, and what comes of it. */
export class Answer extends LitElement {
  static override properties = { link: { attribute: false }, now: { state: true }, signingIn: { state: true }, copied: { state: true } };
  declare link: Link;
  declare now: number;
  declare signingIn: boolean;
  declare copied: boolean;
  private guest!: Guest;
  private ticking = 0;
  private asked = false;

  constructor() {
    super();
    Object.assign(this, { now: Date.now(), signingIn: false, copied: false });
  }

  static override styles = [shared, answerLook];

  override connectedCallback(): void {
    this.guest = new Guest(this.link);
    new Follow(this, () => this.guest);
    this.guest.addEventListener('change', this.looked);
    this.ticking = window.setInterval(() => (this.now = Date.now()), 1000);
    super.connectedCallback();
    document.title = 'Answer · Readback';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.guest.close();
    clearInterval(this.ticking);
    document.title = 'Readback';
  }

  private readonly looked = () => {
    if (this.guest.phase === 'known') {
      forgetLink(this.link);
      this.dispatchEvent(new Event('logged-in'));
    } else if (this.guest.phase === 'wrong' || this.guest.phase === 'expired') {
      forgetLink(this.link);
    }
  };

  override render() {
    if (this.signingIn) {
      return html`<rb-login @logged-in=${this.signedIn}></rb-login>`;
    }
    return html`<main>
      <div class="bar"><img src="/favicon.svg" alt="" /><span>Readback</span></div>
      ${this.standing()}
    </main>`;
  }

  override updated(): void {
    if (!this.asked && this.guest.question) {
      this.asked = true;
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  private standing() {
    const { phase, execution, said } = this.guest;
    switch (phase) {
      case 'opening':
      case 'known':
        return html`<div class="wait" role="status" aria-label="Loading"><div></div><div></div><div></div></div>`;
      case 'offline':
        return html`<h1>Not connected</h1>
          <p role="status">Readback cannot be reached. The link is kept, and this page tries again by itself.</p>`;
      case 'wrong':
        return html`<h1>This link does not work</h1>
          <p role="alert">${said}</p>
          <p class="quiet">Touch it again in the message; all of it must arrive here.</p>
          ${this.signIn()}`;
      case 'expired':
        return html`<h1>This link has expired</h1>
          <p role="alert">${said.replace(/^This link has expired\.\s*/, '')}</p>
          ${this.signIn()}`;
      case 'open':
        return execution ? this.open(execution) : nothing;
    }
  }

  private open(execution: Execution) {
    const { question } = this.guest;
    return html`<div role="status">
        ${this.guest.connected ? nothing : html`<p class="notice">The connection is lost; trying again by itself.</p>`}
      </div>
      ${question ? this.question(execution, question) : this.outcome(execution)}
      <rb-answer-voice .session=${execution.session_id} ?asking=${question !== null}></rb-answer-voice>
      ${this.foot()}`;
  }

  private question(execution: Execution, question: Question) {
    const { opened, pending, connected } = this.guest;
    const barred = opened?.needs_sign_in ?? false;
    return html`<article aria-labelledby="text">
        <p class="quiet heard">You said: “${execution.transcript.join(' ')}”</p>
        ${agentAsks(execution) ? html`<p class="asker">The agent asks</p>` : nothing}
        <h1 id="text" tabindex="-1">${agentAsks(execution) ? asked(question) : question.text}</h1>
        ${this.what(execution, question)} ${this.until(question)} ${this.unsettled()}
        ${barred ? this.needsSignIn() : nothing}
        <rb-answer-ways
          .question=${question}
          ?busy=${pending !== ''}
          ?barred=${barred}
          @answer=${(event: CustomEvent<string>) => this.guest.answer(event.detail)}
        ></rb-answer-ways>
        <div role="status">${pending ? this.underWay(pending, connected) : nothing}</div>
      </article>
      ${this.earlier(execution)}`;
  }

  /** Exactly what would run and where, why it asks, and what comes after. */
  private what(execution: Execution, question: Question) {
    const command = waitingCommand(execution);
    if (command?.command !== question.context || isTask(command)) {
      return this.context(question);
    }
    const reasons = command.reasons.filter((reason) => !question.text.includes(reason));
    const next = execution.commands.slice(waiting(execution) + 1);
    return html`<div class="what">
        <code>${command.command}</code>
        <span><strong>${host(command.host)}</strong>${affects(command)}</span>
      </div>
      ${command.doubtful?.length ? html`<p>Not sure about <mark>${command.doubtful.join(', ')}</mark>: that was a guess. Please check it.</p>` : nothing}
      ${reasons.length ? html`<ul class="quiet">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
      ${next.length ? html`<p class="quiet">Then: ${next.map(({ command: line }, at) => html`${at ? ', ' : ''}<code>${line}</code>`)}</p>` : nothing}`;
  }

  /** Of an agent in the middle of its task: the line it wants to run and where, or in words what it was at. */
  private context(question: Question) {
    const { context, kind } = question;
    const place = placeAsked(question);
    if (!context) {
      return nothing;
    }
    return kind === 'clarify'
      ? html`<div class="what"><span class="quiet">What it was doing</span><span class="doing">${context}</span></div>`
      : html`<div class="what"><code>${context}</code>${place ? html`<strong>${place}</strong>` : nothing}</div>`;
  }

  private until({ expires_at }: Question) {
    const left = Date.parse(expires_at) - this.now;
    return html`<p class="until ${left < 300_000 ? 'soon' : ''}">
      ${left > 0 ? html`<span role="timer" aria-live="off">${clock(left)}</span> left to answer` : 'Time is up'}
    </p>`;
  }

  private unsettled() {
    return html`<div role="alert">${this.guest.said ? html`<p class="unsettled">${this.guest.said}</p>` : nothing}</div>`;
  }

  private underWay(pending: string, connected: boolean) {
    return connected
      ? html`<p class="quiet">Sending “${pending}”…</p>`
      : html`<p class="notice">
          <span>“${pending}” is kept, and goes out once the connection is back.</span>
          <button class="plain" @click=${() => this.guest.takeBack()}>Take back</button>
        </p>`;
  }

  private needsSignIn() {
    return html`<div class="note">
      <p>A yes to this needs a device that is signed in. A no counts as it is.</p>
      <button type="button" @click=${() => (this.signingIn = true)}>Sign in on this device</button>
    </div>`;
  }

  /** What was done before it asked. */
  private earlier(execution: Execution) {
    return execution.results.some(({ status }) => status !== 'pending_confirmation')
      ? html`<section aria-labelledby="before"><h2 id="before">Before that</h2>${this.steps(execution)}</section>`
      : nothing;
  }

  /** The answer was given, or none is wanted any more: from here on there is only something to see. */
  private outcome(execution: Execution) {
    const { answered, over, opened } = this.guest;
    const other = execution.question;
    const asks = opened?.question_id !== null;
    return html`<article aria-labelledby="text">
        <p class="quiet heard">You said: “${execution.transcript.join(' ')}”</p>
        <div role="status"><h1 id="text" tabindex="-1">${over ? execution.say : other ? 'It asks something else now' : answered ? 'On its way' : 'It is at work'}</h1></div>
        ${asks ? html`<p>${answered ? html`The answer was “${answered}”.` : over ? 'This link was for a question that is closed.' : nothing}</p>` : nothing}
        ${other ? html`<p>${other.text}</p><p class="quiet">This link was for the question before. The next message brings the link to this one.</p>` : nothing}
        ${this.unsettled()} ${this.steps(execution)}
      </article>`;
  }

  private steps(execution: Execution) {
    return html`<rb-answer-steps .execution=${execution} .live=${[...this.guest.live]} .doing=${[...this.guest.doing]}></rb-answer-steps>`;
  }

  /** An in-app browser hands over to another one: the address alone would not do. */
  private foot() {
    return html`<div class="foot">
      <button class="plain" @click=${this.copy}>${this.copied ? 'Copied' : 'Copy the link for another browser'}</button>
      <button class="plain" @click=${() => (this.signingIn = true)}>Sign in on this device</button>
      <span class="unseen" role="status">${this.copied ? 'Copied' : ''}</span>
    </div>`;
  }

  private signIn() {
    return html`<p><button @click=${() => (this.signingIn = true)}>Sign in on this device</button></p>`;
  }

  private signedIn(): void {
    forgetLink(this.link);
    this.dispatchEvent(new Event('logged-in'));
  }

  private async copy(): Promise<void> {
    const link = wholeLink(this.link);
    await (navigator.clipboard ? navigator.clipboard.writeText(link) : (navigator.share?.({ url: link }) ?? Promise.reject())).then(
      () => (this.copied = true),
      () => undefined,
    );
    setTimeout(() => (this.copied = false), COPIED_MS);
  }
}

const affects = ({ affects: touched }: Command) => (touched?.length ? html`, affects <strong>${touched.join('; ')}</strong>` : nothing);

customElements.define('rb-answer', Answer);
