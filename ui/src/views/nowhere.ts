import { html } from 'lit';
import { shared } from '../components/shared.ts';
import { icon } from '../icons.ts';
import { View, view } from './view.ts';

/** An address at which there is nothing. */
export class Nowhere extends View {
  static override styles = [shared, view];

  override render() {
    return html`<div class="column empty">
      ${icon('ask')}
      <h1 tabindex="-1">There is nothing here</h1>
      <p class="quiet">The address may be mistyped, or what it led to is gone.</p>
      <p><a class="button primary" href="/">Go to the conversation</a></p>
    </div>`;
  }
}

customElements.define('rb-nowhere', Nowhere);
