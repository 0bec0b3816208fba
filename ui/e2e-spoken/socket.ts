import type { Page, WebSocket, WebSocketRoute } from '@playwright/test';
import { wav } from './clips.ts';

/** A turn the server said: its words, and the sound that came for it. */
export interface SaidTurn {
  turn: number;
  text: string;
  rate: number;
  sound: Buffer;
  /** Whether the page told that it was played to its end. */
  played: boolean;
}

const PERSONA = 1;

/** Listens in on a page's spoken conversations. */
export class Wire {
  readonly said: SaidTurn[] = [];
  /** What the microphone's frames were, in order. */
  readonly microphone: Buffer[] = [];
  readonly told: { type: string; [field: string]: unknown }[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.url().includes('/voice') && this.listen(socket));
  }

  private listen(socket: WebSocket): void {
    socket.on('framereceived', ({ payload }) => (typeof payload === 'string' ? this.received(payload) : this.sounded(payload)));
    socket.on('framesent', ({ payload }) => (typeof payload === 'string' ? this.sent(payload) : this.microphone.push(payload)));
  }

  private received(text: string): void {
    const message = JSON.parse(text) as { type: string; [field: string]: unknown };
    this.told.push(message);
    if (message.type === 'say') {
      const { turn_id: turn, text: words, rate } = message as unknown as { turn_id: number; text: string; rate: number };
      this.said.push({ turn, text: words, rate, sound: Buffer.alloc(0), played: false });
    }
  }

  /** The first byte says whose it is: ours belongs to the turn before it. */
  private sounded(bytes: Buffer): void {
    const turn = this.said.at(-1);
    if (bytes[0] === PERSONA) {
      this.told.push({ type: 'sound of the persona' });
    } else if (turn) {
      turn.sound = Buffer.concat([turn.sound, bytes.subarray(1)]);
    }
  }

  private sent(text: string): void {
    const message = JSON.parse(text) as { type: string; turn_id?: number; to_the_end?: boolean };
    const turn = this.said.find(({ turn: number }) => message.type === 'played' && message.to_the_end && number === message.turn_id);
    if (turn) {
      turn.played = true;
    }
  }

  /** The turns of the record, without what is said beside it. */
  get turns(): SaidTurn[] {
    return this.said.filter(({ turn }) => turn > 0);
  }

  of(type: string): { type: string; [field: string]: unknown }[] {
    return this.told.filter((message) => message.type === type);
  }
}

export const asWav = ({ sound, rate }: SaidTurn): Buffer =>
  wav([{ rate, samples: new Int16Array(sound.buffer.slice(sound.byteOffset, sound.byteOffset + sound.length)) }]);

/** Lets the test cut the page's voice connection, and refuse new ones for a while. */
export class Cable {
  private ends: { page: WebSocketRoute; server: WebSocketRoute }[] = [];
  private cut = false;

  static async between(page: Page): Promise<Cable> {
    const cable = new Cable();
    await page.routeWebSocket(/\/voice/, (route) => {
      if (cable.cut) {
        void route.close({ code: 1001 });
        return;
      }
      cable.ends.push({ page: route, server: route.connectToServer() });
    });
    return cable;
  }

  pull(): void {
    this.cut = true;
    this.ends.splice(0).forEach(({ page, server }) => {
      void page.close({ code: 1001 });
      void server.close();
    });
  }

  plugIn(): void {
    this.cut = false;
  }
}
