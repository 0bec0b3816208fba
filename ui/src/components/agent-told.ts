import { html, LitElement, nothing } from 'lit';
import { agentOutput, sameWords } from '../agent-output.ts';
import './output.ts';
import './prose.ts';

/** What came of a task for the agent: what it says, and what it ran for it, which is a touch away. While it goes on, both as they come. */
export class AgentTold extends LitElement {
  static override properties = {
    text: { attribute: false },
    truncated: { type: Boolean },
    live: { type: Boolean },
    said: { attribute: false },
  };
  declare text: string;
  declare truncated: boolean;
  declare live: boolean;
  /** What is read out of it beside this: one line of the same words need not stand there twice. */
  declare said: string;

  constructor() {
    super();
    Object.assign(this, { text: '', truncated: false, live: false, said: '' });
  }

  override render() {
    if (this.live) {
      return html`<rb-prose .text=${this.text} live></rb-prose>`;
    }
    const { says, ran } = agentOutput(this.text);
    const apart = says !== '' && (says.includes('\n') || !sameWords(says, this.said));
    return html`${apart ? html`<rb-prose .text=${says} .truncated=${this.truncated && !ran}></rb-prose>` : nothing}
    ${ran ? html`<rb-output name="What it ran" .text=${ran} .truncated=${this.truncated}></rb-output>` : nothing}`;
  }
}

customElements.define('rb-agent-told', AgentTold);
