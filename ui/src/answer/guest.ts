import { api, Problem, Unreachable } from '../api.ts';
import { EventFollower, type EventHandlers } from '../events.ts';
import { Reader } from '../reader.ts';
import { settled, type Execution, type Opened, type Question } from '../types.ts';
import type { Link } from './link.ts';

/** Where a guest stands: `offline` is tried again by itself, the last three stay. */
export type Phase = 'opening' | 'offline' | 'open' | 'wrong' | 'expired' | 'known';

const AGAIN_MS = 2000;
const OURS = new Set(['guest_may_not', 'unauthorized']);

/**
 * What somebody sees and does who came by the link of a notification: one execution, and its question. Tells of every change by "change". `known`: this browser
 * is logged in and needs no link.
 */
export class Guest extends EventTarget {
  phase: Phase = 'opening';
  connected = true;
  opened: Opened | null = null;
  execution: Execution | null = null;
  /** Output that has come since, and what is being done, by step. */
  live: string[] = [];
  doing: string[] = [];
  /** What the server said: to an answer that settled nothing, or to what went wrong. */
  said = '';
  /** The answer that is on its way, or waits for the connection. */
  pending = '';
  private follower: EventFollower | null = null;
  private timer = 0;
  private reopening = false;
  private readonly reader = new Reader(() => this.read(), 1);

  constructor(readonly link: Link) {
    super();
    addEventListener('online', this.now);
    void this.open();
  }

  close(): void {
    removeEventListener('online', this.now);
    clearTimeout(this.timer);
    this.follower?.close();
    this.reader.clear();
  }

  /** The question of this link, while it waits. */
  get question(): Question | null {
    const question = this.execution?.question ?? null;
    return question && question.id === this.opened?.question_id ? question : null;
  }

  /** What was said to the question, once it was. */
  get answered(): string {
    const given = this.execution?.answers?.find(({ question_id }) => question_id === this.opened?.question_id);
    return given && given.meaning !== 'none' ? given.answer : '';
  }

  get over(): boolean {
    return this.execution !== null && settled(this.execution.state);
  }

  /** Answers, once: what cannot be sent now is kept, and goes out when there is a connection again. */
  async answer(text: string): Promise<void> {
    if (!this.pending) {
      this.pending = text;
      this.said = '';
      this.changed();
      await this.send();
    }
  }

  /** An answer that has not gone out need not. */
  takeBack(): void {
    this.pending = '';
    this.changed();
  }

  private readonly now = () => void this.again();

  private async again(): Promise<void> {
    clearTimeout(this.timer);
    if (this.phase === 'offline') {
      await this.open();
    } else if (this.pending) {
      await this.send();
    } else {
      this.reader.want('it');
    }
  }

  private async open(): Promise<void> {
    await this.trying(async () => {
      this.opened = await api.openLink(this.link.code);
      if (this.opened.logged_in) {
        this.phase = 'known';
        return;
      }
      this.execution = await api.execution(this.opened.execution_id);
      this.phase = 'open';
      this.follower ??= new EventFollower(this.opened.session_id, 0, this.handlers());
    });
  }

  private async send(): Promise<void> {
    const { pending, question, opened } = this;
    if (!pending || !opened?.question_id) {
      return;
    }
    if (!question) {
      this.takeBack();
      return;
    }
    await this.trying(async () => {
      const outcome = await api.resume(opened.session_id, opened.question_id ?? '', pending);
      this.said = outcome.question?.id === opened.question_id ? outcome.say : '';
      this.pending = '';
      this.reader.want('it');
    });
  }

  private async read(): Promise<boolean> {
    return this.trying(async () => {
      const id = this.opened?.execution_id ?? '';
      this.execution = await api.execution(id);
    });
  }

  private handlers(): EventHandlers {
    const reread = () => this.reader.want('it');
    return {
      turn: reread,
      state: reread,
      question: reread,
      question_closed: reread,
      output: ({ step, text }) => {
        this.live[step] = (this.live[step] ?? '') + text;
        this.changed();
      },
      progress: ({ step, phrase }) => {
        this.doing[step] = phrase;
        this.changed();
      },
      connected: () => this.back(),
      lost: () => this.lost(),
    };
  }

  private back(): void {
    this.connected = true;
    this.reader.want('it');
    void this.send();
    this.changed();
  }

  /** It may be that the link has expired. */
  private lost(): void {
    this.connected = false;
    this.changed();
    void this.open();
  }

  private async trying(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.connected = true;
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    } finally {
      this.changed();
    }
  }

  private failed(error: unknown): void {
    if (error instanceof Unreachable) {
      this.connected = false;
      this.phase = this.phase === 'opening' ? 'offline' : this.phase;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(this.now, AGAIN_MS);
      return;
    }
    this.said = (error as Error).message;
    this.pending = '';
    if (error instanceof Problem) {
      this.refused(error);
    }
  }

  private refused({ code, status }: Problem): void {
    if (code === 'link_expired' || code === 'execution_not_found') {
      this.end('expired');
    } else if (code === 'wrong_link' || code === 'too_many_attempts' || (status === 400 && !this.opened)) {
      this.end('wrong');
    } else if (OURS.has(code) && this.phase === 'open' && !this.reopening) {
      this.reopening = true;
      void this.open().finally(() => (this.reopening = false));
    } else if (status === 409) {
      this.said = '';
      this.reader.want('it');
    }
  }

  private end(phase: Phase): void {
    this.phase = phase;
    this.follower?.close();
    this.follower = null;
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
