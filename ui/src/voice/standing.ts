import { Link, voiceAt } from './link.ts';
import { manners } from './manner.ts';
import { RATE, type Part, type Ready } from './protocol.ts';

const PATIENCE_MS = 1500;

/** Which ear and which mouth the server has. Tells of every change by "change". */
class Standing extends EventTarget {
  /** What the server told last; null while, or where, nothing is known. */
  ready: Ready | null = null;
  /** Whether the server has been asked. */
  asked = false;
  private link: Link | null = null;
  private watchers = 0;

  /** Whether the server hears, now or once it is prepared. */
  get hears(): boolean {
    return this.ready !== null && this.ready.ear.state !== 'absent';
  }

  /** What is being fetched or loaded. */
  get preparing(): Part[] {
    return this.ready ? [this.ready.ear, this.ready.mouth].filter(({ state }) => state === 'preparing') : [];
  }

  told(ready: Ready): void {
    this.ready = ready;
    this.decided();
    this.rest();
  }

  /** Nobody answers there: this server does not talk. */
  none(): void {
    this.ready = null;
    this.close();
    this.decided();
  }

  /** Asks the server, and goes on listening while something is being prepared, until as many have stopped as have begun. */
  watch(): void {
    this.watchers += 1;
    this.look();
  }

  unwatch(): void {
    this.watchers -= 1;
    this.rest();
  }

  look(): void {
    if (!this.link) {
      this.link = new Link(voiceAt(null), {
        hello: () => ({ type: 'hello', codec: 'pcm16', rate: RATE, heard_up_to: null, ...manners.chosen, persona: null }),
        again: () => [],
        opened: () => undefined,
        told: (message) => message.type === 'ready' && this.told(message),
        sound: () => undefined,
        lost: (ever) => ever || this.none(),
        ended: () => this.none(),
        astray: () => voiceAt(null),
      });
      this.link.open();
    }
  }

  /** Settles once it is known whether the server hears, or nobody should wait any longer. */
  decision(): Promise<void> {
    if (this.asked) {
      return Promise.resolve();
    }
    this.look();
    return new Promise((done) => {
      const timer = setTimeout(done, PATIENCE_MS);
      this.addEventListener('change', () => (clearTimeout(timer), done()), { once: true });
    });
  }

  private rest(): void {
    if (this.ready && (this.watchers === 0 || this.preparing.length === 0)) {
      this.close();
    }
  }

  private close(): void {
    this.link?.close();
    this.link = null;
  }

  private decided(): void {
    this.asked = true;
    this.dispatchEvent(new Event('change'));
  }
}

export const standing = new Standing();
