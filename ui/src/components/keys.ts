import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What keys and taps anywhere on the page mean to the conversation. */
export interface KeyActs {
  /** Escape: quiet, and leave the box. */
  leave(): void;
  /** "/": to the box. */
  toBox(): void;
  /** The space bar where nothing has the keyboard; gives whether it meant anything. */
  space(down: boolean): boolean;
  /** A tap, but not on the microphone. */
  tapped(): void;
}

/** Listens to the whole page for as long as its host is on it. */
export class Keys implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly acts: KeyActs,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.down);
    document.addEventListener('keyup', this.up);
    document.addEventListener('click', this.clicked);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.down);
    document.removeEventListener('keyup', this.up);
    document.removeEventListener('click', this.clicked);
  }

  private readonly down = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      this.acts.leave();
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedInto(event)) {
      event.preventDefault();
      this.acts.toBox();
    } else if (event.key === ' ' && isNobodys(event) && (event.repeat || this.acts.space(true))) {
      event.preventDefault();
    }
  };

  private readonly up = (event: KeyboardEvent) => {
    if (event.key === ' ' && isNobodys(event)) {
      this.acts.space(false);
    }
  };

  private readonly clicked = (event: MouseEvent) => {
    const onMicrophone = event.composedPath().some((node) => node instanceof Element && node.classList.contains('microphone'));
    if (!onMicrophone) {
      this.acts.tapped();
    }
  };
}

const isTypedInto = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof HTMLElement && (node.matches('input, textarea, select') || node.isContentEditable));

/** Where nothing has the keyboard, or only what scrolls. */
const isNobodys = (event: Event): boolean => {
  const [first] = event.composedPath();
  return first === document.body || (first instanceof HTMLElement && first.matches('.scroll, section[tabindex="-1"]'));
};
