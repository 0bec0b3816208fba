import { perform } from './acts.ts';
import { Awake } from './awake.ts';
import { TalkButton } from './button.ts';
import { Gear } from './gear.ts';
import { Ledger } from './ledger.ts';
import { voiceAt, type LinkEvents } from './link.ts';
import { manners } from './manner.ts';
import type { MicrophoneEvents } from './microphone.ts';
import type { MouthEvents } from './player.ts';
import { RATE, type FromServer, type Hello, type Latency, type Ready } from './protocol.ts';
import { REFUSALS, refusedBeforehand } from './refusal.ts';
import { next, OFF, type VoiceEvent, type VoiceState } from './state.ts';
import { standing } from './standing.ts';

/** Where a talk begins: in which conversation, what of it the person has before their eyes, and whether to answer a question. */
export interface Place {
  session: string | null;
  seen: number | null;
  answering: boolean;
}

/**
 * A spoken conversation with the server's own ear. Tells of every change by "change", of the
 * conversation it is in by "named", of an execution that words became by "moved", of
 * how long it took by "took", and by "unserved" where the server turns out to have no ear.
 */
export class Voice extends EventTarget {
  state: VoiceState = OFF;
  /** How loud the person is, 0 to 1. */
  level = 0;
  /** How loud the persona is, 0 to 1. */
  get personaLevel(): number {
    return this.gear?.personaLevel ?? 0;
  }
  private gear: Gear | null = null;
  private place: Place = { session: null, seen: null, answering: false };
  private session: string | null = null;
  private readonly ledger = new Ledger();
  private readonly awake = new Awake();
  private readonly button = new TalkButton((frame) => this.gear?.send(frame));

  constructor() {
    super();
    addEventListener('pagehide', () => this.leave());
    manners.addEventListener('change', () => this.changeManner());
  }

  get on(): boolean {
    return this.state.phase !== 'off';
  }

  get connected(): boolean {
    return this.state.phase === 'on';
  }

  /** Whether something is being said, or about to be. */
  get speaking(): boolean {
    return this.state.saying.length > 0;
  }

  /** Must be called while the person touches the page. The microphone comes first, then the conversation. */
  async start(place: Place, prompt: Promise<unknown>): Promise<void> {
    const before = refusedBeforehand();
    if (this.on || before) {
      this.step({ kind: 'end', trouble: before ? REFUSALS[before] : '' });
      return;
    }
    this.place = place;
    this.session = place.session;
    this.ledger.begin(place.session, place.seen);
    this.step({ kind: 'start', handsFree: manners.chosen.hands_free });
    const gear = this.made();
    this.gear = gear;
    const refusal = await gear.open();
    await prompt;
    if (this.gear !== gear) {
      return;
    }
    if (refusal) {
      this.stop(REFUSALS[refusal]);
    } else {
      this.awake.keep();
      gear.link.open();
    }
  }

  /** The person has had enough. */
  end(): void {
    this.ledger.forget();
    this.stop('');
  }

  /** The page goes; whoever comes back soon goes on where it was. */
  leave(): void {
    if (this.on) {
      this.stop('');
    }
  }

  tap(): void {
    this.step({ kind: 'tap' });
  }

  quiet(): void {
    this.step({ kind: 'quiet' });
  }

  press(down: boolean): void {
    if (down) {
      this.step({ kind: 'press', down });
      this.button.press();
    } else {
      this.button.release(() => this.step({ kind: 'press', down }));
    }
  }

  /** The person has read what is told here. */
  dismiss(): void {
    if (this.state.notice || this.state.trouble) {
      this.step({ kind: 'dismiss' });
    }
  }

  /** What was heard stands in the conversation now. */
  recorded(): void {
    if (this.state.heard?.final) {
      this.step({ kind: 'recorded' });
    }
  }

  /** The same of what the persona said. */
  chatRecorded(): void {
    if (this.state.personaSaying?.whole) {
      this.step({ kind: 'chat-recorded' });
    }
  }

  /** Words that were typed before the conversation has a name. */
  text(text: string): void {
    this.quiet();
    this.gear?.link.send({ type: 'text', text });
  }

  /** The person has gone to another conversation: the talk goes on there. */
  follow(place: Place): void {
    if (!this.on || place.session === this.place.session) {
      return;
    }
    this.place = place;
    if (place.session !== this.session) {
      this.quiet();
      this.session = place.session;
      this.ledger.begin(place.session, place.seen);
      this.gear?.link.move(this.address());
    }
  }

