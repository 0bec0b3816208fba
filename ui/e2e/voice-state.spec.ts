import { expect, test } from '@playwright/test';
import { JitterBuffer } from '../src/voice/jitter.ts';
import { Ledger } from '../src/voice/ledger.ts';
import { ordinal, personaInWords, type Persona } from '../src/voice/persona.ts';
import type { FromServer, PersonaIs } from '../src/voice/protocol.ts';
import { fromPcm16, Resampler, toPcm16 } from '../src/voice/resample.ts';
import { next, OFF, type VoiceAct, type VoiceEvent, type VoiceState } from '../src/voice/state.ts';
import { inWords } from '../src/voice/words.ts';

/** Plays events through the talk; no clock and no browser takes part. */
function play(...events: VoiceEvent[]): { state: VoiceState; acts: VoiceAct[] } {
  let state = OFF;
  const acts: VoiceAct[] = [];
  for (const event of events) {
    const step = next(state, event);
    state = step.state;
    acts.push(...step.acts);
  }
  return { state, acts };
}

const told = (message: FromServer, at = 0): VoiceEvent => ({ kind: 'told', message, at });
const saying = (turn: number, rate = 24_000): VoiceEvent => told({ type: 'say', turn_id: turn, text: `Sentence ${turn}.`, rate });
const said = (turn: number): VoiceEvent => told({ type: 'said', turn_id: turn });
const on: VoiceEvent[] = [{ kind: 'start', handsFree: true }, { kind: 'linked' }];
const held: VoiceEvent[] = [{ kind: 'start', handsFree: false }, { kind: 'linked' }];
const sent = (acts: VoiceAct[]) => acts.flatMap((act) => (act.kind === 'send' ? [act.message] : []));

test('a tap into our words makes quiet; the next one mutes', () => {
  const once = play(...on, saying(4), { kind: 'begins', turn: 4 }, saying(5), { kind: 'tap' });
  expect(once.state).toMatchObject({ saying: [], sounding: null, muted: false });
  expect(sent(once.acts)).toEqual([
    { type: 'playing', turn_id: 4 },
    { type: 'barge_in', turn_id: 4 },
  ]);
  expect(once.acts.filter(({ kind }) => kind === 'drop')).toEqual([
    { kind: 'drop', turn: 4, done: true },
    { kind: 'drop', turn: 5, done: true },
  ]);
  const twice = next(once.state, { kind: 'tap' });
  expect(twice.state.muted).toBe(true);
  expect(sent(twice.acts)).toEqual([{ type: 'mute', muted: true }]);
});

test('a lost connection drops what will be said again, and keeps what has all come', () => {
  const { state, acts } = play(...on, saying(4), said(4), saying(5), { kind: 'lost' });
  expect(state).toMatchObject({ phase: 'lost', saying: [{ turn: 4 }] });
  expect(acts.at(-1)).toEqual({ kind: 'drop', turn: 5, done: false });
});

test('holding the button makes quiet and tells so once', () => {
  const down: VoiceEvent = { kind: 'press', down: true };
  const up: VoiceEvent = { kind: 'press', down: false };
  const { acts } = play(...held, saying(4), down, down, up, up);
  expect(sent(acts)).toEqual([
    { type: 'barge_in', turn_id: 4 },
    { type: 'press', down: true },
    { type: 'press', down: false },
  ]);
  expect(play(...on, down).acts).toEqual([]);
});

test('what was heard stands until it is recorded; nothing heard leaves nothing', () => {
  const heard = (text: string, final: boolean) => told({ type: 'heard', text, final, doubtful: [] });
  expect(play(...on, heard('how full', false), { kind: 'recorded' }).state.heard?.text).toBe('how full');
  expect(play(...on, heard('how full', true), { kind: 'recorded' }).state.heard).toBeNull();
  expect(play(...on, heard('hm', false), heard('', true)).state.heard).toBeNull();
});

test('each state has its words', () => {
  const { state } = play(...on);
  expect(inWords(OFF)).toBe('');
  expect(inWords({ ...state, going: 'thinking' })).toBe('Thinking…');
  expect(inWords({ ...state, going: 'busy', say: 'Two others are talking.' })).toBe('Two others are talking.');
  expect(inWords({ ...state, phase: 'lost' })).toContain('The connection is lost');
  expect(inWords({ ...state, trouble: 'The microphone is gone.' })).toBe('The microphone is gone.');
});

