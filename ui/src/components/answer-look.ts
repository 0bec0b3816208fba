import { css } from 'lit';

/** What the page looks like for somebody who came by a link. */
export const answerLook = css`
  :host {
    min-height: 100dvh;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    width: min(34rem, 100%);
    margin: 0 auto;
    padding: calc(0.9rem + env(safe-area-inset-top)) 0.9rem calc(1.5rem + env(safe-area-inset-bottom));
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.55rem;
    font-weight: 650;
  }
  .bar img {
    width: 28px;
    height: 28px;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8rem;
    padding: 1.1rem 1rem;
    border: 1px solid var(--line);
    border-radius: 20px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  h1 {
    font-size: 1.25rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    margin-bottom: 0.5rem;
    font-size: 0.875rem;
    font-weight: 650;
    color: var(--quiet);
  }
  .heard,
  p {
    overflow-wrap: anywhere;
  }
  .what {
    display: grid;
    gap: 0.35rem;
    padding: 0.8rem 0.9rem;
    border: 1px solid var(--ask-line);
    border-radius: 13px;
    background: var(--ask-surface);
  }
  .asker {
    margin-bottom: -0.55rem;
    color: var(--ask);
    font-size: 0.875rem;
    font-weight: 650;
  }
  .doing {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .what code {
    font-size: 0.95rem;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  code {
    overflow-wrap: anywhere;
  }
  mark {
    padding: 0 0.15em;
    border-radius: 4px;
    background: light-dark(#fbe3ae, #57430f);
    color: var(--ink);
  }
  ul {
    margin: 0;
    padding-left: 1.1rem;
  }
  .until {
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .until.soon,
  .unsettled {
    color: var(--ask);
    font-weight: 600;
  }
  .notice,
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
    padding: 0.6rem 0.9rem;
    border-radius: 13px;
    background: var(--sunken);
  }
  .notice span,
  .note p {
    flex: 1 1 12rem;
  }
  @media (max-width: 22rem) {
    h1 {
      font-size: 1.1rem;
    }
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4rem;
    justify-content: center;
  }
  .foot button {
    color: var(--quiet);
    font-size: 0.875rem;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .wait {
    display: grid;
    gap: 0.6rem;
  }
  .wait div {
    height: 4.5rem;
    border-radius: 18px;
    background: var(--sunken);
    animation: wait 1.6s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.45;
    }
  }
`;
