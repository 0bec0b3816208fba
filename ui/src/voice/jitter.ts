/** The length of what comes at once. */
const PACKET_S = 0.08;
/** How much longer than a packet it waits before it begins; a little more each time it ran dry. */
const LEAST_S = 0.01;
const MORE_S = 0.005;
const MOST_S = 0.25 - PACKET_S;
/** What lies there beyond that is late already, and is left out. */
const TOO_MUCH_S = 0.16;
/** Dry for longer, nothing was late: there was nothing to say. */
const PAUSE_S = 0.5;
/** Long enough that neither a stop nor a cut clicks. */
const FADE_S = 0.006;

/** Evens out when a voice arrives that is said just now: waits as little as it may, and catches up when it fell behind. Counts in samples. */
export class JitterBuffer {
  private pieces: Float32Array[] = [];
  private at = 0;
  /** How much lies there. */
  filled = 0;
  private extra: number;
  private waited = 0;
  private playing = false;
  private dry = Infinity;
  private gain = 0;
  private last = 0;

  constructor(private readonly rate: number) {
    this.extra = LEAST_S * rate;
  }

  /** How much lies there before it begins. */
  get target(): number {
    return PACKET_S * this.rate + this.extra;
  }

  push(samples: Float32Array): void {
    if (this.dry < PAUSE_S * this.rate && !this.playing && this.filled === 0) {
      this.extra = Math.min(MOST_S * this.rate, this.extra + MORE_S * this.rate);
    }
    this.pieces.push(samples);
    this.filled += samples.length;
    if (this.filled > this.target + TOO_MUCH_S * this.rate) {
      this.skip(Math.floor(this.filled - this.target));
    }
  }

  /** Drops all; what sounds fades at once. */
  flush(): void {
    this.pieces = [];
    this.at = this.filled = this.waited = 0;
    this.playing = false;
    this.dry = Infinity;
  }

  fill(out: Float32Array): void {
    this.begin(out.length);
    for (let i = 0; i < out.length; i++) {
      const sample = this.playing ? this.next() : undefined;
      this.gain = Math.max(0, Math.min(1, this.gain + (sample === undefined ? -1 : 1) / (FADE_S * this.rate)));
      this.last = sample ?? this.last * 0.98;
      out[i] = this.last * this.gain;
    }
  }

  private begin(count: number): void {
    if (!this.playing && this.filled > 0) {
      this.waited += count;
      this.playing = this.waited > this.extra;
    } else if (!this.playing) {
      this.dry += count;
    }
  }

  private next(): number | undefined {
    const piece = this.pieces[0];
    if (!piece) {
      this.playing = false;
      this.dry = this.waited = 0;
      return undefined;
    }
    const sample = piece[this.at++];
    this.filled -= 1;
    if (this.at >= piece.length) {
      this.pieces.shift();
      this.at = 0;
    }
    return sample;
  }

  /** Leaves out so many; what was about to sound fades into what comes after them. */
  private skip(count: number): void {
    const all = new Float32Array(this.filled);
    let to = 0;
    this.pieces.forEach((piece, at) => {
      const rest = at === 0 ? piece.subarray(this.at) : piece;
      all.set(rest, to);
      to += rest.length;
    });
    const kept = all.slice(count);
    const fade = Math.min(Math.round(FADE_S * this.rate), kept.length);
    for (let i = 0; i < fade; i++) {
      kept[i] = ((kept[i] ?? 0) * i + (all[i] ?? 0) * (fade - i)) / fade;
    }
    this.pieces = [kept];
    this.at = 0;
    this.filled = kept.length;
  }
}