test('heard is what was played to its end, what needs no more of the server, and what was not wanted', () => {
  const ledger = new Ledger();
  ledger.begin(null, null);
  expect(ledger.heardUpTo).toBeNull();
  ledger.say(4, 'One.');
  expect(ledger.heardUpTo).toBeNull();
  ledger.over(4);
  expect(ledger.heardUpTo).toBe(4);
  ledger.say(6, 'Two.');
  ledger.sounds(6, 800);
  expect(ledger.heardUpTo).toBe(4);
  expect(ledger.say(6, 'Two.')).toBe(800);
  expect(ledger.say(6, 'Something else.')).toBe(0);
  ledger.whole(6);
  expect(ledger.heardUpTo).toBe(6);
  ledger.say(-1, 'One moment.');
  ledger.whole(-1);
  expect(ledger.heardUpTo).toBe(6);
});

const sine = (hertz: number, rate: number, count: number) => Float32Array.from({ length: count }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
const power = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

function resampled(samples: Float32Array, from: number, to: number, piece: number): Float32Array {
  const resampler = new Resampler(from, to);
  const out: number[] = [];
  for (let at = 0; at < samples.length; at += piece) {
    out.push(...resampler.push(samples.subarray(at, at + piece)));
  }
  return Float32Array.from([...out, ...resampler.end()]);
}

test('48 kHz becomes 16 kHz: as long as before, what is heard unchanged, what would fold back gone', () => {
  const low = resampled(sine(1000, 48_000, 48_000), 48_000, 16_000, 128);
  expect(low.length).toBeGreaterThanOrEqual(15_999);
  expect(low.length).toBeLessThanOrEqual(16_001);
  const expected = sine(1000, 16_000, 16_000);
  const off = low.subarray(100, 15_900).map((sample, i) => sample - (expected[i + 100] as number));
  expect(power(off)).toBeLessThan(0.01);
  const high = resampled(sine(11_000, 48_000, 48_000), 48_000, 16_000, 128);
  expect(power(high.subarray(100, 15_900))).toBeLessThan(0.01);
});

test('24 kHz becomes 44.1 kHz without a seam, however it is cut', () => {
  const whole = resampled(sine(440, 24_000, 24_000), 24_000, 44_100, 24_000);
  const cut = resampled(sine(440, 24_000, 24_000), 24_000, 44_100, 479);
  const { length } = whole;
  expect(Math.abs(length - 44_100)).toBeLessThan(2);
  expect(power(whole.map((sample, i) => sample - (cut[i] ?? 0)))).toBeLessThan(1e-3);
});

test('sound goes to bytes and back', () => {
  const there = toPcm16(Float32Array.from([0, 0.5, -0.5, 2, -2]));
  expect([...there]).toEqual([0, 16_384, -16_383, 32_767, -32_767]);
  expect([...fromPcm16(there.buffer)].map((sample) => sample.toFixed(2))).toEqual(['0.00', '0.50', '-0.50', '1.00', '-1.00']);
});

const persona = (state: PersonaIs['state'], change: Partial<PersonaIs> = {}, at = 0): VoiceEvent =>
  told({ type: 'persona', state, say: '', place: 0, expected_ms: 0, voice: 'NATM1', ...change }, at);
const chat = (text: string, whole = false): VoiceEvent => told({ type: 'persona_says', text, whole });
const flushes = (acts: VoiceAct[]) => acts.filter(({ kind }) => kind === 'flush-persona').length;

test('a persona is prepared, talks, and is held without its words being lost', () => {
  const preparing = play(...on, persona('preparing', { expected_ms: 8000 }, 1000), persona('preparing', { expected_ms: 3000 }, 5000));
  expect(preparing.state.persona).toMatchObject({ state: 'preparing', since: 1000, expectedMs: 7000 });
  const held = play(...on, persona('talking'), chat('Nice', false), persona('held', { voice: '' }));
  expect(held.state).toMatchObject({ persona: { state: 'held', voice: 'NATM1' }, personaSaying: { text: 'Nice', whole: false } });
  expect(flushes(held.acts)).toBe(1);
});

test('what we say drops what the persona was about to', () => {
  const { acts } = play(...on, persona('talking'), saying(4));
  expect(acts.map(({ kind }) => kind)).toEqual(['flush-persona', 'say']);
});

test('a persona that is lost leaves its last words until they are recorded', () => {
  const lost = told({ type: 'fallback', lost: 'persona', serves: 'server', say: 'The persona is lost.' });
  for (const gone of [persona('absent'), lost, { kind: 'lost' } as const]) {
    const { state, acts } = play(...on, persona('talking'), chat('I was'), gone);
    expect(state).toMatchObject({ persona: null, personaSaying: { text: 'I was', whole: true } });
    expect(flushes(acts)).toBe(1);
    expect(next(state, { kind: 'chat-recorded' }).state.personaSaying).toBeNull();
  }
  expect(play(...on, persona('talking'), chat('I was'), { kind: 'chat-recorded' }).state.personaSaying?.text).toBe('I was');
  const again = play(...on, persona('preparing', { expected_ms: 4000 }), lost);
  expect(again.state).toMatchObject({ persona: { state: 'preparing' }, notice: 'The persona is lost.' });
});

test('each state of a persona has its words', () => {
  const now = (state: Persona['state'], change: Partial<Persona> = {}) => personaInWords({ state, say: '', place: 0, since: 0, expectedMs: 0, voice: '', ...change }, 6500);
  expect(now('waiting', { place: 3 }).words).toBe('Waiting for a persona, you are 3rd; embedded speech serves meanwhile');
  expect(now('waiting').words).toBe('Waiting for a persona; embedded speech serves meanwhile');
  expect(now('preparing')).toMatchObject({ words: 'Preparing the persona…', share: null });
  expect(now('preparing', { expectedMs: 8000 }).words).toBe('Preparing the persona, about 2 s');
  expect(now('preparing', { expectedMs: 6000 }).words).toBe('Preparing the persona, a little longer…');
  expect(now('talking').words).toBe('Full duplex: PersonaPlex');
  expect(now('held', { voice: 'NATM1' })).toMatchObject({ words: 'Full duplex: PersonaPlex (NATM1)', title: 'Persona silent' });
  expect([2, 3, 11, 12, 13, 21, 104].map(ordinal)).toEqual(['2nd', '3rd', '11th', '12th', '13th', '21st', '104th']);
});

const MS = 24;
const packet = () => new Float32Array(80 * MS).fill(0.5);
/** How much of so many ms sounds, in ms. */
function sounding(buffer: JitterBuffer, ms: number): number {
  const out = new Float32Array(ms * MS);
  for (let at = 0; at < out.length; at += MS) {
    buffer.fill(out.subarray(at, at + MS));
  }
  return out.filter((sample) => sample > 0.4).length / MS;
}

test('a persona sounds 10 ms after its first packet, and waits longer each time it ran dry', () => {
  const buffer = new JitterBuffer(1000 * MS);
  buffer.push(packet());
  expect(sounding(buffer, 10)).toBe(0);
  expect(sounding(buffer, 80)).toBeGreaterThan(70);
  expect(sounding(buffer, 30)).toBeLessThan(10);
  for (let late = 0; late < 60; late++) {
    buffer.push(packet());
    sounding(buffer, 280);
  }
  expect(buffer.target / MS).toBeCloseTo(250, 0);
});

test('after a pause nothing was late', () => {
  const buffer = new JitterBuffer(1000 * MS);
  buffer.push(packet());
  sounding(buffer, 800);
  buffer.push(packet());
  expect(buffer.target / MS).toBe(90);
});

test('what is more than 160 ms too much is left out, and what is dropped is silent within 10 ms', () => {
  const buffer = new JitterBuffer(1000 * MS);
  Array.from({ length: 3 }, () => buffer.push(packet()));
  expect(buffer.filled / MS).toBe(240);
  buffer.push(packet());
  expect(buffer.filled / MS).toBeCloseTo(90, 0);
  sounding(buffer, 40);
  buffer.flush();
  sounding(buffer, 10);
  const out = new Float32Array(10 * MS);
  buffer.fill(out);
  expect(power(out)).toBe(0);
});
