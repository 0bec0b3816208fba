import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { talkAt, taskAt } from '../address.ts';
import { api, records } from '../api.ts';
import { shared } from '../components/shared.ts';
import '../components/given-up.ts';
import { Doing } from '../doing.ts';
import { icon } from '../icons.ts';
import { day, duration, grouped, timeOf } from '../moments.ts';
import { isTask, settled, type Command, type Task } from '../types.ts';
import { host } from '../words.ts';
import { Poll } from './poll.ts';
import { asked, hosts, mark, took } from './state.ts';
import { View, view } from './view.ts';

const MORE = 50;

/** What runs or waits now, and what ran lately. Looks again by itself. */
export class Tasks extends View {
  static override properties = { ...View.properties, tasks: { state: true }, limit: { state: true }, stopping: { state: true } };
  declare tasks: Task[];
  declare limit: number;
  declare stopping: Set<string>;
  private readonly doing = new Doing(this, () => void this.poll.now());
  private readonly poll = new Poll(this, () => this.load(), () => (this.open.length ? 2000 : 8000));

  constructor() {
    super();
    this.tasks = [];
    this.limit = MORE;
    this.stopping = new Set();
  }

  static override styles = [
    shared,
    view,
    css`
      .task {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.15rem 0.75rem;
        align-items: center;
        padding: 0.7rem 0.95rem;
      }
      .task > a {
        display: grid;
        gap: 0.15rem;
        min-height: 44px;
        align-content: center;
        color: inherit;
        text-decoration: none;
      }
      li.task:hover {
        background: var(--hover);
      }
      .what {
        font-weight: 550;
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: center;
      }
      .task code {
        color: var(--quiet);
      }
      .now {
        border-color: var(--line-strong);
      }
      .ways {
        display: flex;
        gap: 0.5rem;
      }
      .dot {
        width: 9px;
        height: 9px;
        margin: 0 3.5px;
        border-radius: 50%;
        background: currentColor;
        animation: breathe 1.4s ease-in-out infinite;
      }
      @keyframes breathe {
        50% {
          opacity: 0.25;
        }
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 30rem) {
        .open {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.6rem;
        }
        .open .ways > * {
          flex: 1;
        }
      }
    `,
  ];

  private get open(): Task[] {
    return this.tasks.filter((task) => !settled(task.state));
  }

  override render() {
    const past = this.tasks.filter((task) => settled(task.state));
    return html`
      <header><div><h1 tabindex="-1">Tasks</h1></div></header>
      <div class="column">
        <rb-given-up></rb-given-up>
        ${this.failure(() => void this.poll.now())} ${this.loading ? this.skeleton() : nothing}
        ${this.open.length ? this.list('Now', this.open) : nothing}
        ${grouped(past, (task) => day(task.created_at)).map(({ name, things }) => this.list(name, things))}
        ${this.tasks.length === this.limit ? html`<button @click=${this.more}>Show older ones</button>` : nothing}
        ${!this.loading && !this.error && this.tasks.length === 0 ? this.empty() : nothing}
      </div>
    `;
  }

  private empty() {
    return html`<div class="empty">
      ${icon('tasks')}
      <p>Nothing has run yet.</p>
      <p class="quiet">What you ask for appears here while it runs, and stays here afterwards.</p>
      <p><a class="button primary" href="/">Ask for something</a></p>
    </div>`;
  }

  private list(name: string, tasks: Task[]) {
    return html`<section class="group" aria-label=${name}>
      <h2>${name}</h2>
      <ul class="rows ${name === 'Now' ? 'now' : ''}">
        ${repeat(
          tasks,
          (task) => task.execution_id,
          (task) => this.row(task),
        )}
      </ul>
    </section>`;
  }

  private row(task: Task) {
    const [first, ...others] = task.commands;
    const isOpen = !settled(task.state);
    const doing = task.state === 'running' ? this.doing.at(task.execution_id, task.results.length) : '';
    return html`<li class="task ${isOpen ? 'open' : ''}">
      <a href=${taskAt(task.execution_id)}>
        <span class="what">${asked(task)}</span>
        ${first ? this.first(first, others.length) : nothing} ${doing ? html`<span class="quiet doing">${doing}</span>` : nothing}
        <span class="facts quiet">
          ${mark(task.state)}<span>${hosts(task).map(host).join(', ')}</span>
          <span class="time">${isOpen ? `for ${duration(Math.floor(took(task, Date.now()) / 1000) * 1000)}` : `${timeOf(task.created_at)}, ${duration(took(task, 0))}`}</span>
        </span>
      </a>
      ${isOpen ? this.ways(task) : nothing}
    </li>`;
  }

  private first(command: Command, others: number) {
    const more = others ? ` and ${others} more` : '';
    return isTask(command)
      ? html`<span class="quiet one-line">Asked the agent: ${command.command}${more}</span>`
      : html`<code class="one-line">${command.command}${more}</code>`;
  }

  private ways(task: Task) {
    const answer = html`<a class="button primary" href="${talkAt(task.session_id)}?mode=answer">Answer</a>`;
    return html`<div class="ways">
      ${task.state === 'waiting_for_input' ? answer : nothing}
      <button aria-label="Stop: ${asked(task)}" ?disabled=${this.stopping.has(task.execution_id)} @click=${() => this.stop(task)}>Stop</button>
    </div>`;
  }

  private async load(): Promise<void> {
    await this.trying(async () => {
      this.tasks = await records.tasks(this.limit);
    });
  }

  private more(): void {
    this.limit += MORE;
    void this.poll.now();
  }

  private async stop({ execution_id }: Task): Promise<void> {
    this.stopping = new Set([...this.stopping, execution_id]);
    const stopped = await this.trying(() => api.cancel(execution_id));
    this.stopping = new Set([...this.stopping].filter((id) => id !== execution_id));
    if (stopped) {
      await this.poll.now();
    }
  }
}

customElements.define('rb-tasks', Tasks);
