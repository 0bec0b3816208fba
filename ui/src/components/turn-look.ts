import { css, html } from 'lit';

/** Who says it, for whoever hears the page. */
export const SPEAKERS = { user: 'You', assistant: 'Readback', system: 'Notice' };

/** How something that was said stands on the page. */
export const turns = css`
  .turn {
    max-width: 88%;
    padding: 0.55rem 0.9rem;
    border-radius: var(--round);
    overflow-wrap: anywhere;
  }
  .words {
    white-space: pre-wrap;
  }
  .user {
    justify-self: end;
    border-bottom-right-radius: 5px;
    background: var(--mine);
  }
  .assistant,
  .system {
    justify-self: start;
    border: 1px solid var(--line);
    border-bottom-left-radius: 5px;
    background: var(--surface);
  }
  .system {
    border-style: dashed;
  }
  .assistant.chat {
    display: grid;
    gap: 0.1rem;
    padding: 0.05rem 1rem;
    border: 0;
    background: none;
    color: var(--quiet);
    font-size: 0.9rem;
    line-height: 1.45;
  }
  .whose {
    font-size: 0.75rem;
    font-weight: 600;
  }
  .chat .words {
    white-space: pre-line;
  }
`;

/** What a persona said by itself; `first` of what it said in a row: only there it is told whose it is. */
export const chat = (text: string, first: boolean) => html`<div class="turn assistant chat" title="Conversation only: nothing was run for this.">
  ${first ? html`<span class="whose">PersonaPlex · just talking</span>` : html`<span class="unseen">PersonaPlex: </span>`}<span class="words">${text}</span>
</div>`;
