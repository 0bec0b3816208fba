/** Why the person cannot be heard, or was not. */
export type Trouble = 'missing' | 'insecure' | 'refused' | 'no-microphone' | 'network' | 'silence' | 'unknown';

/** Whose turn it is to talk: what the microphone does, what we are saying, and the words heard so far. */
export interface Turn {
  ear: 'closed' | 'opening' | 'open' | 'closing';
  /** What we are saying just now; while it sounds, nothing heard counts but a plain no or stop. */
  speaking: string | null;
  /** The button is held down: a silence does not end the turn. */
  held: boolean;
  /** The last words were spoken, so a question that we read out may be answered without another tap. */
  spoken: boolean;
  /** The microphone was opened by us, to hear an answer; silence is no mistake then. */
  byItself: boolean;
  /** The microphone is to be opened once it has closed. */
  reopen: boolean;
  final: string;
  interim: string;
  trouble: Trouble | null;
}

export type TurnEvent =
  | { kind: 'tap' }
  | { kind: 'press' }
  | { kind: 'release'; long: boolean }
  | { kind: 'leave' }
  | { kind: 'ear-opened' }
  | { kind: 'ear-heard'; final: string; interim: string }
  | { kind: 'ear-failed'; trouble: Trouble | null }
  | { kind: 'ear-closed' }
  | { kind: 'mouth-began'; text: string }
  | { kind: 'mouth-ended'; asked: boolean };

export type Act =
  | { kind: 'open' | 'close' | 'abort' | 'hush' }
  /** Words that count; `refusal` when they were said into our own speech. */
  | { kind: 'send'; words: string; refusal: boolean }
  /** Words that were never final: the person is to look at them first. */
  | { kind: 'offer'; words: string };

export interface Step {
  turn: Turn;
  acts: Act[];
}

export const SILENT: Turn = {
  ear: 'closed',
  speaking: null,
  held: false,
  spoken: false,
  byItself: false,
  reopen: false,
  final: '',
  interim: '',
  trouble: null,
};

const stay = (turn: Turn): Step => ({ turn, acts: [] });
const go = (turn: Turn, ...acts: Act[]): Step => ({ turn, acts });
const NOTHING = { final: '', interim: '' };

/** What follows from one event. Pure: no clock, no browser. `guards`: whether the microphone stays open while we speak, for a no or a stop. */
export function next(turn: Turn, event: TurnEvent, guards = false): Step {
  switch (event.kind) {
    case 'tap':
      return tap(turn, false);
    case 'press':
      return tap(turn, true);
    case 'release':
      return release(turn, event.long);
    case 'leave':
      return leave(turn);
    case 'ear-opened':
      return stay(turn.ear === 'opening' ? { ...turn, ear: 'open' } : turn);
    case 'ear-heard':
      return heard(turn, event.final, event.interim);
    case 'ear-failed':
      return failed(turn, event.trouble);
    case 'ear-closed':
      return closed(turn);
    case 'mouth-began':
      return began(turn, event.text, guards);
    case 'mouth-ended':
      return ended(turn, event.asked);
  }
}

function tap(turn: Turn, held: boolean): Step {
  const hush: Act[] = turn.speaking === null ? [] : [{ kind: 'hush' }];
  const begun: Turn = { ...turn, ...NOTHING, speaking: null, held, byItself: false, trouble: null };
  if (turn.ear === 'closed') {
    return go({ ...begun, ear: 'opening' }, ...hush, { kind: 'open' });
  }
  if (turn.speaking !== null) {
    return go({ ...begun, ear: 'closing', reopen: true }, ...hush, { kind: 'abort' });
  }
  return turn.ear === 'closing' ? stay(turn) : close(turn);
}

const close = (turn: Turn): Step => go({ ...turn, ear: 'closing', held: false }, { kind: 'close' });

