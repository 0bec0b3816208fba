import { Aloud } from './aloud.ts';
import { Link, voiceAt } from './link.ts';
import { Player, type MouthEvents } from './player.ts';
import { RATE, type FromServer, type Manner } from './protocol.ts';
import { Room } from './room.ts';

const TEXT = 'The root disk is 22 percent full, with 80 gigabytes free.';
const PATIENCE_MS = 8000;

/** Lets a manner of speaking be heard, beside every conversation. Tells of every change by "change". */
export class Sample extends EventTarget {
  /** What to tell the person; empty while there is nothing. */
  say = '';
  busy = false;
  private timer = 0;
  private stopping: (() => void)[] = [];

  hear(manner: Manner): void {
    this.stop();
    this.now(true, '');
    if (manner.speaker === 'browser') {
      this.inBrowser();
    } else {
      this.onServer(manner);
    }
  }

  stop(): void {
    this.stopping.splice(0).forEach((stop) => stop());
    this.now(false, this.say);
  }

  private inBrowser(): void {
    const aloud = new Aloud(this.events());
    this.stopping.push(() => aloud.close());
    aloud.say({ type: 'say', turn_id: -1, text: TEXT, rate: 0 }, 0);
  }

  private onServer(manner: Manner): void {
    const room = new Room();
    const player = new Player(room, this.events());
    const link = new Link(voiceAt(null), {
      hello: () => ({ type: 'hello', codec: 'pcm16', rate: RATE, heard_up_to: null, ...manner, persona: null }),
      again: () => [{ type: 'sample', text: TEXT }],
      opened: () => undefined,
      told: (message) => this.told(message, player),
      sound: (bytes) => player.sound(bytes),
      lost: () => this.failed('The server cannot be reached just now.'),
      ended: (_, why) => this.failed(why),
      astray: () => voiceAt(null),
    });
    this.timer = window.setTimeout(() => this.failed('The server has said nothing.'), PATIENCE_MS);
    this.stopping.push(
      () => clearTimeout(this.timer),
      () => link.close(),
      () => player.close(),
      () => room.close(),
    );
    link.open();
  }

  private told(message: FromServer, player: Player): void {
    switch (message.type) {
      case 'say':
        clearTimeout(this.timer);
        return player.say(message, 0);
      case 'said':
        return player.end(message.turn_id);
      case 'error':
        return this.failed(message.say);
      default:
        return undefined;
    }
  }

  private events(): MouthEvents {
    return { begins: () => undefined, goes: () => undefined, over: () => this.stop() };
  }

  private failed(say: string): void {
    this.say = say;
    this.stop();
  }

  private now(busy: boolean, say: string): void {
    this.busy = busy;
    this.say = say;
    this.dispatchEvent(new Event('change'));
  }
}
