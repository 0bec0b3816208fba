import { css, html, LitElement, nothing } from 'lit';
import { codeIn } from '../address.ts';
import { api } from '../api.ts';
import { shared } from './shared.ts';

/** Asks for a one-time code and says where to get one. Tells of success by "logged-in". */
export class Login extends LitElement {
  static override properties = { error: { type: String }, busy: { state: true } };
  declare error: string;
  declare busy: boolean;

  constructor() {
    super();
    this.error = '';
    this.busy = false;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        min-height: 100dvh;
        padding: 1.25rem;
        place-items: center;
      }
      main {
        display: grid;
        gap: 1.1rem;
        width: min(26rem, 100%);
        padding: 2rem 1.5rem;
        border: 1px solid var(--line);
        border-radius: 20px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      img {
        width: 44px;
        height: 44px;
      }
      h1 {
        font-size: 1.4rem;
        line-height: 1.25;
      }
      pre {
        overflow-x: auto;
        padding: 0.7rem 0.9rem;
        border-radius: 11px;
        background: var(--sunken);
      }
      form {
        display: grid;
        gap: 0.6rem;
      }
      .error {
        color: var(--danger);
      }
    `,
  ];

  override render() {
    return html`
      <main>
        <img src="/favicon.svg" alt="" />
        <h1>Open Readback</h1>
        <p>On the machine Readback runs on, type</p>
        <pre tabindex="0"><code>./readback open</code></pre>
        <p>and open the address it prints. The address is good once and for ten minutes; this browser then stays logged in.</p>
        <form @submit=${this.submit}>
          <label for="code">Or paste the address, or its code, here:</label>
          <input
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            required
            aria-describedby=${this.error ? 'error' : nothing}
          />
          ${this.error ? html`<p id="error" class="error" role="alert">${this.error}</p>` : nothing}
          <button class="primary" ?disabled=${this.busy}>Log in</button>
        </form>
      </main>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('code'));
    const code = codeIn(text);
    if (!code) {
      this.error = 'That does not look like a code or an address from Readback.';
      return;
    }
    this.busy = true;
    try {
      await api.login(code);
      this.dispatchEvent(new Event('logged-in'));
    } catch (error) {
      this.error = (error as Error).message;
    }
    this.busy = false;
  }
}

customElements.define('rb-login', Login);
