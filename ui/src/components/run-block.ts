import { css, html, LitElement, nothing } from 'lit';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import type { Run } from '../timeline.ts';
import type { Command, Result, State } from '../types.ts';
import { host } from '../words.ts';
import { shared } from './shared.ts';

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

/** One execution under the words it came from: its commands, how far they are, what they print, and a way to stop it. */
export class RunBlock extends LitElement {
  static override properties = { run: { attribute: false }, conversation: { attribute: false }, elapsed: { state: true } };
  declare run: Run;
  declare conversation: Conversation;
  declare elapsed: number;
  private ticking = 0;

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
      }
      .failed,
      .blocked,
      .interrupted {
        color: var(--danger);
      }
      .executed {
        color: var(--good);
      }
      summary {
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        color: var(--quiet);
        font-size: 0.875rem;
        cursor: pointer;
      }
      summary::before {
        content: '▸';
        width: 1.1em;
      }
      details[open] summary::before {
        content: '▾';
      }
      pre {
        overflow: auto;
        max-height: min(22rem, 50dvh);
        padding: 0.7rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
        line-height: 1.45;
      }
      .working {
        display: flex;
        align-items: center;
        gap: 0.6rem;
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--accent);
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
      .working button {
        margin-left: auto;
      }
    `,
  ];

  private get working(): boolean {
    const state = this.run.execution?.state;
    return state === 'pending' || state === 'running';
  }

  override willUpdate(): void {
    if (this.working && !this.ticking) {
      this.ticking = window.setInterval(() => this.tick(), 1000);
    } else if (!this.working) {
      clearInterval(this.ticking);
      this.ticking = 0;
    }
    this.tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    this.ticking = 0;
  }

  private tick(): void {
    const begun = this.run.execution?.created_at;
    this.elapsed = begun ? Math.max(0, Math.round((Date.now() - Date.parse(begun)) / 1000)) : 0;
  }

  override render() {
    const { execution, live } = this.run;
    const steps = execution?.commands ?? [];
    const ended = execution ? ENDED[execution.state] : undefined;
    return html`<section>
      ${steps.map((command, step) => this.step(command, execution?.results[step], live[step]))}
      ${ended ? html`<p class="quiet">${ended}</p>` : nothing} ${this.working ? this.progress() : nothing}
    </section>`;
  }

  private step(command: Command, result: Result | undefined, live: string | undefined) {
    const output = result?.output || live;
    return html`
      <div>
        <div class="line">
          <code>${command.command}</code>
          <span class="quiet">${host(command.host)}</span>
          ${result ? html`<span class="quiet ${result.status}">${this.status(result)}</span>` : nothing}
        </div>
        ${output ? this.output(output, result) : nothing}
      </div>
    `;
  }

  private status(result: Result): string {
    const code = result.status === 'failed' && result.exit_code !== null ? `, exit status ${result.exit_code}` : '';
    return STATUS[result.status] + code;
  }

  private output(output: string, result: Result | undefined) {
    const lines = output.trimEnd().split('\n').length;
    return html`<details ?open=${!result && this.working}>
      <summary>Output, ${lines} ${lines === 1 ? 'line' : 'lines'}${result?.truncated ? ', cut short' : ''}</summary>
      <pre tabindex="0" aria-label="Output">${output}</pre>
    </details>`;
  }

  private progress() {
    return html`<div class="working">
      <span class="dot"></span>
      <span class="quiet">${this.run.execution?.state === 'pending' ? 'Waiting its turn' : 'Running'}</span>
      <span class="quiet time" aria-hidden="true">${time(this.elapsed)}</span>
      <button @click=${() => this.conversation.stop(this.run)}>Stop</button>
    </div>`;
  }
}

function time(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

customElements.define('rb-run', RunBlock);
