import type { Words } from './api.ts';

/** Words older than this are sent only when the person says so: they may have meant another moment. */
const STALE_MS = 10 * 60_000;

interface Letter {
  words: Words;
  at: number;
  tried: boolean;
}

/** Words on their way, in order. One that was tried keeps its key and its session: sent again as it was, it is carried out once. */
export class Outbox {
  private letters: Letter[] = [];

  get next(): Words | null {
    return this.letters[0]?.words ?? null;
  }

  /** Whether the next may go without being asked for. */
  isFresh(now = Date.now()): boolean {
    const first = this.letters[0];
    return first !== undefined && now - first.at < STALE_MS;
  }

  put(text: string, session: string | null, heard: boolean, now = Date.now()): Words {
    const words: Words = { text, session, heard, key: newKey() };
    this.letters.push({ words, at: now, tried: false });
    return words;
  }

  tried(key: string): void {
    this.letters.filter((letter) => letter.words.key === key).forEach((letter) => (letter.tried = true));
  }

  /** A new conversation has got its name: what was written into it meanwhile goes there. */
  began(session: string): void {
    this.letters
      .filter((letter) => !letter.tried && letter.words.session === null)
      .forEach((letter) => (letter.words = { ...letter.words, session }));
  }

  take(key: string): void {
    this.letters = this.letters.filter((letter) => letter.words.key !== key);
  }

  of(session: string | null): Words[] {
    return this.letters.map((letter) => letter.words).filter((words) => words.session === session);
  }
}

/** Random; crypto.randomUUID is there only where the page came by HTTPS or from this very machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
