import { address } from './address.ts';
import { api, Problem, Unreachable, type Words } from './api.ts';
import { EventFollower, type EventHandlers } from './events.ts';
import { Latencies } from './latencies.ts';
import { Outbox } from './outbox.ts';
import { Reader } from './reader.ts';
import { does, printed, Timeline, type Entry, type Run } from './timeline.ts';
import { isChat, settled, type Outcome, type Question, type Turn, type TurnEvent } from './types.ts';
import { looksLikeAnswer } from './words.ts';

export type Connection = 'connected' | 'connecting' | 'lost';

/** What was said to the person just now, and whether it answers something spoken. */
export interface Told {
  text: string;
  toSpoken: boolean;
}

const RETRY_MS = 3000;
const READ_AT_ONCE = 4;

/**
 * The conversation of one session: what was said, what runs, and the question that is open. Tells of every change by "change", of each
 * new answer by "told", and by "returned" of words that the server would not take.
 */
export class Conversation extends EventTarget {
  session: string | null = null;
  connection: Connection = 'connecting';
  error: string | null = null;
  loading = false;
  /** What the server said to an answer that left its question open. */
  unsettled: { question: string; say: string } | null = null;
  /** How long spoken turns took. */
  readonly latencies = new Latencies(() => this.changed());
  private timeline = new Timeline();
  private follower: EventFollower | null = null;
  private sending = false;
  private retry = 0;
  private lastHeard = false;
  private readonly outbox = new Outbox();
  private readonly reader = new Reader((id) => this.read(id), READ_AT_ONCE);

  constructor() {
    super();
    addEventListener('online', () => void this.flush());
  }

  get entries(): Entry[] {
    return this.timeline.entries;
  }

  get isEmpty(): boolean {
    return this.timeline.isEmpty;
  }

  /** What tells the newest thing said from the one before. */
  get newest(): string | null {
    return this.timeline.newest;
  }

  get ownWords(): string[] {
    return this.timeline.own;
  }

  /** Number of the last event that is known here; null before there is a conversation. */
  get seen(): number | null {
    return this.follower?.seen ?? null;
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
    Object.assign(this, { session, timeline, error: null, unsettled: null, loading: session !== null, connection: 'connecting' });
    this.changed();
    if (session) {
      await this.trying(() => this.load(session, timeline));
      this.loading = this.timeline === timeline ? false : this.loading;
    }
    this.keepShowing(timeline);
    this.changed();
  }

  close(): void {
    clearTimeout(this.retry);
    this.reader.clear();
    this.follower?.close();
    this.follower = null;
  }

  private async load(session: string, timeline: Timeline): Promise<void> {
    const past = await api.history(session);
    const current = await api.context(session).catch(unlessMissing);
    if (this.timeline !== timeline) {
      return;
    }
    past.history.forEach((turn) => this.remember(turn));
    past.latency?.forEach((latency) => this.latencies.add(latency));
    if (current) {
      timeline.run(current.execution_id).execution = current;
    }
    this.follow(session, past.last_event_id);
  }

  private remember(turn: Turn): void {
    this.timeline.add(turn);
    if (turn.execution_id) {
      this.timeline.run(turn.execution_id);
    }
  }

  /** Words that still wait for the connection stand in their conversation, however it was left and found again. */
  private keepShowing(timeline: Timeline): void {
    if (this.timeline === timeline) {
      this.outbox.of(this.session).forEach(({ text, heard, key }) => {
        timeline.send(text, heard ? 'voice' : 'text', key);
        timeline.travel(key, 'kept');
      });
      void this.flush();
    }
  }

  /** What the person said: an answer where a question is open and the words look like one, else a new request. */
  async say(text: string, heard = false): Promise<void> {
    const question = this.question;
    if (!question || (question.kind !== 'clarify' && !looksLikeAnswer(text))) {
      await this.request(text, heard);
    } else if (!(await this.answer(question, text, heard))) {
      this.giveBack(text);
    }
  }

  private async request(text: string, heard: boolean): Promise<void> {
    this.lastHeard = heard;
    const { key } = this.outbox.put(text, this.session, heard);
    this.timeline.send(text, heard ? 'voice' : 'text', key);
    this.changed();
    await this.flush(true);
  }

