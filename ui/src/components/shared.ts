import { css } from 'lit';

/** What all components look alike in. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    min-height: 44px;
    padding: 0.5rem 1.1rem;
    border: 1px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    cursor: pointer;
    transition:
      background 0.12s,
      border-color 0.12s;
  }
  button:hover:not(:disabled) {
    border-color: var(--accent);
  }
  button:disabled {
    cursor: not-allowed;
    opacity: 0.5;
  }
  button.primary {
    border-color: transparent;
    background: var(--fill);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent-hover);
  }
  button.danger {
    border-color: transparent;
    background: var(--danger-fill);
    color: #fff;
    font-weight: 600;
  }
  button.plain {
    border-color: transparent;
    background: none;
  }
  button.icon-only,
  a.icon-only {
    display: inline-grid;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 11px;
    background: none;
    color: inherit;
    place-items: center;
  }
  button.icon-only:hover,
  a.icon-only:hover {
    background: var(--hover);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4rem;
    min-height: 44px;
    padding: 0.5rem 1.1rem;
    border: 1px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    color: inherit;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--accent);
  }
  .button.primary {
    border-color: transparent;
    background: var(--fill);
    color: var(--on-accent);
    font-weight: 600;
  }
  .button.primary:hover {
    background: var(--accent-hover);
  }
  .icon {
    display: block;
    flex: none;
  }
  input,
  select {
    width: 100%;
    min-height: 44px;
    padding: 0.5rem 0.8rem;
    border: 1px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
  }
  :focus-visible {
    outline: 2.5px solid var(--accent);
    outline-offset: 2px;
  }
  input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  code,
  pre {
    font-family: var(--mono);
    font-size: 0.875rem;
    font-variant-ligatures: none;
  }
  h1,
  h2,
  h3,
  p,
  pre {
    margin: 0;
  }
  .quiet {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`;
