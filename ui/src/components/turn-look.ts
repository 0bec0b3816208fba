import { css } from 'lit';

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
`;
