import type { OutputEvent, ProgressEvent, QuestionClosedEvent, QuestionEvent, StateEvent, TurnEvent } from './types.ts';

export interface EventHandlers {
  turn(event: TurnEvent): void;
  state(event: StateEvent): void;
  output(event: OutputEvent): void;
  progress(event: ProgressEvent): void;
  question(event: QuestionEvent): void;
  question_closed(event: QuestionClosedEvent): void;
  connected(): void;
  lost(): void;
}

const NAMES = ['turn', 'state', 'output', 'progress', 'question', 'question_closed'] as const;
const SOONEST_MS = 500;
const LATEST_MS = 10_000;

/** Follows a session's events for as long as it is open; comes back by itself, with the number it has seen, so that nothing is missed. */
export class EventFollower {
  private source: EventSource | null = null;
  private wait = SOONEST_MS;
  private timer = 0;
  private readonly retryNow = () => {
    if (!this.source && !this.closed) {
      this.connect();
    }
  };
  private closed = false;

  constructor(
    /** Null follows all of them. */
    private readonly session: string | null,
    /** Number of the last event that came. */
    public seen: number,
    private readonly handlers: EventHandlers,
  ) {
    addEventListener('online', this.retryNow);
    this.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    removeEventListener('online', this.retryNow);
    this.source?.close();
    this.source = null;
  }

  private connect(): void {
    clearTimeout(this.timer);
    const source = new EventSource(`/events?${this.session ? `session_id=${this.session}&` : ''}last_event_id=${this.seen}`);
    this.source = source;
    source.onopen = () => {
      this.wait = SOONEST_MS;
      this.handlers.connected();
    };
    source.onerror = () => this.again(source);
    for (const name of NAMES) {
      source.addEventListener(name, (event) => this.received(name, event));
    }
  }

  private received(name: (typeof NAMES)[number], event: MessageEvent<string>): void {
    this.seen = Number(event.lastEventId) || this.seen;
    const handle = this.handlers[name] as (data: unknown) => void;
    handle.call(this.handlers, JSON.parse(event.data));
  }

  private again(source: EventSource): void {
    source.close();
    if (this.closed || this.source !== source) {
      return;
    }
    this.source = null;
    this.handlers.lost();
    this.timer = window.setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(this.wait * 2, LATEST_MS);
  }
}