  private made(): Gear {
    return new Gear(() => this.address(), { microphone: this.microphoneEvents(), mouth: this.mouthEvents(), link: this.linkEvents() });
  }

  private microphoneEvents(): MicrophoneEvents {
    return {
      frame: (frame, level) => this.heardFrame(frame, level),
      gone: (refusal) => this.step({ kind: 'microphone', trouble: REFUSALS[refusal] }),
      back: () => this.step({ kind: 'microphone', trouble: '' }),
    };
  }

  private linkEvents(): LinkEvents {
    return {
      hello: () => this.hello(),
      again: () => [
        ...(this.state.muted ? [{ type: 'mute', muted: true } as const] : []),
        ...(this.state.down ? [{ type: 'press', down: true } as const] : []),
      ],
      opened: () => this.step({ kind: 'linked' }),
      told: (message) => this.told(message),
      sound: (bytes) => this.gear?.heard(bytes, this.mayChat),
      lost: (ever) => this.lost(ever),
      ended: (_, why) => (standing.hears ? this.stop(why || 'The server has ended the talk.') : this.unserved()),
      astray: () => ((this.session = null), this.address()),
    };
  }

  private hello(): Hello {
    const { codec = 'pcm16', plays = 'pcm16' } = this.gear ?? {};
    return { type: 'hello', codec, rate: RATE, heard_up_to: this.ledger.heardUpTo, plays, ...manners.chosen };
  }

  private get mayChat(): boolean {
    return this.state.persona?.state === 'talking' && !this.speaking;
  }

  private address(): string {
    return voiceAt(this.session, this.place.answering);
  }

  private heardFrame(frame: ArrayBuffer, level: number): void {
    this.level = level > this.level ? level : this.level * 0.85 + level * 0.15;
    if (!this.state.muted) {
      this.button.hear(frame, this.state.handsFree);
    }
  }

  private lost(ever: boolean): void {
    this.step({ kind: 'lost' });
    if (!ever && !standing.hears) {
      this.unserved();
    }
  }

  private unserved(): void {
    this.stop('');
    this.dispatchEvent(new Event('unserved'));
  }

  private told(message: FromServer): void {
    switch (message.type) {
      case 'ready':
        return this.ready(message);
      case 'execution':
        this.named(message.session_id);
        this.tell('moved', message);
        break;
      case 'latency':
        this.tell('took', message);
        break;
      default:
        break;
    }
    this.step({ kind: 'told', message, at: performance.now() });
  }

  private ready(ready: Ready): void {
    standing.told(ready);
    if (ready.session_id) {
      this.named(ready.session_id);
      this.tell('named', ready);
    }
    if (ready.ear.state === 'absent') {
      this.unserved();
    } else {
      this.step({ kind: 'told', message: ready, at: performance.now() });
    }
  }

  /** From now on a lost connection is taken up in this conversation. */
  private named(session: string): void {
    if (this.session === null) {
      this.session = session;
      this.ledger.in(session);
      this.gear?.link.retarget(this.address());
    }
  }

  private mouthEvents(): MouthEvents {
    const played = (turn: number, ms: number, end: boolean) => this.gear?.link.send({ type: 'played', turn_id: turn, ms, to_the_end: end });
    return {
      begins: (turn) => this.step({ kind: 'begins', turn }),
      goes: (turn, ms, sounded) => {
        this.ledger.sounds(turn, sounded);
        played(turn, ms, false);
      },
      over: (turn, ms) => {
        if (this.state.saying.some((one) => one.turn === turn)) {
          this.ledger.over(turn);
          played(turn, ms, true);
          this.step({ kind: 'over', turn });
        }
      },
    };
  }

  private changeManner(): void {
    if (this.on) {
      const { chosen } = manners;
      this.step({ kind: 'manner', handsFree: chosen.hands_free });
      this.gear?.link.send({ type: 'manner', ...chosen });
    }
  }

  private step(event: VoiceEvent): void {
    const { state, acts } = next(this.state, event);
    this.state = state;
    const { gear, ledger } = this;
    acts.forEach((act) => gear && perform(act, gear, ledger));
    this.dispatchEvent(new Event('change'));
  }

  private stop(trouble: string): void {
    const { gear } = this;
    this.gear = null;
    this.button.reset();
    this.awake.release();
    this.level = 0;
    this.step({ kind: 'end', trouble });
    gear?.close();
  }

  private tell(name: string, detail: FromServer | Latency): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
