import { css } from 'lit';

/** What the wishes for a persona look like; as those for our own voice do. */
export const duplexLook = css`
  :host {
    overflow: visible;
    height: auto;
    scrollbar-gutter: auto;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    padding: 0.6rem 0.95rem;
  }
  p.card {
    display: block;
    padding: 0.8rem 0.95rem;
  }
  .about {
    margin-top: -0.6rem;
    padding-right: 4rem;
  }
  label {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr);
    gap: 0.6rem;
    align-items: center;
    min-height: 44px;
  }
  .tall {
    align-items: start;
  }
  .tall span {
    padding-top: 0.55rem;
  }
  select {
    text-overflow: ellipsis;
  }
  textarea {
    width: 100%;
    min-height: 5.5rem;
    padding: 0.55rem 0.8rem;
    border: 1px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    line-height: 1.4;
    resize: vertical;
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.8rem;
    margin: -0.3rem 0 0 6.6rem;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    color: var(--quiet);
    font-size: 0.9375rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .icon {
    width: 18px;
    height: 18px;
    margin-left: 0.3rem;
    transition: transform 0.12s;
  }
  details[open] summary .icon {
    transform: rotate(90deg);
  }
  details:not([open]) {
    margin: -0.3rem 0 -0.2rem;
  }
  details[open] {
    padding-bottom: 0.3rem;
  }
  .say {
    display: block;
  }
  @media (max-width: 30rem) {
    label {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
    }
    .tall span {
      padding-top: 0;
    }
    .below {
      margin-left: 0;
    }
    .about {
      padding-right: 0;
    }
  }
`;
