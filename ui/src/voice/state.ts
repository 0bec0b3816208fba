import type { Question } from '../types.ts';
import { isAtWork, personaIs, personaLost, type Persona, type PersonaLine } from './persona.ts';
import type { FromServer, Going, PersonaIs, Say, ToServer } from './protocol.ts';

/** Something the server says, from its announcement until its end; `whole`: all of its sound is here. */
interface Saying {
  turn: number;
  text: string;
  whole: boolean;
}

/** What was heard of the person; a final one stands until it has become a turn of the conversation. */
export interface HeardLine {
  text: string;
  final: boolean;
  doubtful: readonly string[];
}

/** One spoken conversation, as the page sees it. */
export interface VoiceState {
  phase: 'off' | 'opening' | 'on' | 'lost';
  /** What goes on, as the server told last, and its words for it. */
  going: Going;
  say: string;
  handsFree: boolean;
  muted: boolean;
  /** The button to talk is held. */
  down: boolean;
  heard: HeardLine | null;
  saying: readonly Saying[];
  /** The turn that sounds just now. */
  sounding: number | null;
  question: Question | null;
  /** Who makes conversation beside, or will; null: nobody. */
  persona: Persona | null;
  /** What the persona says, or said last and does not stand in the conversation yet. */
  personaSaying: PersonaLine | null;
  /** Why it ended, could not begin, or hears nothing just now. */
  trouble: string;
  /** What was lost and what serves instead, or what went wrong on the way. */
  notice: string;
}

export type VoiceEvent =
  | { kind: 'start'; handsFree: boolean }
  | { kind: 'end'; trouble: string }
  | { kind: 'linked' | 'lost' }
  /** The microphone was taken away, or is back: then there is no trouble. */
  | { kind: 'microphone'; trouble: string }
  /** `recorded`: what was heard stands in the conversation now. */
  | { kind: 'tap' | 'quiet' | 'dismiss' | 'recorded' | 'chat-recorded' }
  | { kind: 'press'; down: boolean }
  | { kind: 'manner'; handsFree: boolean }
  | { kind: 'begins' | 'over'; turn: number }
  /** `at`: when, in ms of any clock. */
  | { kind: 'told'; message: FromServer; at: number };

export type VoiceAct =
  | { kind: 'send'; message: ToServer }
  | { kind: 'say'; say: Say }
  | { kind: 'whole' | 'hold' | 'go-on'; turn: number }
  /** Sound no more of it; `done`: nor ever again. */
  | { kind: 'drop'; turn: number; done: boolean }
  | { kind: 'mute'; muted: boolean }
  /** Drop what of the persona's voice has not sounded yet. */
  | { kind: 'flush-persona' };

export interface VoiceStep {
  state: VoiceState;
  acts: VoiceAct[];
}

export const OFF: VoiceState = {
  phase: 'off',
  going: 'preparing',
  say: '',
  handsFree: true,
  muted: false,
  down: false,
  heard: null,
  saying: [],
  sounding: null,
  question: null,
  persona: null,
  personaSaying: null,
  trouble: '',
  notice: '',
};

const stay = (state: VoiceState): VoiceStep => ({ state, acts: [] });
const go = (state: VoiceState, ...acts: VoiceAct[]): VoiceStep => ({ state, acts });

/** What follows from one event. Pure: no clock, no browser. */
export function next(state: VoiceState, event: VoiceEvent): VoiceStep {
  switch (event.kind) {
    case 'start':
      return stay({ ...OFF, phase: 'opening', handsFree: event.handsFree });
    case 'end':
      return stay({ ...OFF, trouble: event.trouble, handsFree: state.handsFree });
    case 'linked':
      return stay({ ...state, phase: 'on' });
    case 'lost':
      return lost(state);
    case 'microphone':
      return stay({ ...state, trouble: event.trouble });
    case 'tap':
      return tap(state);
    case 'quiet':
      return quiet(state);
    case 'press':
      return press(state, event.down);
    case 'manner':
      return stay({ ...state, handsFree: event.handsFree, down: false });
    case 'begins':
      return go({ ...state, sounding: event.turn }, { kind: 'send', message: { type: 'playing', turn_id: event.turn } });
    case 'over':
      return stay(without(state, event.turn));
    case 'dismiss':
      return stay({ ...state, notice: '', trouble: state.phase === 'off' ? '' : state.trouble });
    case 'recorded':
      return stay(state.heard?.final ? { ...state, heard: null } : state);
    case 'chat-recorded':
      return stay(state.personaSaying?.whole ? { ...state, personaSaying: null } : state);
    case 'told':
      return told(state, event.message, event.at);
  }
}