  /** Sends what waits, one after the other; `asked`: also what has waited long. */
  async flush(asked = false): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    let words = this.outbox.next;
    while (words && (asked || this.outbox.isFresh()) && (await this.deliver(words))) {
      words = this.outbox.next;
    }
    this.sending = false;
  }

  /** Whether the next may be sent. Words that could not arrive are kept; those the server would not take go back to the person. */
  private async deliver(words: Words): Promise<boolean> {
    const { timeline } = this;
    timeline.travel(words.key, 'sending');
    this.changed();
    try {
      this.outbox.tried(words.key);
      this.arrived(words, await api.execute(words), timeline);
      return true;
    } catch (error) {
      return this.undelivered(words, error, timeline);
    }
  }

  private arrived(words: Words, outcome: Outcome, timeline: Timeline): void {
    this.outbox.take(words.key);
    this.connection = this.follower ? 'connected' : this.connection;
    if (words.session === null) {
      this.outbox.began(outcome.session_id);
    }
    timeline.arrived(words.key, outcome.execution_id);
    if (this.timeline === timeline && (this.session ?? outcome.session_id) === outcome.session_id) {
      this.began(outcome.session_id, outcome.execution_id);
    }
  }

  private undelivered(words: Words, error: unknown, timeline: Timeline): boolean {
    if (error instanceof Unreachable || isLoggedOut(error)) {
      timeline.travel(words.key, 'kept');
      if (isLoggedOut(error)) {
        this.failed(error);
      }
      this.later();
      return false;
    }
    this.outbox.take(words.key);
    timeline.unsend(words.key);
    this.giveBack(words.text);
    this.failed(error);
    return true;
  }

  private later(): void {
    this.connection = 'lost';
    clearTimeout(this.retry);
    this.retry = window.setTimeout(() => void this.flush(), RETRY_MS);
    this.changed();
  }

  /** Takes back words that have not arrived, to be changed or forgotten. */
  takeBack(key: string, text: string): void {
    this.outbox.take(key);
    this.timeline.unsend(key);
    this.giveBack(text);
    this.changed();
  }

  private giveBack(detail: string): void {
    this.dispatchEvent(new CustomEvent('returned', { detail }));
  }

  /** What was begun by voice belongs to the conversation that stands here, or to the one it begins. */
  adopt(session: string, execution: string | null = null): void {
    if (!this.loading && (this.session ?? session) === session) {
      this.began(session, execution);
      this.changed();
    }
  }

  private began(session: string, execution: string | null): void {
    if (this.session !== session) {
      this.session = session;
      address.show(session);
      this.follow(session, 0);
    }
    if (execution) {
      this.witness(execution);
      this.refresh(execution);
    }
  }

  /** Answers exactly this question, so that a late yes cannot meet the next one. */
  async answer(question: Question, text: string, heard = false): Promise<boolean> {
    const session = this.session;
    this.lastHeard = heard;
    return this.trying(async () => {
      if (session) {
        const outcome = await api.resume(session, question.id, text, heard);
        this.unsettled = outcome.question?.id === question.id ? { question: question.id, say: outcome.say } : null;
        this.error = null;
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

  /** Reads what is only known by its name, now that it came into view. */
  need(run: Run): void {
    if (!run.execution) {
      this.reader.want(run.id, false);
    }
  }

  forgive(): void {
    this.error = null;
    this.changed();
  }

  private follow(session: string, seen: number): void {
    this.follower?.close();
    this.follower = new EventFollower(session, seen, this.handlers());
  }

  private handlers(): EventHandlers {
    const reread = (event: { execution_id: string }) => {
      this.witness(event.execution_id);
      this.refresh(event.execution_id);
    };
    return {
      turn: (event) => this.heard(event),
      output: (event) => (printed(this.witness(event.execution_id), event), this.changed()),
      progress: (event) => (does(this.witness(event.execution_id), event), this.changed()),
      state: reread,
      question: reread,
      question_closed: reread,
      connected: () => this.connected(),
      lost: () => this.lost(),
    };
  }

  private witness(execution: string): Run {
    const run = this.timeline.run(execution);
    run.witnessed = true;
    return run;
  }

  private heard(event: TurnEvent): void {
    const isNew = this.timeline.add(event);
    if (event.execution_id) {
      this.witness(event.execution_id);
      this.refresh(event.execution_id);
    }
    this.changed();
    if (isNew && event.role !== 'user' && !isChat(event)) {
      this.reader.after(event.execution_id ?? '', () => this.tell(event.content));
    }
  }

  /** Told once it is known whether it asks something. */
  private tell(text: string): void {
    this.dispatchEvent(new CustomEvent<Told>('told', { detail: { text, toSpoken: this.lastHeard } }));
  }

  private connected(): void {
    this.connection = 'connected';
    if (this.error === Unreachable.sentence) {
      this.error = null;
    }
    this.timeline.runs
      .filter((run) => (run.execution ? !settled(run.execution.state) : run.witnessed))
      .forEach((run) => this.refresh(run.id));
    this.changed();
    void this.flush();
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
    this.reader.want(id);
  }

  private async read(id: string): Promise<boolean> {
    const { timeline } = this;
    return this.trying(async () => {
      timeline.run(id).execution = await api.execution(id);
    });
  }

  private async trying(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    } finally {
      this.changed();
    }
  }

  private failed(error: unknown): void {
    if (isLoggedOut(error)) {
      this.dispatchEvent(new Event('logged-out'));
    } else {
      this.error = error instanceof Error ? error.message : String(error);
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const isLoggedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

function unlessMissing(error: unknown): null {
  if (error instanceof Problem && error.status === 404) {
    return null;
  }
  throw error;
}
