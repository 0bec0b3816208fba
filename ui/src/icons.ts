import { html, svg, type TemplateResult } from 'lit';

const SHAPES = {
  talk: svg`<path d="M4 7.5a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-5.5L7 20v-3.5a3 3 0 0 1-3-3z" />`,
  tasks: svg`<path d="m4 6.5 1.6 1.6L8.5 5M4 13l1.6 1.6 2.9-3.1M4.5 19.5h3M12 7h8M12 13h8M12 19h8" />`,
  sessions: svg`<path d="M4.4 9A8 8 0 1 1 4 12.6M4.4 4.5V9h4.5M12 8v4.4l3 1.8" />`,
  memory: svg`<path d="M12 6.5C10 5 7 4.7 4 5v13c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.5V5c-3-.3-6 0-8 1.5zM12 6.5v13" />`,
  audit: svg`<path d="M12 3.5 5 6v5.5c0 4.4 2.9 7.6 7 9 4.1-1.4 7-4.6 7-9V6zM8.8 11.8l2.3 2.3 4.2-4.4" />`,
  settings: svg`<path d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM8.5 14.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z" />`,
  add: svg`<path d="M12 5v14M5 12h14" />`,
  back: svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5" />`,
  next: svg`<path d="m9.5 5.5 6.5 6.5-6.5 6.5" />`,
  search: svg`<path d="M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5" />`,
  done: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  ask: svg`<path d="M7.5 8.5a4.5 4.5 0 1 1 6.5 4c-1.3.7-2 1.5-2 3M12 19.5v.1" />`,
  stopped: svg`<path d="M7 7h10v10H7z" />`,
  place: svg`<path d="M5 5h14v5.500H5zM5 13.500h14V19H5zM8 7.750h.1M8 16.250h.1" />`,
  file: svg`<path d="M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4" />`,
};

export type IconName = keyof typeof SHAPES;

/** A line drawing of 24 by 24; it says nothing to a screen reader, so words must stand beside it. */
export const icon = (name: IconName): TemplateResult => html`<svg
  class="icon"
  viewBox="0 0 24 24"
  width="24"
  height="24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.8"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${SHAPES[name]}
</svg>`;
