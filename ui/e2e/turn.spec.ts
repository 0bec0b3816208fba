import { expect, test } from '@playwright/test';
import { pieces } from '../src/pieces.ts';
import { sentences } from '../src/speech/sentences.ts';
import { isRefusal, next, SILENT, type Act, type Turn, type TurnEvent } from '../src/speech/turn.ts';
import { percentOf, shownBy } from '../src/terminal.ts';
import type { Execution } from '../src/types.ts';
import { looksLikeAnswer } from '../src/words.ts';

/** Plays events through the turn machine; no clock and no browser takes part. */
function play(guards: boolean, ...events: TurnEvent[]): { turn: Turn; acts: Act[] } {
  let turn = SILENT;
  const acts: Act[] = [];
  for (const event of events) {
    const step = next(turn, event, guards);
    turn = step.turn;
    acts.push(...step.acts);
  }
  return { turn, acts };
}

const tap: TurnEvent = { kind: 'tap' };
const opened: TurnEvent = { kind: 'ear-opened' };
const closed: TurnEvent = { kind: 'ear-closed' };
const heard = (final: string, interim = ''): TurnEvent => ({ kind: 'ear-heard', final, interim });
const began = (text: string): TurnEvent => ({ kind: 'mouth-began', text });
const over = (asked: boolean): TurnEvent => ({ kind: 'mouth-ended', asked });
const kinds = (acts: Act[]) => acts.map(({ kind }) => kind);

test('one tap opens, words and a silence send', () => {
  const { turn, acts } = play(false, tap, opened, heard('', 'how'), heard('how full is the disk'), closed);
  expect(acts).toEqual([{ kind: 'open' }, { kind: 'send', words: 'how full is the disk', refusal: false }]);
  expect(turn).toMatchObject({ ear: 'closed', spoken: true, final: '' });
});

test('the microphone opens by itself only for a question that answers spoken words', () => {
  const asked = [tap, opened, heard('restart nginx'), closed, began('Restart nginx?')];
  expect(play(false, ...asked, over(true)).turn.ear).toBe('opening');
  expect(play(false, ...asked, over(false)).turn.ear).toBe('closed');
  expect(play(false, began('Restart nginx?'), over(true)).turn.ear).toBe('closed');
  expect(play(false, ...asked, { kind: 'leave' }, over(true)).turn.ear).toBe('closed');
});

test('a yes into our own speech is dropped, with the microphone it came through', () => {
  const { turn, acts } = play(true, tap, opened, heard('restart nginx'), closed, began('Restart nginx?'), opened, heard('yes'), over(true), closed);
  expect(kinds(acts)).toEqual(['open', 'send', 'open', 'abort', 'open']);
  expect(turn).toMatchObject({ ear: 'opening', final: '' });
});

test('a no into our own speech ends it and counts', () => {
  const { acts } = play(true, tap, opened, heard('restart nginx'), closed, began('Restart nginx?'), opened, heard('no, stop'));
  expect(acts.slice(-3)).toEqual([{ kind: 'hush' }, { kind: 'abort' }, { kind: 'send', words: 'no, stop', refusal: true }]);
});

test('our own voice coming back is no refusal', () => {
  expect(isRefusal('stop', 'Stop nginx on this machine?')).toBe(false);
  expect(isRefusal('no', 'Stop nginx on this machine?')).toBe(true);
  expect(isRefusal('no problem', 'Restart it?')).toBe(false);
  expect(isRefusal('no that is fine go ahead', 'Restart it?')).toBe(false);
});

test('after a refused microphone nothing opens by itself', () => {
  const { turn } = play(true, { kind: 'press' }, { kind: 'ear-failed', trouble: 'refused' }, closed);
  expect(turn).toMatchObject({ ear: 'closed', held: false, trouble: 'refused' });
});

test('sentences are cut where one breathes', () => {
  expect(sentences('The disk is 22.5 percent full. Restart nginx? It is on web-1.example.org.')).toEqual([
    'The disk is 22.5 percent full.',
    'Restart nginx?',
    'It is on web-1.example.org.',
  ]);
  expect(sentences('a'.repeat(300)).every((sentence) => sentence.length <= 220)).toBe(true);
});

test('progress is read only where output has the form of it', () => {
  expect(percentOf('Progress: [ 45%]')).toBe(45);
  expect(percentOf('    1,234,567  78%   12.34MB/s    0:00:03')).toBe(78);
  expect(percentOf('Receiving objects:  12% (1/8)\rReceiving objects:  62% (5/8)')).toBe(62);
  expect(percentOf('a1b2c3d4e5f6: Pulling fs layer\nb1b2c3d4e5f6: Pulling fs layer\na1b2c3d4e5f6: Pull complete\n')).toBe(50);
  expect(percentOf('/dev/sda1  100G  22G  78G  22% /')).toBeNull();
  expect(shownBy('one\r\n10%\r20%\r30%\nlast')).toBe('one\n30%\nlast');
});

test('words about the open question are told from new requests', () => {
  for (const words of ['yes', 'No.', 'change it to apache', 'I meant apache', 'no, I meant apache', 'apache instead', 'make it ten']) {
    expect(looksLikeAnswer(words), words).toBe(true);
  }
  for (const words of ['how full is the disk', 'change the password of anna', 'nothing']) {
    expect(looksLikeAnswer(words), words).toBe(false);
  }
});

test('what ran is cut at the answers that let it run', () => {
  const command = (verdict: string) => ({ command: 'x', host: 'local', intent: 'x', verdict, reasons: [] });
  const result = (status: string) => ({ command: 'x', status, exit_code: 0, output: '', truncated: false, duration_ms: 1 });
  const answer = (meaning: string, at: string) => ({ question: '?', answer: meaning, meaning, at });
  const execution = {
    created_at: 't0',
    commands: ['allow', 'confirm', 'allow', 'confirm'].map(command),
    results: [result('executed'), result('executed'), result('executed'), result('pending_confirmation')],
    answers: [answer('yes', 't1')],
  } as unknown as Execution;
  expect(pieces(execution)).toEqual([
    { from: 0, to: 1, at: 't0' },
    { from: 1, to: 3, at: 't1' },
  ]);
});
