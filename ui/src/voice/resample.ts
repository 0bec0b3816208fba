const ZEROS = 16;
const STEPS = 256;
/** What of the lower Nyquist frequency is kept; the rest is the slope of the filter. */
const KEPT = 0.92;

/**
 * Turns a stream of samples of one rate into another, piece by piece without a seam. A windowed sinc; where the rate goes down it
 * is the low-pass as well (J. O. Smith, "Digital Audio Resampling").
 */
export class Resampler {
  private readonly step: number;
  private readonly scale: number;
  private readonly half: number;
  private readonly kernel: Float32Array;
  private past: Float32Array;
  /** Where the next sample lies, counted in samples from the beginning of `past`. */
  private at: number;

  constructor(from: number, to: number) {
    this.step = from / to;
    this.scale = Math.min(1, to / from) * KEPT;
    this.half = Math.ceil(ZEROS / this.scale);
    this.kernel = sinc();
    this.past = new Float32Array(this.half);
    this.at = this.half;
  }

  push(samples: Float32Array): Float32Array {
    const all = new Float32Array(this.past.length + samples.length);
    all.set(this.past);
    all.set(samples, this.past.length);
    const count = Math.max(0, Math.ceil((all.length - this.half - this.at) / this.step));
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      out[i] = this.sample(all, this.at);
      this.at += this.step;
    }
    const gone = Math.max(0, Math.floor(this.at) - this.half);
    this.past = all.slice(gone);
    this.at -= gone;
    return out;
  }

  /** What is left once nothing more comes. */
  end(): Float32Array {
    return this.push(new Float32Array(this.half));
  }

  private sample(all: Float32Array, at: number): number {
    const first = Math.max(0, Math.ceil(at - this.half));
    const last = Math.min(all.length - 1, Math.floor(at + this.half));
    let sum = 0;
    for (let i = first; i <= last; i++) {
      const where = Math.abs(at - i) * this.scale * STEPS;
      sum += (all[i] as number) * (this.kernel[Math.round(where)] ?? 0);
    }
    return sum * this.scale;
  }
}

/** Half of a sinc under a Blackman window, STEPS points from one zero to the next. */
function sinc(): Float32Array {
  return Float32Array.from({ length: ZEROS * STEPS + 1 }, (_, i) => {
    const x = (Math.PI * i) / STEPS;
    const window = 0.42 + 0.5 * Math.cos(x / ZEROS) + 0.08 * Math.cos((2 * x) / ZEROS);
    return i === 0 ? 1 : (window * Math.sin(x)) / x;
  });
}

export function toPcm16(samples: Float32Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
}

/** Little-endian, as the wire has it. */
export function fromPcm16(bytes: ArrayBuffer): Float32Array {
  const view = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) => view.getInt16(2 * i, true) / 32_768);
}
