import { preferences } from '../speech/preferences.ts';
import { sentences } from '../speech/sentences.ts';
import { BrowserMouth } from '../speech/synthesis.ts';
import { manners } from './manner.ts';
import type { Mouth, MouthEvents } from './player.ts';
import type { Say } from './protocol.ts';

interface Turn {
  turn: number;
  sentences: string[];
  /** How many sentences were begun. */
  begun: number;
  since: number;
}

const TELL_EVERY_MS = 250;

/** Says the turns of the server by the browser's own voice, for a server that has none. Measures in sentences what has sounded. */
export class Aloud implements Mouth {
  private turns: Turn[] = [];
  private telling = 0;
  private readonly mouth = new BrowserMouth({ began: () => this.began(), ended: () => this.ended() });

  constructor(private readonly events: MouthEvents) {}

  get can(): boolean {
    return this.mouth.can;
  }

  unlock(): void {
    this.mouth.unlock();
  }

  say({ turn_id: turn, text }: Say, sounded: number): void {
    this.turns.push({ turn, sentences: sentences(text), begun: sounded, since: 0 });
    if (this.turns.length === 1) {
      this.next();
    }
  }

  hold(turn: number): void {
    if (this.turns[0]?.turn === turn) {
      globalThis.speechSynthesis?.pause();
    }
  }

  goOn(turn: number): void {
    if (this.turns[0]?.turn === turn) {
      globalThis.speechSynthesis?.resume();
    }
  }

  drop(turn: number): void {
    const sounding = this.turns[0]?.turn === turn;
    this.turns = this.turns.filter((one) => one.turn !== turn);
    if (sounding) {
      clearInterval(this.telling);
      this.mouth.hush();
      globalThis.speechSynthesis?.resume();
      this.next();
    }
  }

  close(): void {
    this.turns = [];
    clearInterval(this.telling);
    this.mouth.hush();
  }

  private next(): void {
    const turn = this.turns[0];
    if (turn) {
      this.mouth.say(turn.sentences.slice(turn.begun), { ...preferences(), rate: manners.chosen.pace });
    }
  }

  private began(): void {
    const turn = this.turns[0];
    if (turn && turn.since === 0) {
      turn.since = performance.now();
      this.events.begins(turn.turn);
      this.telling = window.setInterval(() => this.events.goes(turn.turn, lasted(turn), turn.begun - 1), TELL_EVERY_MS);
    }
    if (turn) {
      turn.begun += 1;
    }
  }

  private ended(): void {
    clearInterval(this.telling);
    const turn = this.turns.shift();
    if (turn) {
      this.events.over(turn.turn, lasted(turn));
    }
    this.next();
  }
}

const lasted = ({ since }: Turn): number => (since ? Math.round(performance.now() - since) : 0);
