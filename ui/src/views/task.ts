import { css, html, nothing } from 'lit';
import { talkAt } from '../address.ts';
import { api, Problem, records } from '../api.ts';
import { shared } from '../components/shared.ts';
import '../components/agent-told.ts';
import { Doing } from '../doing.ts';
import { icon } from '../icons.ts';
import { duration, moment } from '../moments.ts';
import { isTask, settled, type Command, type Result, type Task as Record } from '../types.ts';
import { host } from '../words.ts';
import { Poll } from './poll.ts';
import { asked, mark, took } from './state.ts';
import { View, view } from './view.ts';

const VERDICTS: { [verdict in Command['verdict']]: string } = {
  allow: 'could run without asking',
  confirm: 'needed a yes',
  repeat: 'cannot be undone, so its name had to be said',
  deny: 'is not allowed',
};

const ENDINGS: { [status in Result['status']]: string } = {
  executed: 'Done',
  failed: 'Failed',
  blocked: 'Not run: it is not allowed',
  pending_confirmation: 'Waits for your answer',
  skipped: 'Left alone',
  interrupted: 'Interrupted; whether it finished is not known',
};

/** One task in full: the words, the commands and what they printed, the questions and their answers. */
export class Task extends View {
  static override properties = { ...View.properties, execution: { attribute: false }, task: { state: true }, missing: { state: true } };
  declare execution: string;
  declare task: Record | null;
  declare missing: boolean;
  private readonly doing = new Doing(this, () => void this.poll.now());
  private readonly poll = new Poll(this, () => this.load(), () => (this.task && settled(this.task.state) ? 30_000 : 1500));

  constructor() {
    super();
    this.task = null;
    this.missing = false;
  }

  static override styles = [
    shared,
    view,
    css`
      h1 {
        font-size: 1.15rem;
      }
      .said {
        font-size: 1.05rem;
      }
      .facts {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.3rem 1rem;
        margin: 0;
        padding: 0.8rem 0.95rem;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .step {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.4rem;
        padding: 0.8rem 0.95rem;
      }
      .step > code,
      .asking-card code {
        font-size: 0.9375rem;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      pre {
        overflow: auto;
        max-height: min(26rem, 60dvh);
        padding: 0.7rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
        line-height: 1.45;
      }
      .asking-card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.6rem;
        padding: 0.9rem 0.95rem;
        border-color: var(--ask-line);
        background: var(--ask-surface);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .dot {
        width: 9px;
        height: 9px;
        margin: 0 3.5px;
        border-radius: 50%;
        background: currentColor;
      }
      q {
        quotes: '“' '”';
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('execution') && changed.get('execution') !== undefined) {
      Object.assign(this, { task: null, loading: true, missing: false });
      void this.poll.now();
    }
  }

  override render() {
    const { task } = this;
    return html`
      <header>
        <div>
          <a class="icon-only" href="/tasks" aria-label="All tasks">${icon('back')}</a>
          <h1 tabindex="-1">${task ? asked(task) : 'Task'}</h1>
        </div>
      </header>
      <div class="column">
        ${this.missing ? this.gone() : this.failure(() => void this.poll.now())} ${this.loading ? this.skeleton(3) : nothing}
        ${task ? this.whole(task) : nothing}
      </div>
    `;
  }

  private gone() {
    return html`<div class="empty">
      ${icon('tasks')}
      <p>There is no such task.</p>
      <p><a class="button" href="/tasks">All tasks</a></p>
    </div>`;
  }

  private whole(task: Record) {
    return html`
      ${task.say && !task.question ? html`<p class="said">${task.say}</p>` : nothing} ${task.question ? this.question(task) : nothing}
      <dl class="card facts">
        <dt>State</dt>
        <dd>${mark(task.state)}</dd>
        <dt>Asked</dt>
        <dd>${moment(task.created_at)}</dd>
        <dt>Took</dt>
        <dd>${settled(task.state) ? duration(took(task, 0)) : `${duration(Math.floor(took(task, Date.now()) / 1000) * 1000)} so far`}</dd>
        ${task.error_message && task.error_message !== task.say ? html`<dt>Trouble</dt><dd>${task.error_message}</dd>` : nothing}
      </dl>
      ${task.commands.length ? this.steps(task) : nothing} ${task.answers?.length ? this.answers(task) : nothing}
      <div class="ways">
        <a class="button" href=${talkAt(task.session_id)}>Open the conversation</a>
        ${settled(task.state) ? nothing : html`<button @click=${this.stop}>Stop</button>`}
      </div>
    `;
  }

  private question({ question, session_id }: Record) {
    return html`<section class="card asking-card" aria-label="The open question">
      <p>${question?.text}</p>
      ${question?.context ? html`<code>${question.context}</code>` : nothing}
      <p><a class="button primary" href="${talkAt(session_id)}?mode=answer">Answer</a></p>
    </section>`;
  }

  private steps(task: Record) {
    return html`<section class="group">
      <h2>${task.commands.every(isTask) ? 'What was done' : 'Commands'}</h2>
      <ol class="rows">
        ${task.commands.map((command, at) => html`<li class="step">${this.step(command, task.results[at], at)}</li>`)}
      </ol>
    </section>`;
  }

  private step(command: Command, result: Result | undefined, at: number) {
    const code = result?.status === 'failed' && result.exit_code !== null ? ` with exit status ${result.exit_code}` : '';
    const time = result?.duration_ms ? ` after ${duration(result.duration_ms)}` : '';
    const ran = result?.status === 'executed' || result?.status === 'failed';
    const doing = this.task?.state === 'running' && !result ? this.doing.at(this.task.execution_id, at) : '';
    const task = isTask(command);
    const output = task
      ? html`<rb-agent-told .text=${result?.output ?? ''} .said=${this.task?.say ?? ''}></rb-agent-told>`
      : html`<pre tabindex="0" aria-label="Output">${result?.output}</pre>`;
    return html`
      ${task ? html`<p>Asked the agent: ${command.command}</p>` : html`<code>${command.command}</code>`}
      ${doing ? html`<p class="doing" role="status">${doing}</p>` : nothing}
      <p class="quiet">
        ${task ? nothing : html`${host(command.host)} · `}${VERDICTS[command.verdict]}${command.reasons.length ? `. ${command.reasons.join(' ')}` : ''}
      </p>
      ${result ? html`<p class=${result.status === 'failed' ? 'bad' : ''}>${ENDINGS[result.status]}${code}${ran ? time : ''}</p>` : nothing}
      ${result?.output ? output : nothing}
      ${result?.truncated ? html`<p class="quiet">The output was longer; this is what was kept of it.</p>` : nothing}
    `;
  }

  private answers(task: Record) {
    return html`<section class="group">
      <h2>Questions and answers</h2>
      <ul class="rows">
        ${task.answers?.map(({ question, answer }) => html`<li class="step"><p>${question}</p><p>You said <q>${answer}</q></p></li>`)}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    const { execution } = this;
    if (this.missing || !execution) {
      return;
    }
    await this.trying(async () => {
      const task = await records.task(execution).catch((error: unknown) => {
        this.missing = error instanceof Problem && (error.status === 404 || error.status === 400);
        throw error;
      });
      if (this.execution === execution) {
        this.task = task;
      }
    });
  }

  private async stop(): Promise<void> {
    await this.trying(() => api.cancel(this.execution));
    await this.poll.now();
  }
}

customElements.define('rb-task', Task);
