import type { Plays } from './protocol.ts';

/** What a persona's packets are. */
export const PACKETS: AudioDecoderConfig = { codec: 'opus', sampleRate: 24_000, numberOfChannels: 1 };

let known: Promise<Plays> | null = null;

/** What of a persona's voice this browser can play; found out once. */
export const whatPlays = (): Promise<Plays> => (known ??= probed());

/** It said it could, and cannot. */
export function cannotDecode(): Plays {
  known = Promise.resolve('pcm16');
  return 'pcm16';
}

async function probed(): Promise<Plays> {
  if (!('AudioDecoder' in globalThis)) {
    return 'pcm16';
  }
  return AudioDecoder.isConfigSupported(PACKETS).then(
    ({ supported }): Plays => (supported ? 'opus' : 'pcm16'),
    () => 'pcm16',
  );
}
