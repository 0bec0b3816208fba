import type { FromPlayback, ToPlayback } from './playback.worklet.ts';
import type { Say } from './protocol.ts';
import { fromPcm16, Resampler } from './resample.ts';
import type { Room } from './room.ts';

/** What a mouth tells of the turns it was given; `sounded` in ms, or where a browser speaks in sentences, see {@link Mouth#say}. */
export interface MouthEvents {
  begins(turn: number): void;
  goes(turn: number, ms: number, sounded: number): void;
  over(turn: number, ms: number): void;
}

/** Something that says the turns of the server one after the other. */
export interface Mouth {
  /** `sounded`: how much of these very words has sounded before, as {@link MouthEvents#goes} told it; that is left out. */
  say(say: Say, sounded: number): void;
  hold(turn: number): void;
  goOn(turn: number): void;
  drop(turn: number): void;
  close(): void;
}

interface Stream {
  turn: number;
  resampler: Resampler;
  /** Samples, of the rate of the room, that were left out as heard before. */
  left: number;
  skip: number;
}

/** Plays the sound the server sends. */
export class Player implements Mouth {
  private node: AudioWorkletNode | null = null;
  private current: Stream | null = null;
  private readonly left = new Map<number, number>();
  private readonly early: ToPlayback[] = [];

  constructor(
    private readonly room: Room,
    private readonly events: MouthEvents,
  ) {
    void room.ready.then(
      () => this.begin(),
      () => undefined,
    );
  }

  private begin(): void {
    if (this.room.context.state === 'closed') {
      return;
    }
    this.node = new AudioWorkletNode(this.room.context, 'playback', { numberOfInputs: 0, outputChannelCount: [1] });
    this.node.port.onmessage = ({ data }: MessageEvent<FromPlayback>) => this.told(data);
    this.node.connect(this.room.context.destination);
    this.early.splice(0).forEach((message) => this.post(message));
  }

  say({ turn_id: turn, rate }: Say, sounded: number): void {
    const left = Math.round((sounded / 1000) * this.rate);
    this.left.set(turn, left);
    this.current = { turn, resampler: new Resampler(rate, this.rate), left, skip: left };
    this.post({ do: 'begin', turn });
  }

  sound(bytes: ArrayBuffer): void {
    if (this.current) {
      this.pass(this.current, this.current.resampler.push(fromPcm16(bytes)));
    }
  }

  /** All sound of the turn is here. */
  end(turn: number): void {
    if (this.current?.turn === turn) {
      this.pass(this.current, this.current.resampler.end());
      this.current = null;
      this.post({ do: 'end', turn });
    }
  }

  hold(turn: number): void {
    this.post({ do: 'hold', turn });
  }

  goOn(turn: number): void {
    this.post({ do: 'go-on', turn });
  }

  drop(turn: number): void {
    this.current = this.current?.turn === turn ? null : this.current;
    this.post({ do: 'drop', turn });
  }

  close(): void {
    this.current = null;
    this.node?.disconnect();
  }

  private get rate(): number {
    return this.room.context.sampleRate;
  }

  private pass(stream: Stream, samples: Float32Array): void {
    const rest = samples.subarray(Math.min(stream.skip, samples.length));
    stream.skip -= samples.length - rest.length;
    if (rest.length > 0) {
      this.post({ do: 'sound', turn: stream.turn, samples: rest.slice() });
    }
  }

  private post(message: ToPlayback): void {
    if (this.node) {
      this.node.port.postMessage(message);
    } else {
      this.early.push(message);
    }
  }

  private told({ turn, sounded, what }: FromPlayback): void {
    const ms = Math.round((((this.left.get(turn) ?? 0) + sounded) / this.rate) * 1000);
    switch (what) {
      case 'begins':
        return this.events.begins(turn);
      case 'goes':
        return this.events.goes(turn, ms, ms);
      case 'over':
        // What was worked out is heard a little later, through a wireless headset much later.
        setTimeout(() => this.events.over(turn, ms), (this.room.context.outputLatency || 0) * 1000);
    }
  }
}
