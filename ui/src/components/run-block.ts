import { css, html, LitElement, nothing } from 'lit';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import type { Piece } from '../pieces.ts';
import { percentOf } from '../terminal.ts';
import { doingNow, type Run } from '../timeline.ts';
import { isTask, type Command, type Result, type State } from '../types.ts';
import { clock, host, lasting } from '../words.ts';
import { shared } from './shared.ts';
import './agent-told.ts';
import './output.ts';

const STATUS: Record<Result['status'], string> = {
  executed: 'done',
  failed: 'failed',
  blocked: 'not allowed',
  pending_confirmation: 'waits for your answer',
  skipped: 'left alone',
  interrupted: 'interrupted',
};

const ENDED: Partial<Record<State, string>> = {
  interrupted: 'It was interrupted; whether it finished is not known.',
  expired: 'Nobody answered in time, so nothing more was done.',
};

const LONG_MS = 3000;

/** A stretch of an execution below the words that set it off: its commands, how far they are, what they print, and a way to stop it. */
export class RunBlock extends LitElement {
  static override properties = {
    run: { attribute: false },
    piece: { attribute: false },
    last: { type: Boolean },
    conversation: { attribute: false },
    elapsed: { state: true },
  };
  declare run: Run;
  declare piece: Piece | null;
  declare last: boolean;
  declare conversation: Conversation;
  declare elapsed: number;
  private ticking = 0;
  private since = 0;
  private watch: IntersectionObserver | null = null;

  constructor() {
    super();
    this.elapsed = 0;
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
        padding-left: 0.8rem;
        border-left: 2px solid var(--line);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0.15rem 0.6rem;
      }
      .line code {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .task,
      .doing {
        overflow-wrap: anywhere;
      }
      .failed,
      .blocked,
      .interrupted {
        color: var(--danger);
      }
      .executed {
        color: var(--good);
      }
      .empty {
        min-height: 1.6rem;
      }
      .working {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.2rem 0.6rem;
      }
      .spinner {
        width: 18px;
        height: 18px;
        border: 2.5px solid var(--line);
        border-top-color: var(--accent);
        border-radius: 50%;
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      progress {
        grid-column: 1 / -1;
        width: 100%;
        height: 8px;
        overflow: hidden;
        border: 0;
        border-radius: 4px;
        appearance: none;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
        transition: width 0.3s;
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation: none;
          border-color: var(--accent);
        }
      }
    `,
  ];

  private get working(): boolean {
    const state = this.run.execution?.state;
    return this.last && (state === 'pending' || state === 'running');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && this.conversation.need(this.run), { rootMargin: '200px' });
    this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.disconnect();
    this.rest();
  }

  private rest(): void {
    clearInterval(this.ticking);
    this.ticking = 0;
  }

  override willUpdate(): void {
    if (this.working && !this.ticking) {
      this.since = this.begun();
      this.ticking = window.setInterval(() => this.tick(), 500);
    } else if (!this.working) {
      this.rest();
    }
    this.tick();
  }

  /** By our own clock where we saw it begin: the server's may differ. */
  private begun(): number {
    const told = Date.parse(this.piece?.at ?? '') || Date.now();
    return this.run.witnessed && Math.abs(Date.now() - told) < LONG_MS ? Date.now() : Math.min(told, Date.now());
  }

  private tick(): void {
    this.elapsed = this.working ? Date.now() - this.since : 0;
  }

  override render() {
    const { execution, piece } = this.run.execution ? { execution: this.run.execution, piece: this.piece } : { execution: null, piece: null };
    if (!execution || !piece) {
      return html`<section class="empty" aria-busy="true"></section>`;
    }
    const steps = execution.commands.slice(piece.from, piece.to);
    const ended = this.last ? ENDED[execution.state] : undefined;
    const empty = steps.length === 0 && !ended && !this.working;
    return empty
      ? nothing
      : html`<section>
          ${steps.map((command, at) => this.step(command, execution.results[piece.from + at], this.run.live[piece.from + at]))}
          ${ended ? html`<p class="quiet">${ended}</p>` : nothing} ${this.working ? this.progress() : nothing}
        </section>`;
  }

  private step(command: Command, result: Result | undefined, live: string | undefined) {
    const output = result?.output || live;
    if (isTask(command)) {
      return html`<div>
        <div class="line"><span class="task">Asked the agent: ${command.command}</span>${result ? this.status(result) : nothing}</div>
        ${output
          ? html`<rb-agent-told
              .text=${output}
              .truncated=${result?.truncated ?? false}
              ?live=${!result && this.working}
              .said=${this.run.execution?.say ?? ''}
            ></rb-agent-told>`
          : nothing}
      </div>`;
    }
    return html`
      <div>
        <div class="line">
          <code>${command.command}</code>
          <span class="quiet">${host(command.host)}</span>
          ${result ? this.status(result) : nothing}
        </div>
        ${output
          ? html`<rb-output .text=${output} .truncated=${result?.truncated ?? false} .live=${!result && this.working}></rb-output>`
          : nothing}
      </div>
    `;
  }

  private status(result: Result) {
    const code = result.status === 'failed' && result.exit_code !== null ? `, exit status ${result.exit_code}` : '';
    const took = result.duration_ms === null ? nothing : html`<span class="quiet time">${lasting(result.duration_ms)}</span>`;
    const byPerson = result.status === 'interrupted' && this.run.execution?.state === 'cancelled';
    return html`<span class="quiet ${byPerson ? 'skipped' : result.status}">${byPerson ? 'stopped' : STATUS[result.status]}${code}</span>${took}`;
  }

  private progress() {
    const pending = this.run.execution?.state === 'pending';
    const percent = this.percent();
    const doing = doingNow(this.run) || (percent === null ? 'Running' : `Running, ${percent} percent`);
    return html`<div class="working">
      <span class="spinner"></span>
      <span class="quiet doing">${pending ? 'Waiting its turn' : doing}</span>
      <span class="quiet time" aria-hidden="true">${clock(this.elapsed)}</span>
      <button @click=${() => this.conversation.stop(this.run)}>Stop</button>
      ${percent === null ? nothing : html`<progress max="100" value=${percent} aria-label="How far it is"></progress>`}
    </div>`;
  }

  private percent(): number | null {
    const live = this.run.live.at(-1);
    const running = this.run.execution?.state === 'running' && this.elapsed > 1000;
    return running && live ? percentOf(live) : null;
  }
}

customElements.define('rb-run', RunBlock);
