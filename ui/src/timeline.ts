import { pieces, type Piece } from './pieces.ts';
import { isChat, settled, type Execution, type OutputEvent, type ProgressEvent, type Question, type Source, type Turn } from './types.ts';

/** An execution as the page knows it: what the server last told, and the output that has come since. */
export interface Run {
  id: string;
  execution: Execution | null;
  live: string[];
  /** What each step is at, while it runs. */
  doing: string[];
  /** Whether this page has seen it at work; else it is from the record, and read when it comes into view. */
  witnessed: boolean;
}

export function printed({ live }: Run, { step, text }: OutputEvent): void {
  live[step] = (live[step] ?? '') + text;
}

export function does({ doing }: Run, { step, phrase }: ProgressEvent): void {
  doing[step] = phrase;
}

/** What the step that runs now is at; each phrase goes with its step. */
export const doingNow = ({ doing, execution }: Pick<Run, 'doing' | 'execution'>): string =>
  execution?.state === 'running' ? (doing[execution.results.length] ?? '') : '';

/** How far words are on their way: `kept` ones wait for the connection. */
export type Journey = 'sending' | 'kept' | null;

/** One thing in the conversation, from top to bottom. */
export type Entry =
  | { kind: 'turn'; key: string; turn: Turn; journey: Journey; about: Run | null }
  | { kind: 'run'; key: string; run: Run; piece: Piece | null; last: boolean };

/** Whether a persona said it by itself. */
export const isChatEntry = (entry: Entry | undefined): entry is Entry & { kind: 'turn' } => entry?.kind === 'turn' && isChat(entry.turn);

interface Said {
  key: string;
  turn: Turn;
  journey: Journey;
}

/** What stands on the page, in order. Doubles are told by what they are, so hearing of something twice changes nothing. */
export class Timeline {
  private said: Said[] = [];
  private readonly known = new Map<string, Run>();

  get runs(): Run[] {
    return [...this.known.values()];
  }

  /** What was said, each request and answer followed by what it set off, so that nothing stands above the words that let it. */
  get entries(): Entry[] {
    const placed = this.placed();
    let about: Run | null = null;
    return this.said.flatMap(({ key, turn, journey }) => {
      const below = placed.get(key) ?? [];
      if (isChat(turn)) {
        return [{ kind: 'turn', key, turn, journey, about: null } satisfies Entry, ...below];
      }
      about = this.known.get(turn.execution_id ?? '') ?? below.at(-1)?.run ?? (turn.role === 'user' ? null : about);
      const entry: Entry = { kind: 'turn', key, turn, journey, about };
      return [entry, ...below];
    });
  }

  /** The execution that waits for an answer, else the newest one that is at work. */
  get active(): Run | null {
    const open = this.runs.filter((run) => run.execution && !settled(run.execution.state));
    return open.find((run) => run.execution?.question) ?? open.at(-1) ?? null;
  }

  get question(): Question | null {
    return this.active?.execution?.question ?? null;
  }

  get isEmpty(): boolean {
    return this.said.length === 0 && this.known.size === 0;
  }

  /** The newest thing said that is more than conversation. */
  get newest(): string | null {
    return this.weighty.at(-1)?.key ?? null;
  }

  private get weighty(): Said[] {
    return this.said.filter(({ turn }) => !isChat(turn));
  }

  /** The person's own words, oldest first. */
  get own(): string[] {
    return this.said.filter(({ turn }) => turn.role === 'user').map(({ turn }) => turn.content);
  }

  /** Whether it was not known before. */
  add(turn: Turn): boolean {
    const key = `${turn.at} ${turn.role} ${turn.content}`;
    const known = this.said.find((other) => other.key === key);
    if (known) {
      known.turn.execution_id ??= turn.execution_id ?? null;
      return false;
    }
    const said: Said = { key, turn, journey: null };
    const sent = this.said.findIndex((other) => other.journey && turn.role === 'user' && other.turn.content === turn.content);
    this.said = sent < 0 ? this.said.toSpliced(this.endBeforeSending(), 0, said) : this.said.with(sent, said);
    return true;
  }

  /** Shows words that are on their way. */
  send(text: string, source: Source, key: string): void {
    const turn: Turn = { role: 'user', content: text, source, at: new Date().toISOString() };
    this.said = [...this.said, { key, turn, journey: 'sending' }];
  }

  travel(key: string, journey: Journey): void {
    this.said = this.said.map((said) => (said.key === key ? { ...said, journey } : said));
  }

  /** Words that had arrived before, though nobody could tell, stand there already. */
  arrived(key: string, execution: string): void {
    const mine = this.said.find((said) => said.key === key);
    const known = this.said.some(
      ({ key: other, turn }) => other !== key && turn.execution_id === execution && turn.role === 'user' && turn.content === mine?.turn.content,
    );
    if (known) {
      this.unsend(key);
    } else if (mine) {
      mine.turn.execution_id = execution;
    }
  }

  unsend(key: string): void {
    this.said = this.said.filter((said) => said.key !== key);
  }

  run(id: string): Run {
    const known = this.known.get(id);
    if (known) {
      return known;
    }
    const run: Run = { id, execution: null, live: [], doing: [], witnessed: false };
    this.known.set(id, run);
    return run;
  }

  private placed(): Map<string, (Entry & { kind: 'run' })[]> {
    const placed = new Map<string, (Entry & { kind: 'run' })[]>();
    for (const run of this.runs) {
      const cut = run.execution ? pieces(run.execution) : [null];
      cut.forEach((piece, at) => {
        const anchor = this.anchor(run, piece)?.key;
        if (anchor !== undefined) {
          const entry = { kind: 'run', key: `${run.id} ${at}`, run, piece, last: at === cut.length - 1 } as const;
          placed.set(anchor, [...(placed.get(anchor) ?? []), entry]);
        }
      });
    }
    return placed;
  }

  /** What a piece belongs below: the very words that set it off, else the request it came from, else the end. */
  private anchor(run: Run, piece: Piece | null): Said | undefined {
    const asked = this.said.filter(({ turn }) => turn.role === 'user');
    const own = asked.filter(({ turn }) => turn.execution_id === run.id);
    const answered = piece && asked.findLast(({ turn }) => turn.at === piece.at && (turn.execution_id ?? run.id) === run.id);
    return answered ?? this.before(own, piece) ?? this.byWords(asked, run) ?? (run.witnessed ? this.weighty.at(-1) : undefined);
  }

  private before(own: Said[], piece: Piece | null): Said | undefined {
    const at = piece ? Date.parse(piece.at) : 0;
    return own.findLast(({ turn }) => Date.parse(turn.at) <= at) ?? own[0];
  }

  private byWords(asked: Said[], { execution }: Run): Said | undefined {
    const words = execution ? [execution.transcript.join('\n'), ...execution.transcript] : [];
    return asked.findLast(({ turn }) => words.includes(turn.content));
  }

  private endBeforeSending(): number {
    const sending = this.said.findIndex(({ journey }) => journey !== null);
    return sending < 0 ? this.said.length : sending;
  }
}
