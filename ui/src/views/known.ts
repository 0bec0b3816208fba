import type { Session, Sessions } from '../types.ts';

const LATEST_FIRST = (one: Session, other: Session): number => Date.parse(other.updated_at) - Date.parse(one.updated_at);

/** The conversations that are known so far. The first page is read again and again; those behind it stay as they were shown. */
export class Known {
  sessions: Session[] = [];
  next: string | null = null;
  missing: string[] = [];
  private deep = false;

  /** Takes in what the first page holds by now. */
  first({ sessions, next, missing }: Sessions): void {
    this.sessions = this.deep ? merged(sessions, this.sessions) : sessions;
    this.next = this.deep ? this.next : next;
    this.missing = missing;
  }

  /** Takes in the page behind those that are known. */
  further({ sessions, next, missing }: Sessions): void {
    this.deep = true;
    this.sessions = merged(this.sessions, sessions);
    this.next = next;
    this.missing = missing;
  }
}

/** Each once, as `newer` has it. */
function merged(newer: Session[], older: Session[]): Session[] {
  const keys = new Set(newer.map(({ session_key }) => session_key));
  return [...newer, ...older.filter(({ session_key }) => !keys.has(session_key))].sort(LATEST_FIRST);
}
