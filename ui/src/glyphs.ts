import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const SHAPES = {
  send: svg`<path d="M12 19V5.5m-6 6 6-6 6 6" />`,
  microphone: svg`<path d="M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`,
  muted: svg`<path d="M15 9.500v-3a3 3 0 0 0-5.8-1.100M9 9v2.500a3 3 0 0 0 4.700 2.500M5.500 11.500a6.500 6.500 0 0 0 10.300 5.300M18.300 13.300a6.500 6.500 0 0 0 .2-1.800M12 18v3M4 3.500l16 17" />`,
  stop: svg`<path d="M7.5 7.5h9v9h-9z" fill="currentColor" />`,
  aloud: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a7.8 7.8 0 0 1 0 11" />`,
  quiet: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.500l5 5m0-5-5 5" />`,
} satisfies Record<string, SVGTemplateResult>;

/** A line drawing; words for it must stand beside it. */
export const glyph = (name: keyof typeof SHAPES, size = 24): TemplateResult => html`<svg
  viewBox="0 0 24 24"
  width=${size}
  height=${size}
  fill="none"
  stroke="currentColor"
  stroke-width="1.9"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  ${SHAPES[name]}
</svg>`;
