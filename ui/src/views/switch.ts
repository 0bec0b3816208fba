import { css } from 'lit';

/** A row of words and a switch that says whether it is so. */
export const switches = css`
  .switch {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 44px;
  }
  .switch span {
    flex: 1;
  }
  [role='switch'] {
    position: relative;
    flex: none;
    width: 52px;
    height: 44px;
    padding: 0;
    border: 0;
    background: none;
  }
  [role='switch']::before {
    position: absolute;
    inset: 7px 0;
    border: 1px solid var(--line-strong);
    border-radius: 15px;
    background: var(--sunken);
    content: '';
  }
  [role='switch']::after {
    position: absolute;
    top: 11px;
    left: 4px;
    width: 22px;
    height: 22px;
    border-radius: 50%;
    background: var(--line-strong);
    transition: translate 0.12s;
    content: '';
  }
  [role='switch'][aria-checked='true']::before {
    border-color: transparent;
    background: var(--fill);
  }
  [role='switch'][aria-checked='true']::after {
    background: var(--on-accent);
    translate: 22px;
  }
`;
