import { settled, type Execution, type Question, type Turn } from './types.ts';
import { waitingCommand } from './words.ts';

/** An execution as the page knows it: what the server last told, and the output that has come since. */
export interface Run {
  id: string;
  execution: Execution | null;
  live: string[];
}

/** One thing in the conversation, from top to bottom. */
export type Entry =
  | { kind: 'turn'; key: string; turn: Turn; sending: boolean }
  | { kind: 'run'; key: string; run: Run };

/** Whether there is anything to show of an execution below the words it came from; what the card shows is not shown twice. */
export function isVisible({ execution }: Run): boolean {
  if (!execution) {
    return false;
  }
  const { state, commands, question } = execution;
  const onCard = question !== null && commands.length === 1 && waitingCommand(execution) !== null;
  return !onCard && (state === 'pending' || state === 'running' || commands.length > 0);
}

const isSending = (entry: Entry): entry is Entry & { kind: 'turn' } => entry.kind === 'turn' && entry.sending;

/** What stands on the page, in order. Doubles are told by what they are, so hearing of something twice changes nothing. */
export class Timeline {
  entries: Entry[] = [];

  get runs(): Run[] {
    return this.entries.flatMap((entry) => (entry.kind === 'run' ? [entry.run] : []));
  }

  /** The execution that waits for an answer, else the newest one that is at work. */
  get active(): Run | null {
    const open = this.runs.filter((run) => run.execution && !settled(run.execution.state));
    return open.find((run) => run.execution?.question) ?? open.at(-1) ?? null;
  }

  get question(): Question | null {
    return this.active?.execution?.question ?? null;
  }

  add(turn: Turn): void {
    const key = `${turn.at} ${turn.role} ${turn.content}`;
    if (this.entries.some((entry) => entry.key === key)) {
      return;
    }
    const entry: Entry = { kind: 'turn', key, turn, sending: false };
    const sent = this.entries.findIndex((other) => isSending(other) && turn.role === 'user' && other.turn.content === turn.content);
    if (sent < 0) {
      this.insert(entry, this.endBeforeSending());
    } else {
      this.entries = this.entries.with(sent, entry);
    }
  }

  /** Shows words that are on their way. */
  send(text: string, key: string): void {
    const turn: Turn = { role: 'user', content: text, source: 'text', at: new Date().toISOString() };
    this.entries = [...this.entries, { kind: 'turn', key, turn, sending: true }];
  }

  unsend(key: string): void {
    this.entries = this.entries.filter((entry) => entry.key !== key);
  }

  /** The place of an execution; a new one goes to the end. */
  run(id: string): Run {
    const known = this.runs.find((run) => run.id === id);
    if (known) {
      return known;
    }
    const run: Run = { id, execution: null, live: [] };
    this.insert({ kind: 'run', key: id, run }, this.entries.length);
    return run;
  }

  /** Puts an execution that was read from the record below the words it came from. */
  place(execution: Execution): void {
    const words = [execution.transcript.join('\n'), ...execution.transcript];
    const at = this.entries.findLastIndex(
      (entry) => entry.kind === 'turn' && entry.turn.role === 'user' && words.includes(entry.turn.content),
    );
    const run: Run = { id: execution.execution_id, execution, live: [] };
    this.insert({ kind: 'run', key: run.id, run }, at < 0 ? this.entries.length : at + 1);
  }

  private endBeforeSending(): number {
    const sending = this.entries.findIndex(isSending);
    return sending < 0 ? this.entries.length : sending;
  }

  private insert(entry: Entry, at: number): void {
    this.entries = this.entries.toSpliced(at, 0, entry);
  }
}
