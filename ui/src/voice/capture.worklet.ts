import { FRAME, RATE } from './protocol.ts';
import { Resampler, toPcm16 } from './resample.ts';

/** Cuts what the microphone gives into frames of the wire, each with how loud it is. */
class Capture extends AudioWorkletProcessor {
  private readonly resampler = new Resampler(sampleRate, RATE);
  private readonly frame = new Float32Array(FRAME);
  private filled = 0;

  process([input]: Float32Array[][]): boolean {
    const heard = input?.[0];
    if (heard) {
      this.take(this.resampler.push(heard));
    }
    return true;
  }

  private take(samples: Float32Array): void {
    for (const sample of samples) {
      this.frame[this.filled++] = sample;
      if (this.filled === FRAME) {
        this.filled = 0;
        const { buffer } = toPcm16(this.frame);
        this.port.postMessage({ buffer, level: loudness(this.frame) }, [buffer]);
      }
    }
  }
}

/** 0 for silence to 1 for as loud as it goes, as the ear counts: −60 dB is nothing. */
function loudness(frame: Float32Array): number {
  const power = frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length;
  return Math.max(0, Math.min(1, 1 + (10 * Math.log10(power + 1e-9)) / 60));
}

registerProcessor('capture', Capture);
