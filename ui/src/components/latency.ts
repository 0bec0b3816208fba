import { css, html, LitElement, svg } from 'lit';
import type { Latency, StageName } from '../voice/protocol.ts';
import { lasting } from '../words.ts';
import { shared } from './shared.ts';

const STAGES: Record<StageName, string> = {
  final_text: 'Words understood',
  plan: 'Plan made',
  verdict: 'Checked',
  run: 'Run',
  report: 'Answer worded',
  first_audio: 'First sound',
};

/** One step of the way, in milliseconds from the end of speech. */
interface Step {
  say: string;
  from: number;
  to: number;
}

/** How long a spoken answer took, step by step, for whoever wants to know. */
export class LatencyBars extends LitElement {
  static override properties = { latency: { attribute: false } };
  declare latency: Latency;

  static override styles = [
    shared,
    css`
      summary {
        display: inline-block;
        min-height: 28px;
        padding: 0.25rem 0.3rem;
        color: var(--quiet);
        font-size: 0.8125rem;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover span {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .card {
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.8125rem;
      }
      caption {
        padding-bottom: 0.4rem;
        color: var(--quiet);
        text-align: left;
      }
      th,
      td {
        padding: 0.16rem 0;
        font-weight: 400;
        text-align: left;
        white-space: nowrap;
      }
      .ms {
        width: 4.2rem;
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      .bar {
        width: 99%;
        padding: 0.16rem 0 0.16rem 0.8rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 8px;
        border-radius: 4px;
        background: var(--sunken);
      }
      rect {
        fill: var(--accent);
      }
      .zero {
        fill: var(--line-strong);
      }
    `,
  ];

  override render() {
    const steps = stepsOf(this.latency);
    const last = steps.at(-1)?.to ?? 0;
    const first = Math.min(0, ...steps.map(({ from }) => from));
    return html`<details>
      <summary><span>Took ${lasting(Math.max(0, last))}</span></summary>
      <div class="card">
        <table>
          <caption>From when you stopped talking</caption>
          <thead class="unseen">
            <tr><th scope="col">Step</th><th scope="col">When</th><th scope="col">Bar</th></tr>
          </thead>
          <tbody>
            ${steps.map((step) => row(step, first, Math.max(last - first, 1)))}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

const row = ({ say, from, to }: Step, first: number, whole: number) => html`<tr>
  <th scope="row">${say}</th>
  <td class="ms">${to < 0 ? `−${-to}` : to} ms</td>
  <td class="bar">
    <svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect x=${((from - first) / whole) * 1000} width=${Math.max(((to - from) / whole) * 1000, 8)} height="8" />`}
      ${first < 0 ? svg`<rect class="zero" x=${(-first / whole) * 1000} width="3" height="8" />` : ''}
    </svg>
  </td>
</tr>`;

/** Each step begins where the one before it was reached; what ran ahead began before the speech had ended. */
function stepsOf({ stages }: Latency): Step[] {
  let from = Math.min(0, stages[0]?.after_ms ?? 0);
  return stages.map(({ stage, after_ms }) => {
    const step: Step = { say: STAGES[stage] ?? stage, from: Math.min(from, after_ms), to: after_ms };
    from = Math.max(from, after_ms);
    return step;
  });
}

customElements.define('rb-latency', LatencyBars);
