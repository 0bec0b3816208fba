import type { Page, WebSocketRoute } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import type { FromServer, Part, PersonaIs, Ready, ToServer } from '../src/voice/protocol.ts';
import { OURS, PERSONAS } from '../src/voice/protocol.ts';

export const part = (state: Part['state'], name = '', say = '', done = 0, total = 0): Part => ({ state, name, say, done, total });

export const READY: Ready = {
  type: 'ready',
  session_id: null,
  ear: part('ready', 'Moonshine base', 'Hears on this machine.'),
  mouth: part('ready', 'Kokoro', 'Speaks on this machine.'),
  voices: [
    { id: 'af_heart', name: 'Heart' },
    { id: 'bm_george', name: 'George' },
  ],
  seats: 4,
  taken: 1,
  speaker: 'server',
};

type Told<T extends ToServer['type']> = ToServer & { type: T };

/** Stands in for the server's end of `/voice`, as the wire has it. */
export class ServerVoice {
  ready: Ready = READY;
  /** Whether new connections are taken. */
  up = true;
  readonly told: ToServer[] = [];
  /** Addresses of the talks, one for each connection that sent sound or stayed. */
  readonly addresses: string[] = [];
  frames: Buffer[] = [];
  private sockets: WebSocketRoute[] = [];
  /** Those that want to be told whose sound it is. */
  private readonly telling = new Set<WebSocketRoute>();

  static async at(page: Page, change: Partial<Ready> = {}): Promise<ServerVoice> {
    const server = new ServerVoice();
    server.ready = { ...READY, ...change };
    await page.routeWebSocket(/\/voice/, (socket) => server.taken(socket));
    return server;
  }

  private taken(socket: WebSocketRoute): void {
    if (!this.up) {
      void socket.close({ code: 1012, reason: '' });
      return;
    }
    this.addresses.push(socket.url());
    this.sockets.push(socket);
    socket.onMessage((data) => (typeof data === 'string' ? this.message(JSON.parse(data) as ToServer, socket) : this.frames.push(data)));
    socket.onClose(() => (this.sockets = this.sockets.filter((one) => one !== socket)));
  }

  private message(message: ToServer, socket: WebSocketRoute): void {
    this.told.push(message);
    if (message.type === 'hello') {
      if (message.plays) {
        this.telling.add(socket);
      }
      socket.send(JSON.stringify(this.ready));
      socket.send(JSON.stringify({ type: 'state', state: this.ready.ear.state === 'ready' ? 'listening' : 'preparing', say: '' }));
    }
  }

  all<T extends ToServer['type']>(type: T): Told<T>[] {
    return this.told.filter((one): one is Told<T> => one.type === type);
  }

  send(...messages: FromServer[]): void {
    messages.forEach((message) => this.sockets.at(-1)?.send(JSON.stringify(message)));
  }

  /** Says something that lasts so long; `whole`: all of its sound is sent. */
  say(turn: number, text: string, ms: number, whole = true): void {
    this.send({ type: 'say', turn_id: turn, text, rate: 24_000 });
    for (let at = 0; at < ms; at += 100) {
      this.sound(OURS, tone(Math.min(100, ms - at), 24_000));
    }
    if (whole) {
      this.send({ type: 'said', turn_id: turn });
    }
  }

  /** How the persona stands. */
  persona(state: PersonaIs['state'], change: Partial<PersonaIs> = {}): void {
    this.send({ type: 'persona', state, say: '', place: 0, expected_ms: 0, voice: 'NATM1', ...change });
  }

  /** A packet of the persona's voice. */
  chat(packet: Buffer): void {
    this.sound(PERSONAS, packet);
  }

  private sound(whose: number, sound: Buffer): void {
    const socket = this.sockets.at(-1);
    socket?.send(this.telling.has(socket) ? Buffer.concat([Buffer.of(whose), sound]) : sound);
  }

  get connected(): boolean {
    return this.sockets.length > 0;
  }

  /** The network is gone: what stands is cut, and nothing new is let in until it is `up` again. */
  async lose(code = 1012, reason = ''): Promise<void> {
    this.up = false;
    await Promise.all(this.sockets.splice(0).map((socket) => socket.close({ code, reason })));
  }
}

/** A soft tone, as PCM of 16 bits. */
export function tone(ms: number, rate: number): Buffer {
  const count = Math.round((ms * rate) / 1000);
  const pcm = Buffer.alloc(2 * count);
  for (let i = 0; i < count; i++) {
    pcm.writeInt16LE(Math.round(6000 * Math.sin((2 * Math.PI * 300 * i) / rate)), 2 * i);
  }
  return pcm;
}

/** Something like a voice: a low sound with many overtones, four times a second. A steady tone is taken for noise and suppressed. */
function syllables(ms: number, rate: number): Buffer {
  const count = Math.round((ms * rate) / 1000);
  const pcm = Buffer.alloc(2 * count);
  for (let i = 0; i < count; i++) {
    const t = i / rate;
    const loud = Math.max(0, Math.sin(2 * Math.PI * 4 * t)) ** 0.5;
    const pitch = 130 + 20 * Math.sin(2 * Math.PI * 0.7 * t);
    const voice = Array.from({ length: 12 }, (_, n) => Math.sin(2 * Math.PI * pitch * (n + 1) * t) / (n + 1)).reduce((sum, part) => sum + part);
    pcm.writeInt16LE(Math.round(9000 * loud * voice), 2 * i);
  }
  return pcm;
}

/** A file that stands in for somebody speaking. */
export function recording(path: string): string {
  const rate = 48_000;
  const sound = syllables(4000, rate);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + sound.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  [1, 1].forEach((value, at) => header.writeUInt16LE(value, 20 + 2 * at));
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(2 * rate, 28);
  [2, 16].forEach((value, at) => header.writeUInt16LE(value, 32 + 2 * at));
  header.write('data', 36);
  header.writeUInt32LE(sound.length, 40);
  writeFileSync(path, Buffer.concat([header, sound]));
  return path;
}
