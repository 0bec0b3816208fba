import { JitterBuffer } from './jitter.ts';

/** What the player gives it: sound to play, or null: drop what has not sounded. */
export type ToPersona = Float32Array | null;

const TELL_EVERY_S = 0.05;
const SILENCE = 1e-4;

/** Plays a voice as it comes, and tells how loud it is, as long as it is not silent. */
class PersonaVoice extends AudioWorkletProcessor {
  private readonly buffer = new JitterBuffer(sampleRate);
  private power = 0;
  private counted = 0;
  private loud = false;

  constructor(options?: AudioWorkletNodeOptions) {
    super(options);
    this.port.onmessage = ({ data }: MessageEvent<ToPersona>) => (data ? this.buffer.push(data) : this.buffer.flush());
  }

  process(_: Float32Array[][], [output]: Float32Array[][]): boolean {
    const out = output?.[0];
    if (out) {
      this.buffer.fill(out);
      output?.slice(1).forEach((channel) => channel.set(out));
      this.measure(out);
    }
    return true;
  }

  private measure(out: Float32Array): void {
    for (const sample of out) {
      this.power += sample * sample;
    }
    this.counted += out.length;
    if (this.counted >= TELL_EVERY_S * sampleRate) {
      const level = Math.sqrt(this.power / this.counted);
      if (level > SILENCE || this.loud) {
        this.loud = level > SILENCE;
        this.port.postMessage(this.loud ? loudness(level) : 0);
      }
      this.power = this.counted = 0;
    }
  }
}

/** 0 for silence to 1 for as loud as it goes, as the ear counts: −60 dB is nothing. */
const loudness = (level: number): number => Math.max(0, Math.min(1, 1 + (20 * Math.log10(level)) / 60));

registerProcessor('persona', PersonaVoice);
