import { css, html, LitElement, nothing } from 'lit';
import { isTask, type Command, type Execution, type Result } from '../types.ts';
import { host, lasting } from '../words.ts';
import { shared } from './shared.ts';
import './agent-told.ts';
import './output.ts';

const STATUS: Record<Result['status'], string> = {
  executed: 'done',
  failed: 'failed',
  blocked: 'not allowed',
  pending_confirmation: 'waits for the answer',
  skipped: 'left alone',
  interrupted: 'interrupted',
};

/** What an execution has done so far, and what it prints, to be read. */
export class AnswerSteps extends LitElement {
  static override properties = { execution: { attribute: false }, live: { attribute: false }, doing: { attribute: false } };
  declare execution: Execution;
  declare live: readonly string[];
  declare doing: readonly string[];

  static override styles = [
    shared,
    css`
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.7rem;
        margin: 0;
        padding: 0 0 0 0.8rem;
        border-left: 2px solid var(--line);
        list-style: none;
      }
      code {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .failed,
      .blocked,
      .interrupted {
        color: var(--danger);
      }
      .executed {
        color: var(--good);
      }
    `,
  ];

  override render() {
    const { commands, results, state } = this.execution;
    const begun = commands.filter((_, at) => results[at] ? results[at].status !== 'pending_confirmation' : state === 'running' && at === results.length);
    return begun.length ? html`<ol>${begun.map((command, at) => html`<li>${this.step(command, results[at], at)}</li>`)}</ol>` : nothing;
  }

  private step(command: Command, result: Result | undefined, at: number) {
    const output = result?.output || this.live[at];
    const doing = result ? '' : (this.doing[at] ?? 'Running');
    const how = result
      ? html`<span class="quiet ${result.status}">${STATUS[result.status]}</span> ${result.duration_ms === null ? nothing : html`<span class="quiet">${lasting(result.duration_ms)}</span>`}`
      : html`<span class="quiet">${doing}</span>`;
    return isTask(command)
      ? html`<div>Asked the agent: ${command.command} ${how}</div>
          ${output
            ? html`<rb-agent-told .text=${output} .truncated=${result?.truncated ?? false} ?live=${!result} .said=${this.execution.say}></rb-agent-told>`
            : nothing}`
      : html`<div><code>${command.command}</code> <span class="quiet">${host(command.host)}</span> ${how}</div>
          ${output ? html`<rb-output .text=${output} .truncated=${result?.truncated ?? false} .live=${!result}></rb-output>` : nothing}`;
  }
}

customElements.define('rb-answer-steps', AnswerSteps);
