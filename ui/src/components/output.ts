import { css, html, LitElement, nothing } from 'lit';
import { shownBy } from '../terminal.ts';
import { shared } from './shared.ts';

const FEW_LINES = 14;
const MOST_SHOWN = 200_000;
const COPIED_MS = 1800;
const OPENS_AFTER_MS = 700;

/** What a command prints, while it comes and afterwards. Follows the end unless the person has scrolled away from it. */
export class Output extends LitElement {
  static override properties = {
    text: { attribute: false },
    live: { type: Boolean },
    name: {},
    truncated: { type: Boolean },
    wraps: { state: true },
    whole: { state: true },
    copied: { state: true },
  };
  declare text: string;
  declare live: boolean;
  /** What it is called. */
  declare name: string;
  declare truncated: boolean;
  declare wraps: boolean;
  declare whole: boolean;
  declare copied: '' | 'Copied' | 'Could not copy';
  private atEnd = true;
  private open: boolean | null = null;
  private opening = 0;

  constructor() {
    super();
    Object.assign(this, { text: '', live: false, name: 'Output', truncated: false, wraps: false, whole: false, copied: '' });
  }

  static override styles = [
    shared,
    css`
      summary {
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        padding-right: 0.5rem;
        color: var(--quiet);
        font-size: 0.875rem;
        cursor: pointer;
      }
      summary::before {
        content: '▸';
        width: 1.1em;
      }
      details[open] summary::before {
        content: '▾';
      }
      .box {
        overflow: hidden;
        border-radius: 11px;
        background: var(--sunken);
      }
      pre {
        overflow: auto;
        max-height: min(19rem, 45dvh);
        padding: 0.7rem 0.9rem;
        line-height: 1.45;
        overscroll-behavior-inline: contain;
      }
      pre:focus-visible {
        outline-offset: -3px;
        border-radius: 11px;
      }
      pre.wraps {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      pre.whole {
        max-height: none;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.2rem;
        padding: 0 0.3rem;
        border-top: 1px solid var(--line);
      }
      .tools button {
        padding: 0.3rem 0.7rem;
        color: var(--quiet);
        font-size: 0.84rem;
      }
      .tools button:hover,
      .tools button[aria-pressed='true'] {
        color: var(--ink);
      }
      .tools button[aria-pressed='true'] {
        text-decoration: underline;
        text-underline-offset: 4px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.opening);
  }

  /**
   * What takes a while opens by itself and stays open when it is done; what the person chose always does. What ends at once is told by the answer, and
   * would only push it down.
   */
  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('live')) {
      return;
    }
    clearTimeout(this.opening);
    if (this.live) {
      this.opening = window.setTimeout(() => this.openByItself(), OPENS_AFTER_MS);
    }
  }

  private openByItself(): void {
    this.open ??= true;
    this.requestUpdate();
  }

  override render() {
    const shown = shownBy(this.text);
    const lines = shown.trimEnd().split('\n').length;
    return html`<details ?open=${this.open ?? false} @toggle=${this.toggled}>
      <summary>${this.name}, ${lines} ${lines === 1 ? 'line' : 'lines'}${this.truncated ? ', cut short' : ''}</summary>
      <div class="box">
        <pre
          tabindex="0"
          role="region"
          aria-label=${this.name}
          class="${this.wraps ? 'wraps' : ''} ${this.whole ? 'whole' : ''}"
          @scroll=${this.scrolled}
        >${shown.slice(-MOST_SHOWN)}</pre>
        <div class="tools">
          <button class="plain" @click=${this.copy}>${this.copied || 'Copy'}</button>
          <button class="plain" aria-pressed=${this.wraps} @click=${() => (this.wraps = !this.wraps)}>Wrap lines</button>
          ${lines > FEW_LINES
            ? html`<button class="plain" aria-pressed=${this.whole} @click=${() => (this.whole = !this.whole)}>Show all</button>`
            : nothing}
        </div>
        <span class="unseen" role="status">${this.copied}</span>
      </div>
    </details>`;
  }

  override updated(): void {
    const pre = this.pre();
    if (pre && this.live && this.atEnd) {
      pre.scrollTop = pre.scrollHeight;
    }
  }

  private pre(): HTMLElement | null {
    return this.renderRoot.querySelector('pre');
  }

  private toggled(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== (this.open ?? false)) {
      this.open = open;
    }
  }

  private scrolled(): void {
    const pre = this.pre();
    this.atEnd = !pre || pre.scrollHeight - pre.scrollTop - pre.clientHeight < 24;
  }

  private async copy(): Promise<void> {
    this.copied = (await copied(shownBy(this.text))) ? 'Copied' : 'Could not copy';
    setTimeout(() => (this.copied = ''), COPIED_MS);
  }
}

/** The clipboard is there only over HTTPS or on the machine itself. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define('rb-output', Output);
