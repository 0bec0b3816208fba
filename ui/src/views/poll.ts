import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something now and again while its host is on the page and the page is looked at. */
export class Poll implements ReactiveController {
  private timer = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly act: () => Promise<unknown>,
    private readonly pauseMs: () => number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.look);
    void this.now();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.timer);
    this.timer = -1;
  }

  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    await this.act();
    if (this.timer === 0) {
      this.timer = window.setTimeout(this.look, this.pauseMs());
    }
  }

  private readonly look = () => {
    if (document.visibilityState === 'visible') {
      void this.now();
    }
  };
}
