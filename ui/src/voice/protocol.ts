import type { Question } from '../types.ts';

/** Who says the words of the server: its own mouth, this browser, or nobody. */
export type Speaker = 'server' | 'browser' | 'nobody';

/** Who is to make conversation beside; what is null is as the owner has set it. */
export interface PersonaWish {
  /** Such as "NATM1". */
  voice: string | null;
  /** A few sentences about who it is; 600 bytes at most. */
  role: string | null;
  form: 'casual' | 'service' | null;
}

/** How somebody wants to be talked with. */
export interface Manner {
  speaker: Speaker;
  /** A voice of the server's mouth; null for its usual one. */
  voice: string | null;
  /** 0.5 to 2; 1 is the usual pace. */
  pace: number;
  hands_free: boolean;
  /** Null: nobody makes conversation. */
  persona: PersonaWish | null;
}

/** What of a persona's voice can be played: packets of 80 ms, or 16 bits at 24,000 samples a second. */
export type Plays = 'opus' | 'pcm16';

export interface Hello extends Manner {
  type: 'hello';
  codec: 'pcm16' | 'opus';
  rate: number;
  /** Number of the last thing the server said that was played to its end. */
  heard_up_to: number | null;
  /** With it each message of sound begins with a byte that says whose it is; without it there is no persona. */
  plays?: Plays;
}

/** What the page tells, beside the sound of the microphone. */
export type ToServer =
  | Hello
  | ({ type: 'manner' } & Manner)
  | { type: 'text'; text: string }
  | { type: 'answer'; question_id: string; text: string }
  | { type: 'barge_in'; turn_id: number }
  | { type: 'playing'; turn_id: number }
  | { type: 'played'; turn_id: number; ms: number; to_the_end: boolean }
  | { type: 'mute'; muted: boolean }
  | { type: 'press'; down: boolean }
  | { type: 'shown'; question_id: string }
  | { type: 'sample'; text: string };

/** How one half of the server's speech stands; `done` of `total` in bytes, both 0 where that is not known. */
export interface Part {
  state: 'ready' | 'preparing' | 'dormant' | 'absent';
  name: string;
  say: string;
  done: number;
  total: number;
}

export interface ServerVoice {
  id: string;
  name: string;
}

export interface Ready {
  type: 'ready';
  session_id: string | null;
  ear: Part;
  mouth: Part;
  voices: ServerVoice[];
  /** How many can talk at once, 0 while that is not known; `taken`: how many do. */
  seats: number;
  taken: number;
  speaker: Speaker;
}

export type Going = 'preparing' | 'listening' | 'thinking' | 'asking' | 'running' | 'speaking' | 'busy';

export type StageName = 'final_text' | 'plan' | 'verdict' | 'run' | 'report' | 'first_audio';

/** How long one spoken turn took, counted from the end of speech; below zero is what was reached before it. */
export interface Latency {
  session_id: string;
  execution_id: string | null;
  speech_ended: string;
  stages: { stage: StageName; after_ms: number }[];
}

export interface Say {
  type: 'say';
  turn_id: number;
  text: string;
  /** Samples a second of the sound that follows; 0 where this browser is to speak it. */
  rate: number;
}

export interface PersonaIs {
  type: 'persona';
  state: 'absent' | 'waiting' | 'preparing' | 'talking' | 'held';
  say: string;
  /** In the queue, 1 for who is next; 0 where nobody waits. */
  place: number;
  /** How long it will still prepare itself; 0 where that is not known. */
  expected_ms: number;
  /** Such as "NATM1"; empty while none was chosen. */
  voice: string;
}

/** What the server tells, beside the sound of its voice. */
export type FromServer =
  | Ready
  | { type: 'state'; state: Going; say: string }
  | { type: 'heard'; text: string; final: boolean; doubtful: string[] }
  | { type: 'execution'; session_id: string; execution_id: string; state: string }
  | { type: 'question'; question: Question | null }
  | Say
  | { type: 'said'; turn_id: number }
  | { type: 'hold' | 'go_on' | 'hush'; turn_id: number }
  | ({ type: 'latency' } & Latency)
  | PersonaIs
  /** Conversation of the persona's own, as far as it goes; `whole`: it has ended. */
  | { type: 'persona_says'; text: string; whole: boolean }
  | { type: 'fallback'; lost: string; serves: string; say: string }
  | { type: 'error'; code: string; say: string };

/** The microphone's frames: 20 ms each, of 16 bits, or as one packet of Opus. */
export const RATE = 16_000;
export const FRAME = 320;

/** The first byte of sound, with `plays`: whose it is. */
export const OURS = 0;
export const PERSONAS = 1;