/** What has all come still sounds to its end; the rest will be said again. */
function lost(state: VoiceState): VoiceStep {
  const cut = state.saying.filter(({ whole }) => !whole);
  const rest = cut.reduce((left, { turn }) => without(left, turn), state);
  return go({ ...rest, ...personaLost(state), phase: state.phase === 'on' ? 'lost' : state.phase }, { kind: 'flush-persona' }, ...cut.map(({ turn }): VoiceAct => ({ kind: 'drop', turn, done: false })));
}

function tap(state: VoiceState): VoiceStep {
  if (state.saying.length > 0) {
    return quiet(state);
  }
  if (!state.handsFree || state.phase === 'opening') {
    return stay(state);
  }
  const muted = !state.muted;
  return go({ ...state, muted, heard: null }, { kind: 'mute', muted }, { kind: 'send', message: { type: 'mute', muted } });
}

function quiet(state: VoiceState): VoiceStep {
  const [first] = state.saying;
  if (!first) {
    return stay(state);
  }
  const drops = state.saying.map(({ turn }): VoiceAct => ({ kind: 'drop', turn, done: true }));
  return go({ ...state, saying: [], sounding: null }, ...drops, { kind: 'send', message: { type: 'barge_in', turn_id: first.turn } });
}

function press(state: VoiceState, down: boolean): VoiceStep {
  if (state.handsFree || state.down === down) {
    return stay(state);
  }
  const hushed = down ? quiet(state) : stay(state);
  return go({ ...hushed.state, down }, ...hushed.acts, { kind: 'send', message: { type: 'press', down } });
}

const without = (state: VoiceState, turn: number): VoiceState => ({
  ...state,
  saying: state.saying.filter((one) => one.turn !== turn),
  sounding: state.sounding === turn ? null : state.sounding,
});

function told(state: VoiceState, message: FromServer, at: number): VoiceStep {
  switch (message.type) {
    case 'state':
      return stay({ ...state, going: message.state, say: message.say });
    case 'heard':
      return heard(state, message);
    case 'question':
      return stay({ ...state, question: message.question });
    case 'say':
      return say(state, message);
    case 'said':
      return said(state, message.turn_id);
    case 'hold':
    case 'go_on':
      return go(state, { kind: message.type === 'hold' ? 'hold' : 'go-on', turn: message.turn_id });
    case 'hush':
      return go(without(state, message.turn_id), { kind: 'drop', turn: message.turn_id, done: true });
    case 'persona':
      return personaTold(state, message, at);
    case 'persona_says':
      return stay({ ...state, personaSaying: message.text.trim() ? { text: message.text, whole: message.whole } : null });
    case 'fallback':
      return fallback(state, message);
    case 'error':
      return stay({ ...state, notice: message.say });
    case 'ready':
    case 'execution':
    case 'latency':
      return stay(state);
  }
}

/** Final and empty: it was nothing. */
function heard(state: VoiceState, { text, final, doubtful }: HeardLine): VoiceStep {
  return stay({ ...state, heard: text.trim() ? { text, final, doubtful } : null });
}

function said(state: VoiceState, turn: number): VoiceStep {
  return state.saying.some((one) => one.turn === turn)
    ? go({ ...state, saying: state.saying.map((one) => (one.turn === turn ? { ...one, whole: true } : one)) }, { kind: 'whole', turn })
    : stay(state);
}

/** It never sounds together with the persona. */
function say(state: VoiceState, say: Say): VoiceStep {
  const saying = [...state.saying, { turn: say.turn_id, text: say.text, whole: say.rate === 0 }];
  return go({ ...state, saying }, { kind: 'flush-persona' }, { kind: 'say', say });
}

function personaTold(state: VoiceState, message: PersonaIs, at: number): VoiceStep {
  const after = { ...state, ...personaIs(state, message, at) };
  return message.state === 'held' || message.state === 'absent' ? go(after, { kind: 'flush-persona' }) : stay(after);
}

function fallback(state: VoiceState, { lost, say }: FromServer & { type: 'fallback' }): VoiceStep {
  return lost === 'persona' ? go({ ...state, ...(isAtWork(state.persona) ? personaLost(state) : {}), notice: say }, { kind: 'flush-persona' }) : stay({ ...state, notice: say });
}
