interface Entry {
  text: string;
  /** How much of it has sounded, by whatever measure plays it. */
  sounded: number;
  /** All of it is here, so that it sounds to its end without the server. */
  whole: boolean;
}

const KEY = 'readback.heard';
/** A page that was loaded anew within this time goes on where the talk was cut off. */
const FRESH_MS = 120_000;

/** Which of the things the server said were heard, so that after a lost connection nothing is said twice. Numbers below zero are no part of the record. */
export class Ledger {
  private readonly turns = new Map<number, Entry>();
  private done: number | null = null;
  private session: string | null = null;

  /** Begins at what the person has before their eyes, or where this very talk was cut off. */
  begin(session: string | null, seen: number | null, now = Date.now()): void {
    this.turns.clear();
    this.session = session;
    this.done = (session ? kept(session, now) : null) ?? seen;
  }

  /** The conversation has got its name. */
  in(session: string): void {
    this.session = session;
    this.keep();
  }

  /** What the server is to know: the last thing that was heard, or will be without it. */
  get heardUpTo(): number | null {
    const whole = [...this.turns].filter(([, entry]) => entry.whole).map(([turn]) => turn);
    const last = Math.max(this.done ?? 0, ...whole);
    return last > 0 || this.done !== null ? last : null;
  }

  /** How much of these very words has sounded before. */
  say(turn: number, text: string): number {
    const before = this.turns.get(turn);
    const sounded = before?.text === text ? before.sounded : 0;
    this.turns.set(turn, { text, sounded, whole: false });
    return sounded;
  }

  sounds(turn: number, sounded: number): void {
    const entry = this.turns.get(turn);
    if (entry) {
      entry.sounded = sounded;
    }
  }

  whole(turn: number): void {
    const entry = this.turns.get(turn);
    if (entry) {
      entry.whole = true;
    }
  }

  isWhole(turn: number): boolean {
    return this.turns.get(turn)?.whole ?? false;
  }

  /** It came to its end, or nobody wants the rest of it. */
  over(turn: number): void {
    this.turns.delete(turn);
    if (turn > (this.done ?? 0)) {
      this.done = turn;
      this.keep();
    }
  }

  /** The talk was ended on purpose: the next one begins anew. */
  forget(): void {
    this.turns.clear();
    this.done = null;
    if (this.session) {
      sessionStorage.removeItem(`${KEY}.${this.session}`);
    }
  }

  private keep(): void {
    if (this.session && this.done !== null) {
      sessionStorage.setItem(`${KEY}.${this.session}`, JSON.stringify({ done: this.done, at: Date.now() }));
    }
  }
}

function kept(session: string, now: number): number | null {
  try {
    const { done, at } = JSON.parse(sessionStorage.getItem(`${KEY}.${session}`) ?? '{}') as { done?: unknown; at?: unknown };
    return typeof done === 'number' && typeof at === 'number' && now - at < FRESH_MS ? done : null;
  } catch {
    return null;
  }
}
