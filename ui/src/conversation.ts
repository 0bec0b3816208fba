import { address } from './address.ts';
import { api, Problem, Unreachable } from './api.ts';
import { EventFollower, type EventHandlers } from './events.ts';
import { Timeline, type Entry, type Run } from './timeline.ts';
import { settled, type Question, type TurnEvent } from './types.ts';

export type Connection = 'connected' | 'connecting' | 'lost';

const ANSWER =
  /^(yes|yeah|yep|yup|sure|ok|okay|do it|go ahead|confirm(ed)?|no|nope|nah|don'?t|do not|stop|cancel|never ?mind|leave it)\b/i;

/** The conversation of one session: what was said, what runs, and the question that is open. Tells of every change by a "change" event. */
export class Conversation extends EventTarget {
  session: string | null = null;
  connection: Connection = 'connecting';
  error: string | null = null;
  loading = false;
  private timeline = new Timeline();
  private follower: EventFollower | null = null;
  private unsent: { text: string; session: string | null; key: string } | null = null;
  private readonly reading = new Map<string, boolean>();

  get entries(): Entry[] {
    return this.timeline.entries;
  }

  get active(): Run | null {
    return this.timeline.active;
  }

  get question(): Question | null {
    return this.timeline.question;
  }

  /** Shows a session from its record, then follows it; null begins a new one. */
  async open(session: string | null): Promise<void> {
    this.close();
    const timeline = new Timeline();
    Object.assign(this, { session, timeline, error: null, loading: session !== null, connection: 'connecting' });
    this.changed();
    if (session) {
      await this.trying(() => this.load(session, timeline));
      this.loading = false;
      this.changed();
    }
  }

  close(): void {
    this.follower?.close();
    this.follower = null;
  }

  private async load(session: string, timeline: Timeline): Promise<void> {
    const past = await api.history(session);
    const current = await api.context(session).catch(unlessMissing);
    if (this.timeline !== timeline) {
      return;
    }
    past.history.forEach((turn) => timeline.add(turn));
    if (current) {
      timeline.place(current);
    }
    this.follow(session, past.last_event_id);
  }

  /** What the person typed: an answer where a question is open and the words look like one, else a new request. Whether it arrived. */
  async say(text: string): Promise<boolean> {
    const question = this.question;
    return question && (question.kind === 'clarify' || ANSWER.test(text)) ? this.answer(question, text) : this.request(text);
  }

  /** Words that did not arrive keep their key: sent again as they were, they are carried out once even if they had arrived. */
  private async request(text: string): Promise<boolean> {
    const key = this.unsent?.text === text && this.unsent.session === this.session ? this.unsent.key : newKey();
    this.unsent = { text, session: this.session, key };
    const timeline = this.timeline;
    timeline.send(text, key);
    this.changed();
    const sent = await this.trying(async () => {
      const outcome = await api.execute(text, this.session, key);
      this.unsent = null;
      if (this.timeline === timeline) {
        this.began(outcome.session_id, outcome.execution_id);
      }
    });
    if (!sent) {
      timeline.unsend(key);
      this.changed();
    }
    return sent;
  }

  private began(session: string, execution: string): void {
    if (this.session !== session) {
      this.session = session;
      address.show(session);
      this.follow(session, 0);
    }
    this.refresh(execution);
  }

  /** Answers exactly this question, so that a late yes cannot meet the next one. */
  async answer(question: Question, text: string): Promise<boolean> {
    const session = this.session;
    return this.trying(async () => {
      if (session) {
        const outcome = await api.resume(session, question.id, text);
        this.error = outcome.question?.id === question.id ? outcome.say : null;
        this.refresh(outcome.execution_id);
      }
    });
  }

  async stop(run: Run): Promise<void> {
    await this.trying(async () => {
      await api.cancel(run.id);
      this.refresh(run.id);
    });
  }

  /** Tells the server that the question stands before the person's eyes. */
  async shown(question: Question): Promise<void> {
    await this.trying(() => api.shown(question.id));
  }

  forgive(): void {
    this.error = null;
    this.changed();
  }

  private follow(session: string, seen: number): void {
    this.close();
    this.follower = new EventFollower(session, seen, this.handlers());
  }

  private handlers(): EventHandlers {
    const reread = (event: { execution_id: string }) => this.refresh(event.execution_id);
    return {
      turn: (event) => {
        this.heard(event);
        this.changed();
      },
      output: (event) => {
        const run = this.timeline.run(event.execution_id);
        run.live[event.step] = (run.live[event.step] ?? '') + event.text;
        this.changed();
      },
      state: reread,
      question: reread,
      question_closed: reread,
      connected: () => this.connected(),
      lost: () => this.lost(),
    };
  }

  /** What was run belongs below the words that asked for it and above those that tell of it. */
  private heard(event: TurnEvent): void {
    if (event.role === 'user') {
      this.timeline.add(event);
    }
    if (event.execution_id) {
      this.timeline.run(event.execution_id);
    }
    this.timeline.add(event);
  }

  private connected(): void {
    this.connection = 'connected';
    if (this.error === Unreachable.sentence) {
      this.error = null;
    }
    this.timeline.runs
      .filter((run) => !run.execution || !settled(run.execution.state))
      .forEach((run) => this.refresh(run.id));
    this.changed();
  }

  private lost(): void {
    this.connection = 'lost';
    this.changed();
    void api.loggedIn().then(
      (still) => still || this.dispatchEvent(new Event('logged-out')),
      () => undefined,
    );
  }

  /** Reads an execution anew, with exactly the commands that would run; what happens meanwhile makes it read once more. */
  private refresh(id: string): void {
    if (this.reading.has(id)) {
      this.reading.set(id, true);
      return;
    }
    this.reading.set(id, false);
    void this.read(id);
  }

  private async read(id: string): Promise<void> {
    const timeline = this.timeline;
    const read = await this.trying(async () => {
      const execution = await api.execution(id);
      timeline.run(id).execution = execution;
    });
    const again = this.reading.get(id);
    this.reading.delete(id);
    this.changed();
    if (again && read) {
      this.refresh(id);
    }
  }

  private async trying(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        this.dispatchEvent(new Event('logged-out'));
      } else {
        this.error = error instanceof Error ? error.message : String(error);
      }
      return false;
    } finally {
      this.changed();
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Random; crypto.randomUUID is there only where the page came by HTTPS or from this very machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function unlessMissing(error: unknown): null {
  if (error instanceof Problem && error.status === 404) {
    return null;
  }
  throw error;
}
