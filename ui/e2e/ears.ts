import type { Page } from '@playwright/test';

declare global {
  interface Window {
    ears: Record<string, AnalyserNode>;
  }
}

/** Lets a test hear what each of the page's players gives to the loudspeaker. Before the page is opened. */
export async function withEars(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.ears = {};
    const Real = AudioWorkletNode;
    window.AudioWorkletNode = class extends Real {
      constructor(context: BaseAudioContext, name: string, options?: AudioWorkletNodeOptions) {
        super(context, name, options);
        const ear = context.createAnalyser();
        this.connect(ear);
        window.ears[name] = ear;
      }
    };
  });
}

/** How loud a player is just now, as the root of the mean square; 0 where it never played. */
export const loudness = (page: Page, player: 'persona' | 'playback'): Promise<number> =>
  page.evaluate((player) => {
    const ear = window.ears[player];
    if (!ear) {
      return 0;
    }
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  }, player);

/** Packets of Opus as a persona sends them: 80 ms of 24 kHz, four frames of 20 ms in each (RFC 6716, section 3.2.5, code 3). */
export async function packets(page: Page, count: number): Promise<Buffer[]> {
  const frames = await page.evaluate(async (count) => {
    const out: number[][] = [];
    const encoder = new AudioEncoder({
      output: (chunk) => {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        out.push([...bytes]);
      },
      error: (error) => {
        throw error;
      },
    });
    encoder.configure({ codec: 'opus', sampleRate: 24_000, numberOfChannels: 1, bitrate: 32_000, opus: { frameDuration: 20_000, application: 'audio' } } as AudioEncoderConfig);
    for (let at = 0; at < 4 * count; at++) {
      const samples = Float32Array.from({ length: 480 }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 300 * (480 * at + i)) / 24_000));
      const data = new AudioData({ format: 'f32', sampleRate: 24_000, numberOfFrames: 480, numberOfChannels: 1, timestamp: at * 20_000, data: samples });
      encoder.encode(data);
      data.close();
    }
    await encoder.flush();
    encoder.close();
    return out;
  }, count);
  return Array.from({ length: count }, (_, at) => packed(frames.slice(4 * at, 4 * at + 4)));
}

function packed(frames: number[][]): Buffer {
  const bodies = frames.map(([, ...body]) => body);
  const lengths = bodies.slice(0, -1).flatMap(({ length }) => (length < 252 ? [length] : [252 + (length % 4), (length - 252 - (length % 4)) / 4]));
  return Buffer.from([((frames[0]?.[0] ?? 0) & 0xfc) | 3, 0x80 | frames.length, ...lengths, ...bodies.flat()]);
}
