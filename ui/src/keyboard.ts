import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the host above the keyboard of a phone, also in browsers that lay the keyboard over the page. Sets --covered on the host. */
export class AboveKeyboard implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  private readonly look = () => {
    const seen = window.visualViewport;
    const covered = seen && seen.scale === 1 ? Math.max(0, Math.round(this.host.getBoundingClientRect().bottom - seen.offsetTop - seen.height)) : 0;
    this.host.style.setProperty('--covered', `${covered}px`);
  };

  hostConnected(): void {
    window.visualViewport?.addEventListener('resize', this.look);
    window.visualViewport?.addEventListener('scroll', this.look);
  }

  hostDisconnected(): void {
    window.visualViewport?.removeEventListener('resize', this.look);
    window.visualViewport?.removeEventListener('scroll', this.look);
  }
}
