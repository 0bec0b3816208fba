import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host anew whenever something tells of a change. */
export class Follow implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly what: () => EventTarget,
  ) {
    host.addController(this);
  }

  private readonly render = () => this.host.requestUpdate();

  hostConnected(): void {
    this.what().addEventListener('change', this.render);
  }

  hostDisconnected(): void {
    this.what().removeEventListener('change', this.render);
  }
}
