import { expect, test, chromium, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { card, folder, logIn, picture, program, replies, sessionOf } from '../e2e/visit.ts';
import { keep, silent, spoken, wav } from './clips.ts';
import { inRoom, said, speak, startTalking, state } from './room.ts';
import { asWav, Cable, Wire } from './socket.ts';

const heard = (page: Page) => page.locator('rb-transcript .turn.user');
const questionAsked = (wire: Wire, text: RegExp) => expect.poll(() => wire.said.some((turn) => text.test(turn.text) && turn.played), { timeout: 30_000 }).toBe(true);

test('asks with a microphone fed from a file, and is answered aloud', async ({ launchOptions, baseURL, contextOptions }) => {
  const file = `${folder}/ask.wav`;
  const question = spoken('how full is the disk');
  writeFileSync(file, wav([silent(3000, question.rate), question, silent(9000, question.rate)]));
  const args = [...(launchOptions.args ?? []), '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ ...contextOptions, ...(baseURL ? { baseURL } : {}), permissions: ['microphone'] });
  const wire = new Wire(page);
  await logIn(page);
  await startTalking(page);

  await expect(replies(page).first()).toContainText(/percent full/);
  await expect.poll(() => wire.turns[0]?.played, { timeout: 20_000 }).toBe(true);

  await expect(heard(page).first()).toContainText(/how full is the dis[kc]/i);
  const [answer] = wire.turns;
  expect(answer?.text).toMatch(/percent full/);
  keep('answer', asWav(answer!), answer!.text);
  expect(wire.of('latency').length).toBeGreaterThan(0);
  await picture(page, 'spoken-answer');
  await browser.close();
});

test.describe('in a room', () => {
  test.setTimeout(150_000);

  test.beforeEach(async ({ page }) => {
    await inRoom(page);
  });

  test('confirms a change by voice', async ({ page }) => {
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);

    await said(page, 'create a directory called holiday', () => expect(card(page)).toContainText('holiday', { timeout: 12_000 }));
    await questionAsked(wire, /holiday/);
    expect(existsSync(`${folder}/holiday`)).toBe(false);
    await picture(page, 'spoken-question');
    await speak(page, 'yes, go ahead');

    await expect(card(page)).toBeHidden();
    await expect.poll(() => existsSync(`${folder}/holiday`)).toBe(true);
    await expect.poll(() => wire.turns[1]?.played, { timeout: 20_000 }).toBe(true);
    wire.turns.forEach((turn, at) => keep(`confirm-${at}`, asWav(turn), turn.text));
  });

  test('confirms a restart by voice', async ({ page }) => {
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);

    await speak(page, 'restart engine x', { voice: 'en-gb' });
    await questionAsked(wire, /restart nginx/i);
    await expect(async () => {
      // Who is not heard says it again.
      await speak(page, 'yes');
      await expect(card(page)).toBeHidden({ timeout: 8_000 });
    }).toPass({ timeout: 40_000 });
    const { executions } = await program('get', '/executions?limit=1');
    expect(executions[0].commands[0].command).toContain('restart nginx');
    expect(executions[0].answers[0].meaning).toBe('yes');
  });

  test('refuses a restart by voice, into our own question', async ({ page }) => {
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);

    await speak(page, 'restart docker');
    await expect.poll(() => wire.said.some(({ text }) => /restart docker/i.test(text)), { timeout: 20_000 }).toBe(true);
    await speak(page, 'no, stop, don\'t');

    await expect(card(page)).toBeHidden();
    const { executions } = await program('get', '/executions?limit=1');
    expect(executions[0].state).toBe('cancelled');
  });

  test('interrupts an answer, and is quiet at once', async ({ page }) => {
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await speak(page, 'what can you do');
    await expect.poll(() => wire.said.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect(state(page)).toHaveText(/speaking/i);

    await speak(page, 'stop');

    await expect.poll(() => wire.of('hush').length).toBe(1);
    await expect(state(page)).toHaveText(/listening/i);
    expect(wire.of('hold').length).toBeGreaterThan(0);
  });

  test('goes on after a sound of assent', async ({ page }) => {
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await speak(page, 'what can you do');
    await expect(state(page)).toHaveText(/speaking/i);

    await speak(page, 'uh huh');

    await expect.poll(() => wire.turns[0]?.played, { timeout: 60_000 }).toBe(true);
    expect(wire.of('hush')).toHaveLength(0);
  });

  test('follows a link to an open question and answers it', async ({ page }) => {
    const asked = await program('post', '/execute', { transcript: 'restart postgresql' });
    const wire = new Wire(page);
    await logIn(page, `/?session=${asked.session_id}&mode=answer`);
    await expect(card(page)).toBeVisible();
    await startTalking(page);

    await questionAsked(wire, /postgresql/i);
    await speak(page, 'yes please');

    await expect(card(page)).toBeHidden();
    const { answers } = await program('get', `/executions/${asked.execution_id}`);
    expect(answers[0].meaning).toBe('yes');
    await picture(page, 'spoken-link');
  });

  test('goes on in the same conversation after the socket was lost, and says nothing twice', async ({ page }) => {
    const cable = await Cable.between(page);
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await speak(page, 'how full is the disk');
    await expect.poll(() => wire.turns[0]?.played, { timeout: 30_000 }).toBe(true);
    const session = sessionOf(page);

    cable.pull();
    await expect(state(page)).not.toHaveText(/listening/i);
    cable.plugIn();
    await expect(state(page)).toHaveText(/listening/i);
    await speak(page, 'how much memory is free');

    await expect.poll(() => wire.turns.map(({ text }) => text), { timeout: 30_000 }).toHaveLength(2);
    expect(sessionOf(page)).toBe(session);
    expect(wire.turns.map(({ text }) => text).filter((text) => /percent full/.test(text))).toHaveLength(1);
  });
});
