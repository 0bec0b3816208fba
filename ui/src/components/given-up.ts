import { css, html, LitElement, nothing } from 'lit';
import { taskAt } from '../address.ts';
import { records } from '../api.ts';
import { when } from '../words.ts';
import type { Undelivered } from '../types.ts';
import { shared } from './shared.ts';

const LOOK_MS = 60_000;
const SEEN = 'readback.given-up';
const CHANNELS: [RegExp, string][] = [
  [/whatsapp/i, 'WhatsApp'],
  [/^push/i, 'a push message'],
  [/webhook/i, 'the webhook'],
];

/** A small notice where messages to the person could not be delivered. Says nothing where there are none, or the server cannot tell. */
export class GivenUp extends LitElement {
  static override properties = { lost: { state: true } };
  declare lost: Undelivered[];
  private timer = 0;

  constructor() {
    super();
    this.lost = [];
  }

  static override styles = [
    shared,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.2rem 0.6rem;
        margin-bottom: 0.5rem;
        padding: 0.4rem 0.4rem 0.4rem 0.9rem;
        border: 1px solid var(--ask-line);
        border-radius: 11px;
        background: var(--ask-surface);
        font-size: 0.92rem;
      }
      p {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      a {
        color: inherit;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => void this.look(), LOOK_MS);
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    const [first, ...others] = this.lost;
    return html`<div role="status">${first ? this.notice(first, others.length) : nothing}</div>`;
  }

  private notice({ channel, text, why, at, execution_id }: Undelivered, others: number) {
    return html`<div class="notice">
      <p>
        I could not reach you by ${named(channel)}: <a href=${taskAt(execution_id)}>${text}</a>
        <span class="quiet">(${when(at)}) ${why}${others ? ` And ${others} more.` : ''}</span>
      </p>
      <button class="plain" @click=${this.dismiss}>Dismiss</button>
    </div>`;
  }

  /** What was dismissed stays so in this browser. */
  private dismiss(): void {
    localStorage.setItem(SEEN, this.lost.reduce((latest, { at }) => (at > latest ? at : latest), ''));
    this.lost = [];
  }

  private async look(): Promise<void> {
    const seen = localStorage.getItem(SEEN) ?? '';
    const all = await records.givenUp().catch(() => []);
    this.lost = all.filter(({ at }) => at > seen);
  }
}

const named = (channel: string | null): string => CHANNELS.find(([form]) => form.test(channel ?? ''))?.[1] ?? channel ?? 'any channel';

customElements.define('rb-given-up', GivenUp);
