/** What the player asks of it. */
export type ToPlayback =
  | { do: 'sound'; turn: number; samples: Float32Array }
  | { do: 'begin' | 'end' | 'hold' | 'go-on' | 'drop'; turn: number };

/** What it tells: a turn begins to sound; so many samples of it have; it is over. */
export type FromPlayback = { turn: number; sounded: number; what: 'begins' | 'goes' | 'over' };

interface Turn {
  turn: number;
  pieces: Float32Array[];
  at: number;
  sounded: number;
  ended: boolean;
  held: boolean;
}

const TELL_EVERY_S = 0.25;
/** Long enough that a stop does not click. */
const FADE_S = 0.006;

/** Plays turns one after the other, each without a gap. */
class Playback extends AudioWorkletProcessor {
  private turns: Turn[] = [];
  private untold = 0;
  private gain = 0;
  private last = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToPlayback>) => this.told(data);
  }

  private told(told: ToPlayback): void {
    if (told.do === 'begin') {
      this.turns.push({ turn: told.turn, pieces: [], at: 0, sounded: 0, ended: false, held: false });
    }
    const turn = this.turns.find((one) => one.turn === told.turn);
    if (turn) {
      this.change(turn, told);
    }
  }

  private change(turn: Turn, told: ToPlayback): void {
    switch (told.do) {
      case 'begin':
        break;
      case 'sound':
        turn.pieces.push(told.samples);
        break;
      case 'end':
        turn.ended = true;
        break;
      case 'hold':
        turn.held = true;
        break;
      case 'go-on':
        turn.held = false;
        break;
      case 'drop':
        this.turns = this.turns.filter((one) => one !== turn);
    }
  }

  process(_: Float32Array[][], [output]: Float32Array[][]): boolean {
    const out = output?.[0];
    if (out) {
      this.fill(out);
      output?.slice(1).forEach((channel) => channel.set(out));
    }
    return true;
  }

  private fill(out: Float32Array): void {
    for (let i = 0; i < out.length; i++) {
      const turn = this.current();
      const stopping = turn === undefined || turn.held;
      this.gain = Math.max(0, Math.min(1, this.gain + (stopping ? -1 : 1) / (FADE_S * sampleRate)));
      const sample = turn && (this.gain > 0 || !stopping) ? this.next(turn) : undefined;
      this.last = sample ?? this.last * 0.98;
      out[i] = this.last * this.gain;
    }
  }

  /** The turn that sounds; those that are through are told of and left. */
  private current(): Turn | undefined {
    let turn = this.turns[0];
    while (turn && turn.ended && turn.pieces.length === 0) {
      this.turns.shift();
      this.tell(turn, 'over');
      turn = this.turns[0];
    }
    return turn;
  }

  private next(turn: Turn): number | undefined {
    const piece = turn.pieces[0];
    if (!piece) {
      return undefined;
    }
    const sample = piece[turn.at++];
    if (turn.at >= piece.length) {
      turn.pieces.shift();
      turn.at = 0;
    }
    if (turn.sounded++ === 0) {
      this.tell(turn, 'begins');
    } else if (++this.untold >= TELL_EVERY_S * sampleRate) {
      this.tell(turn, 'goes');
    }
    return sample;
  }

  private tell({ turn, sounded }: Turn, what: FromPlayback['what']): void {
    this.untold = 0;
    this.port.postMessage({ turn, sounded, what } satisfies FromPlayback);
  }
}

registerProcessor('playback', Playback);
