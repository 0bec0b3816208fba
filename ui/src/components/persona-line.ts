import { css, html, LitElement, nothing } from 'lit';
import type { Conversation } from '../conversation.ts';
import { Follow } from '../follow.ts';
import { isChatEntry } from '../timeline.ts';
import type { Voice } from '../voice/voice.ts';
import { shared } from './shared.ts';
import { chat, turns } from './turn-look.ts';

/**
 * What the persona says just now, below the conversation, until it stands in there. It is heard, so it is not read out. Tells by "grown" that
 * there is more of it.
 */
export class PersonaLine extends LitElement {
  static override properties = { voice: { attribute: false }, conversation: { attribute: false } };
  declare voice: Voice;
  declare conversation: Conversation;
  private shown = '';

  constructor() {
    super();
    new Follow(this, () => this.voice);
    new Follow(this, () => this.conversation);
  }

  static override styles = [
    shared,
    turns,
    css`
      .live {
        display: grid;
        margin-top: 0.7rem;
      }
      .in-a-row {
        margin-top: 0.2rem;
      }
    `,
  ];

  override render() {
    const { text } = this;
    const first = !isChatEntry(this.conversation.entries.at(-1));
    return text ? html`<div class="live ${first ? '' : 'in-a-row'}" aria-live="off">${chat(text, first)}</div>` : nothing;
  }

  override updated(): void {
    const { text } = this;
    if (text !== this.shown) {
      this.shown = text;
      this.dispatchEvent(new Event('grown', { bubbles: true, composed: true }));
    }
  }

  /** Nothing, where it stands in the conversation already. */
  private get text(): string {
    const { text, whole } = this.voice.state.personaSaying ?? { text: '', whole: true };
    const recorded = this.conversation.entries.findLast(isChatEntry)?.turn.content ?? '';
    return isSame(loose(recorded), loose(text), whole) ? '' : text.trim();
  }
}

/** What was cut off may stand there with a word more or less. */
function isSame(recorded: string, said: string, whole: boolean): boolean {
  const cut = whole && Math.min(recorded.length, said.length) > 12;
  return recorded === said || (cut && (recorded.startsWith(said) || said.startsWith(recorded)));
}

const loose = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

customElements.define('rb-persona-line', PersonaLine);