function release(turn: Turn, long: boolean): Step {
  if (!turn.held) {
    return stay(turn);
  }
  const open = turn.ear === 'opening' || turn.ear === 'open';
  return long && open ? close(turn) : stay({ ...turn, held: false });
}

/** The person types, or wants quiet: what is being said ends, and what was being heard is dropped. */
function leave(turn: Turn): Step {
  const acts: Act[] = turn.speaking === null ? [] : [{ kind: 'hush' }];
  if (turn.ear !== 'closed') {
    acts.push({ kind: 'abort' });
  }
  const ear = turn.ear === 'closed' ? 'closed' : 'closing';
  return go({ ...SILENT, ear }, ...acts);
}

function heard(turn: Turn, final: string, interim: string): Step {
  if (turn.speaking === null) {
    return stay(turn.ear === 'closed' ? turn : { ...turn, ear: turn.ear === 'opening' ? 'open' : turn.ear, final, interim });
  }
  if (!isRefusal(final, turn.speaking)) {
    return stay(turn);
  }
  const quiet: Turn = { ...turn, ...NOTHING, ear: 'closing', speaking: null, spoken: true, reopen: false };
  return go(quiet, { kind: 'hush' }, { kind: 'abort' }, { kind: 'send', words: final.trim(), refusal: true });
}

function failed(turn: Turn, trouble: Trouble | null): Step {
  const harmless = trouble === 'silence' && (turn.byItself || turn.held || turn.speaking !== null);
  return stay({ ...turn, trouble: harmless ? null : trouble, spoken: turn.spoken && (trouble === null || harmless) });
}

function closed(turn: Turn): Step {
  const rest: Turn = { ...turn, ...NOTHING, ear: 'closed', held: false, byItself: false, reopen: false };
  if (turn.held && turn.trouble === null) {
    return go({ ...turn, ear: 'opening', reopen: false }, { kind: 'open' });
  }
  if (turn.reopen && turn.trouble === null) {
    return go({ ...rest, ear: 'opening', byItself: turn.byItself }, { kind: 'open' });
  }
  if (turn.final.trim()) {
    return go({ ...rest, spoken: true }, { kind: 'send', words: turn.final.trim(), refusal: false });
  }
  return turn.interim.trim() ? go(rest, { kind: 'offer', words: turn.interim.trim() }) : stay(rest);
}

function began(turn: Turn, text: string, guards: boolean): Step {
  const speaking: Turn = { ...turn, ...NOTHING, speaking: text };
  return guards && turn.spoken && turn.ear === 'closed' ? go({ ...speaking, ear: 'opening', byItself: true }, { kind: 'open' }) : stay(speaking);
}

/** A question that was read out is listened for. What was heard while we spoke is thrown away with the microphone it came through. */
function ended(turn: Turn, asked: boolean): Step {
  if (turn.speaking === null) {
    return stay(turn);
  }
  const quiet: Turn = { ...turn, ...NOTHING, speaking: null };
  const listen = asked && turn.spoken;
  if (turn.ear === 'closed') {
    return listen ? go({ ...quiet, ear: 'opening', byItself: true }, { kind: 'open' }) : stay(quiet);
  }
  return go({ ...quiet, ear: 'closing', reopen: listen, byItself: listen }, { kind: 'abort' });
}

const NO = new Set(['no', 'nope', 'stop', 'cancel', 'quiet', "don't", 'dont']);
const WITH = new Set(['no', 'it', 'that', 'please', 'now', 'be', 'do', 'not']);

/** Whether words that came while we spoke are a plain no or stop, and not our own voice coming back. */
export function isRefusal(words: string, ours: string): boolean {
  const said = wordsOf(words);
  const own = ` ${wordsOf(ours).join(' ')} `;
  const plain = said.length > 0 && said.length <= 3 && NO.has(said[0] ?? '') && said.every((word) => NO.has(word) || WITH.has(word));
  return plain && !own.includes(` ${said.join(' ')} `);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
