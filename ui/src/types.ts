import type { Latency } from './voice/protocol.ts';

/** What the server sends, field for field as openapi.yaml has it. */
export type State =
  | 'pending'
  | 'running'
  | 'waiting_for_input'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'interrupted'
  | 'rejected';

export interface Command {
  command: string;
  host: string;
  intent: string;
  verdict: 'allow' | 'confirm' | 'repeat' | 'deny';
  reasons: string[];
  doubtful?: string[];
  /** What it would change, in words: "12 files, 3.4 MB". */
  affects?: string[];
}

/** Whether it is a task for an agent that thinks: then its line is what was asked of it, in words. */
export const isTask = (command: Command): boolean => command.intent === 'agent.task';

/** A measure of a result, small enough for a bar; the share is 0 to 1, null where there is no whole. */
export interface Figure {
  label: string;
  share: number | null;
  text: string;
  level: 'ok' | 'warn' | 'critical';
}

export interface Result {
  command: string;
  status: 'executed' | 'failed' | 'blocked' | 'pending_confirmation' | 'skipped' | 'interrupted';
  exit_code: number | null;
  output: string;
  truncated: boolean;
  duration_ms: number | null;
  figures?: Figure[];
}

export interface Question {
  id: string;
  kind: 'confirm' | 'repeat' | 'clarify';
  text: string;
  context: string;
  choices: string[];
  expires_at: string;
  object?: string;
}

export interface Outcome {
  session_id: string;
  execution_id: string;
  state: State;
  commands: Command[];
  results: Result[];
  question: Question | null;
  say: string;
  /** What may be asked next: "More", "Why?", "Undo". */
  offers?: string[];
}

/** What was said to a question, and what it counted as. */
export interface GivenAnswer {
  question_id?: string;
  question: string;
  answer: string;
  meaning: string;
  at: string;
}

export interface Execution extends Outcome {
  transcript: string[];
  error_message: string | null;
  created_at: string;
  updated_at: string;
  answers?: GivenAnswer[];
}

/** By which surface a turn came in or went out; `personaplex`: what a persona says by itself, about which nothing is done. */
export type Source = 'voice' | 'text' | 'cli' | 'http' | 'whatsapp' | 'monitor' | 'personaplex' | 'gateway';

export interface Turn {
  role: 'user' | 'assistant' | 'system';
  content: string;
  source: Source;
  at: string;
  /** What it asked for, answered or tells of. */
  execution_id?: string | null;
}

/** Whether it is conversation only: a persona said it, and nothing was run for it. */
export const isChat = ({ source }: Pick<Turn, 'source'>): boolean => source === 'personaplex';

/** A conversation: one of ours has an id, one that a Gateway holds has its place. */
export interface Session {
  session_key: string;
  session_id: string | null;
  place: string | null;
  title: string;
  created_at: string;
  updated_at: string;
}

/** A page of the list; `missing` says of each place that could not be asked that its conversations are left out. */
export interface Sessions {
  sessions: Session[];
  next: string | null;
  missing: string[];
}

export interface History {
  session_key: string;
  history: Turn[];
  last_event_id: number;
  /** How long spoken turns took, where any were. */
  latency?: Latency[];
}

export interface TurnEvent extends Turn {
  session_id: string;
  execution_id: string | null;
}

export interface StateEvent {
  session_id: string;
  execution_id: string;
  state: State;
  at: string;
}

export interface OutputEvent {
  execution_id: string;
  step: number;
  text: string;
}

/** What a command or task is at, in place of what was told before. */
export interface ProgressEvent {
  execution_id: string;
  step: number;
  phrase: string;
}

/** What the link of a notification opens. */
export interface Opened {
  session_id: string;
  execution_id: string;
  question_id: string | null;
  question_open: boolean;
  /** Whether a yes is only taken from a device that is signed in. */
  needs_sign_in: boolean;
  logged_in: boolean;
  expires_at: string;
}

/** A message that could not be delivered. */
export interface Undelivered {
  id: string;
  kind: 'question' | 'completed' | 'failed' | 'interrupted';
  session_id: string;
  execution_id: string;
  text: string;
  at: string;
  channel: string | null;
  why: string;
}

export interface QuestionEvent {
  execution_id: string;
  question: Question;
}

export interface QuestionClosedEvent {
  execution_id: string;
  question_id: string;
}

export const settled = (state: State): boolean =>
  state !== 'pending' && state !== 'running' && state !== 'waiting_for_input';

/** An execution as the list has it; its outputs are left out. */
export interface Task extends Execution {
  source: string;
  host: string;
}

export interface Hit {
  file: string;
  line: number;
  text: string;
}

/** A file of the workspace; the version is what the next write must name. */
export interface Note {
  text: string;
  version: string | null;
}

export interface AuditRecord {
  sequence: number;
  at: string;
  kind: string;
  source: string;
  session_id: string | null;
  execution_id: string | null;
  facts: Record<string, string>;
  previous_hash: string;
  hash: string;
}

export interface Phrase {
  intent: string;
  domain: string;
  say: string;
  own?: boolean;
  changes?: boolean;
}

export interface Grant {
  id: string;
  command: string;
  host: string;
  until: string;
}

export interface Part {
  name: string;
  state: 'ok' | 'off' | 'failed';
  say: string;
}

/** Which voices a persona can have, the usual one, and how each server stands; no places: none is set up. */
export interface PersonaVoices {
  categories: { name: string; voices: string[] }[];
  chosen: string;
  places: { name: string; state: string; say: string }[];
}

export interface Setting {
  name: string;
  value: string | null;
  set: boolean;
  secret: boolean;
  about: string;
}

export interface Effective {
  version: string;
  settings: Setting[];
  parts: Part[];
  phrase_errors: { file: string; line: number; say: string }[];
  grants: Grant[];
}

export interface Health {
  status: 'up' | 'down';
  version: string;
  parts: Record<string, 'up' | 'down'>;
}
