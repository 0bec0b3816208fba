import type { FromServer, Hello, ToServer } from './protocol.ts';

export interface LinkEvents {
  hello(): Hello;
  /** What the server must know again after the hello. */
  again(): ToServer[];
  opened(): void;
  told(message: FromServer): void;
  sound(bytes: ArrayBuffer): void;
  /** The connection is gone; `ever`: it had been there. It comes back by itself. */
  lost(ever: boolean): void;
  /** The server wants no more of it. */
  ended(code: number, why: string): void;
  /** The conversation is not there; gives the address to go on at. */
  astray(): string;
}

const SOONEST_MS = 300;
const LATEST_MS = 8000;
/** Five seconds of the microphone. */
const MOST_FRAMES = 250;
/** A connection that takes no more sound is dead, though nobody has told us. */
const MOST_UNSENT = 192_000;
/** Closed for good: it is over, or trying again would end the same way. */
const OVER = new Set([1000, 1008, 1009, 4001]);
/** There is no such conversation. */
const NO_SESSION = 4004;
const KEPT = new Set<ToServer['type']>(['text', 'answer']);

/** The connection of one spoken conversation. What is given to it goes out in order; what cannot now waits, the oldest sound being dropped. */
export class Link {
  private socket: WebSocket | null = null;
  private waiting: (ToServer | ArrayBuffer)[] = [];
  private frames = 0;
  private pause = SOONEST_MS;
  private timer = 0;
  private ever = false;
  private closed = true;

  constructor(
    private address: string,
    private readonly events: LinkEvents,
  ) {}

  get connected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open(): void {
    this.closed = false;
    addEventListener('online', this.now);
    addEventListener('offline', this.gone);
    document.addEventListener('visibilitychange', this.now);
    this.connect();
  }

  close(): void {
    this.closed = true;
    removeEventListener('online', this.now);
    removeEventListener('offline', this.gone);
    document.removeEventListener('visibilitychange', this.now);
    clearTimeout(this.timer);
    this.drop();
    this.waiting = [];
    this.frames = 0;
  }

  /** Goes on elsewhere; what waits does not go there. */
  move(address: string): void {
    this.address = address;
    this.waiting = [];
    this.frames = 0;
    this.drop();
    this.connect();
  }

  /** Where the connection will be remade. */
  retarget(address: string): void {
    this.address = address;
  }

  send(message: ToServer): void {
    if (this.connected) {
      this.socket?.send(JSON.stringify(message));
    } else if (KEPT.has(message.type)) {
      this.waiting.push(message);
    }
  }

  frame(sound: ArrayBuffer): void {
    if (this.connected) {
      this.socket?.send(sound);
      if ((this.socket?.bufferedAmount ?? 0) > MOST_UNSENT) {
        this.gone();
      }
      return;
    }
    this.waiting.push(sound);
    if (++this.frames > MOST_FRAMES) {
      this.waiting.splice(this.waiting.findIndex((one) => one instanceof ArrayBuffer), 1);
      this.frames -= 1;
    }
  }

  private readonly now = () => {
    if (!this.closed && !this.socket && document.visibilityState === 'visible') {
      this.connect();
    }
  };

  private readonly gone = () => {
    if (this.socket && !this.closed) {
      this.drop();
      this.lost();
    }
  };

  private connect(): void {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    const mine = (act: (event: never) => void) => (event: Event) => this.socket === socket && act(event as never);
    socket.onopen = mine(() => this.opened(socket));
    socket.onmessage = mine(({ data }: MessageEvent<string | ArrayBuffer>) => this.received(data));
    socket.onclose = mine((event: CloseEvent) => this.over(event));
  }

  private opened(socket: WebSocket): void {
    this.ever = true;
    this.pause = SOONEST_MS;
    [this.events.hello(), ...this.events.again()].forEach((message) => socket.send(JSON.stringify(message)));
    this.waiting.forEach((one) => socket.send(one instanceof ArrayBuffer ? one : JSON.stringify(one)));
    this.waiting = [];
    this.frames = 0;
    this.events.opened();
  }

  private received(data: string | ArrayBuffer): void {
    if (data instanceof ArrayBuffer) {
      this.events.sound(data);
    } else {
      this.events.told(JSON.parse(data) as FromServer);
    }
  }

  private over({ code, reason }: CloseEvent): void {
    this.socket = null;
    if (OVER.has(code)) {
      this.close();
      this.events.ended(code, reason);
      return;
    }
    if (code === NO_SESSION) {
      this.address = this.events.astray();
    }
    this.lost();
  }

  private lost(): void {
    this.timer = window.setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, LATEST_MS);
    this.events.lost(this.ever);
  }

  private drop(): void {
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }
}

/** Where to talk: in this conversation or a new one; `answering`: opened to answer a question. */
export function voiceAt(session: string | null, answering = false): string {
  const query = new URLSearchParams({ ...(session ? { session } : {}), mode: answering ? 'answer' : 'talk' });
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/voice?${query}`;
}
