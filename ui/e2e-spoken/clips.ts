import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Who speaks (a voice of flite, or one of espeak-ng), and how loud the room hums, as a part of full scale. */
export interface Manner {
  voice?: string;
  noise?: number;
}

/** Sound of 16 bits, mono. */
export interface Clip {
  rate: number;
  samples: Int16Array;
}

const HEADER = 44;
const FLITE = new Set(['slt', 'rms', 'awb', 'kal']);

/** Words said by an engine that is none of ours, in a room that hums. */
export function spoken(text: string, { voice = 'slt', noise = 0.003 }: Manner = {}): Clip {
  const folder = mkdtempSync(`${tmpdir()}/clip-`);
  const words = `${folder}/words.txt`;
  const sound = `${folder}/words.wav`;
  writeFileSync(words, text);
  if (FLITE.has(voice)) {
    execFileSync('flite', ['-voice', voice, '-f', words, '-o', sound]);
  } else {
    execFileSync('espeak-ng', ['-v', voice, '-s', '150', '-f', words, '-w', sound]);
  }
  const file = readFileSync(sound);
  rmSync(folder, { recursive: true });
  const end = file.length - ((file.length - HEADER) % 2);
  const samples = new Int16Array(file.buffer.slice(file.byteOffset + HEADER, file.byteOffset + end));
  return { rate: file.readUInt32LE(24), samples: samples.map((sample) => limited(sample + hum(noise))) };
}

/** Silence, with the same hum. */
export const silent = (ms: number, rate: number, noise = 0.003): Clip => ({
  rate,
  samples: new Int16Array(Math.round((rate * ms) / 1000)).map(() => limited(hum(noise))),
});

const hum = (noise: number): number => (Math.random() * 2 - 1) * noise * 32_767;
const limited = (sample: number): number => Math.max(-32_768, Math.min(32_767, Math.round(sample)));

/** One after the other, all of one rate, as a WAV file. */
export function wav(clips: readonly Clip[]): Buffer {
  const rate = clips[0]?.rate ?? 16_000;
  const parts = clips.map(({ samples }) => samples);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const file = Buffer.alloc(HEADER + length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + length * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(length * 2, 40);
  let at = HEADER;
  for (const part of parts) {
    for (const sample of part) {
      file.writeInt16LE(sample, at);
      at += 2;
    }
  }
  return file;
}

const out = `${process.env['READBACK_E2E_OUT'] ?? '/tmp/readback-e2e'}/said`;

/** Keeps what the server said, for somebody to listen to and for the recogniser to compare with the words. */
export function keep(name: string, sound: Buffer, text: string): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/${name}.wav`, sound);
  writeFileSync(`${out}/${name}.txt`, text);
}

