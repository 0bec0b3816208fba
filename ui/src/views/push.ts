import { css, html, LitElement, nothing } from 'lit';
import { shared } from '../components/shared.ts';
import { pushState, switchOff, switchOn, type PushState } from '../push.ts';
import { switches } from './switch.ts';

/** A switch: whether this browser shows what wants an answer while the page is closed. Not there where the server has nothing of the kind. */
export class Push extends LitElement {
  static override properties = { standing: { state: true }, busy: { state: true }, error: { state: true } };
  declare standing: PushState | null;
  declare busy: boolean;
  declare error: string;

  constructor() {
    super();
    Object.assign(this, { standing: null, busy: false, error: '' });
  }

  static override styles = [
    shared,
    switches,
    css`
      section {
        display: grid;
        gap: 0.45rem;
      }
      h2 {
        font-size: 0.8125rem;
        font-weight: 650;
        color: var(--quiet);
      }
      .card {
        display: grid;
        gap: 0.35rem;
        padding: 0.7rem 0.95rem;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
      }
      .error {
        color: var(--danger);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.changing(pushState);
  }

  override render() {
    const { standing } = this;
    if (!standing) {
      return nothing;
    }
    const on = standing.kind === 'on';
    const why = standing.kind === 'cannot' ? standing.why : '';
    return html`<section>
      <h2>Notifications</h2>
      <div class="card">
        <div class="switch">
          <span id="what">Tell me in this browser when something waits for me</span>
          <button role="switch" aria-checked=${on} aria-labelledby="what" ?disabled=${this.busy} @click=${this.toggle}></button>
        </div>
        <p class="quiet" role="status">${why || (on ? 'Also while the page is closed. A touch opens it at the question.' : '')}</p>
        ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
      </div>
    </section>`;
  }

  private toggle(): void {
    void this.changing(this.standing?.kind === 'on' ? switchOff : switchOn);
  }

  private async changing(act: () => Promise<PushState | null>): Promise<void> {
    this.busy = true;
    try {
      this.standing = await act();
      this.error = '';
    } catch (error) {
      this.error = (error as Error).message;
    }
    this.busy = false;
  }
}

customElements.define('rb-push', Push);
