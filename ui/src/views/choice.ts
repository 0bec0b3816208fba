import { css } from 'lit';

/** A few ways side by side, one of which is chosen. */
export const choice = css`
  fieldset {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.35rem;
    margin: 0;
    padding: 0.35rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  legend {
    float: left;
  }
  fieldset label {
    position: relative;
    display: grid;
    min-height: 44px;
    padding: 0.2rem 0.3rem;
    border-radius: 10px;
    font-size: 0.9375rem;
    line-height: 1.2;
    text-align: center;
    place-content: center;
    cursor: pointer;
  }
  fieldset label:hover {
    background: var(--hover);
  }
  fieldset label:has(:checked) {
    background: var(--chosen);
    font-weight: 600;
  }
  fieldset label:has(:focus-visible) {
    outline: 2.5px solid var(--accent);
  }
  fieldset input {
    position: absolute;
    width: 1px;
    min-height: 0;
    height: 1px;
    opacity: 0;
  }
`;
