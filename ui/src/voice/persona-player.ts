import type { ToPersona } from './persona.worklet.ts';
import { PACKETS } from './plays.ts';
import type { Plays } from './protocol.ts';
import { fromPcm16, Resampler } from './resample.ts';
import type { Room } from './room.ts';

/** Of packets that are not decoded yet, more than half a second is late already. */
const MOST_UNDECODED = 6;

/** So many packets in a row that cannot be decoded are the decoder's fault. */
const MOST_FAILURES = 4;

/** Plays a persona's voice as it comes, in the same room as our own, so that the microphone knows both. */
export class PersonaPlayer {
  /** How loud it is, 0 to 1. */
  level = 0;
  private node: AudioWorkletNode | null = null;
  private decoder: AudioDecoder | null = null;
  private resampler: { from: number; way: Resampler } | null = null;
  private us = 0;
  private failures = 0;
  private early: ToPersona[] = [];

  constructor(
    private readonly room: Room,
    private readonly plays: Plays,
    /** The decoder of this browser turns out to be none. */
    private readonly cannot: () => void,
  ) {
    void room.ready.then(
      () => this.begin(),
      () => undefined,
    );
  }

  packet(bytes: ArrayBuffer): void {
    if (this.plays === 'opus') {
      this.decode(bytes);
    } else {
      this.sound(fromPcm16(bytes), PACKETS.sampleRate);
    }
  }

  /** Drops what has not sounded yet; what sounds ends at once. */
  flush(): void {
    this.rest();
    this.resampler = null;
    this.level = 0;
    this.post(null);
  }

  close(): void {
    this.rest();
    this.node?.disconnect();
    this.node = null;
    this.level = 0;
  }

  private begin(): void {
    const { context } = this.room;
    if (context.state !== 'closed') {
      this.node = new AudioWorkletNode(context, 'persona', { numberOfInputs: 0, outputChannelCount: [1] });
      this.node.port.onmessage = ({ data }: MessageEvent<number>) => (this.level = data);
      this.node.connect(context.destination);
      this.early.splice(0).forEach((sound) => this.post(sound));
    }
  }

  /** One that cannot be decoded is left out; what comes after it begins afresh. */
  private decode(bytes: ArrayBuffer): void {
    const decoder = (this.decoder ??= this.made());
    if (bytes.byteLength === 0 || decoder.decodeQueueSize > MOST_UNDECODED) {
      return;
    }
    try {
      decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: this.us, duration: 80_000, data: bytes }));
      this.us += 80_000;
    } catch {
      this.rest();
      this.failed();
    }
  }

  private made(): AudioDecoder {
    const decoder: AudioDecoder = new AudioDecoder({
      output: (data) => {
        if (this.decoder === decoder) {
          this.failures = 0;
          this.sound(samplesOf(data), data.sampleRate);
        }
        data.close();
      },
      error: () => {
        if (this.decoder === decoder) {
          this.decoder = null;
          this.failed();
        }
      },
    });
    decoder.configure(PACKETS);
    return decoder;
  }

  /** One bad packet is a bad packet. */
  private failed(): void {
    this.failures += 1;
    if (this.failures === MOST_FAILURES) {
      this.cannot();
    }
  }

  private rest(): void {
    if (this.decoder && this.decoder.state !== 'closed') {
      this.decoder.close();
    }
    this.decoder = null;
  }

  private sound(samples: Float32Array, from: number): void {
    const to = this.room.context.sampleRate;
    if (this.resampler?.from !== from) {
      this.resampler = { from, way: new Resampler(from, to) };
    }
    this.post(from === to ? samples : this.resampler.way.push(samples));
  }

  private post(sound: ToPersona): void {
    if (this.node) {
      this.node.port.postMessage(sound, sound ? [sound.buffer] : []);
    } else {
      this.early.push(sound);
    }
  }
}

function samplesOf(data: AudioData): Float32Array {
  const samples = new Float32Array(data.numberOfFrames);
  data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
  return samples;
}
