import { FRAME, RATE } from './protocol.ts';

const KIND: AudioEncoderConfig = {
  codec: 'opus',
  sampleRate: RATE,
  numberOfChannels: 1,
  bitrate: 28_000,
  opus: { frameDuration: 20_000, application: 'voip' },
} as AudioEncoderConfig;

interface Way {
  saveData?: boolean;
  type?: string;
  effectiveType?: string;
}

/** Whether the way to the server is narrow or paid for. The bare sound takes 256 kbit/s, and the ear hears best by it. */
function isNarrow(): boolean {
  const { saveData, type, effectiveType } = (navigator as { connection?: Way }).connection ?? {};
  return saveData === true || type === 'cellular' || (effectiveType !== undefined && effectiveType !== '4g');
}

/** Whether to send Opus, a tenth of the bare sound. */
export async function wantsOpus(): Promise<boolean> {
  if (!('AudioEncoder' in window) || !isNarrow()) {
    return false;
  }
  return AudioEncoder.isConfigSupported(KIND).then(
    ({ supported }) => supported === true,
    () => false,
  );
}

/** Frames of the microphone in, packets of the same 20 ms out. */
export class OpusEncoder {
  private readonly encoder: AudioEncoder;
  private us = 0;

  constructor(packet: (bytes: ArrayBuffer) => void, failed: () => void) {
    this.encoder = new AudioEncoder({
      output: (chunk) => {
        const bytes = new ArrayBuffer(chunk.byteLength);
        chunk.copyTo(bytes);
        packet(bytes);
      },
      error: failed,
    });
    this.encoder.configure(KIND);
  }

  push(frame: ArrayBuffer): void {
    if (this.encoder.state === 'configured') {
      const data = new AudioData({ format: 's16', sampleRate: RATE, numberOfFrames: FRAME, numberOfChannels: 1, timestamp: this.us, data: frame });
      this.us += 20_000;
      this.encoder.encode(data);
      data.close();
    }
  }

  close(): void {
    if (this.encoder.state !== 'closed') {
      this.encoder.close();
    }
  }
}
