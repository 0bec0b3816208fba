import { expect, test, type Page } from '@playwright/test';
import { card, logIn, picture, program, replies, sessionOf } from '../e2e/visit.ts';
import { Model } from './model.ts';
import { inRoom, said, speak, startTalking } from './room.ts';
import { Wire } from './socket.ts';

const LONG =
  'I once knew somebody who went down to the sea every single morning before breakfast, and wrote about the wind, and the waves, and all the small boats that came home again in the evening, one after the other.';

const serves = (page: Page) => page.locator('rb-serves');
const heard = (page: Page) => page.locator('rb-transcript .turn.user');
const persona = (wire: Wire) => wire.of('persona').map(({ state }) => state);
const talks = (page: Page) => expect(serves(page)).toContainText('Full duplex', { timeout: 30_000 });
const done = async () => (await program('get', '/executions?limit=50')).executions.length as number;

/** Whether anything of the persona came between its being held and its being let go. */
function silentWhileHeld(wire: Wire): boolean {
  let held = false;
  return wire.told.every((message) => {
    held = message.type === 'persona' ? message['state'] === 'held' : held;
    return !(held && message.type === 'sound of the persona');
  });
}

test.describe('in full duplex', () => {
  test.setTimeout(180_000);
  let model: Model;

  test.beforeEach(async ({ page }) => {
    await inRoom(page);
  });

  test.afterEach(() => model.kill());

  test('small talk is the persona\'s, a command is ours, and is answered exactly', async ({ page }) => {
    model = await Model.start([{ say: 'Good to see you.' }, { answer: 'That sounds tiring.' }]);
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await talks(page);
    expect(model.prompts[0]).toContain('You enjoy having a good conversation.');
    await expect(page.getByText('Good to see you.')).toBeVisible();

    const before = await done();
    await speak(page, 'I had a very long day');
    await expect(heard(page).first()).toContainText(/long day/i);
    await expect(page.getByText('That sounds tiring.')).toBeVisible();
    expect(await done()).toBe(before);
    await picture(page, 'duplex-small-talk');

    await said(page, 'how full is the disk', () => expect(replies(page).last()).toContainText(/percent full/, { timeout: 12_000 }));
    await expect.poll(() => wire.turns.at(-1)?.played, { timeout: 20_000 }).toBe(true);
    expect(wire.turns.at(-1)?.text).toMatch(/percent full/);
    expect(persona(wire)).toContain('held');
    await expect.poll(() => persona(wire).at(-1)).toBe('talking');
    expect(silentWhileHeld(wire)).toBe(true);
    await picture(page, 'duplex-answer');
  });

  test('a command interrupts it, and the question is between the two of us', async ({ page }) => {
    model = await Model.start([{ say: LONG }, { say: 'Yes. Go ahead. Yes.' }]);
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await talks(page);
    await expect.poll(() => wire.of('persona_says').length, { timeout: 20_000 }).toBeGreaterThan(3);

    await said(page, 'restart docker', () => expect(card(page)).toBeVisible({ timeout: 12_000 }));
    await expect.poll(() => wire.said.some(({ text, played }) => /restart/i.test(text) && played), { timeout: 20_000 }).toBe(true);
    await page.waitForTimeout(3_000);
    const [waiting] = (await program('get', '/executions?limit=1')).executions;
    expect(waiting.state).toBe('waiting_for_input');
    expect(persona(wire).at(-1)).toBe('held');
    await picture(page, 'duplex-question');
    await said(page, 'yes, go ahead', () => expect(card(page)).toBeHidden({ timeout: 8_000 }));

    const answered = await program('get', `/executions/${waiting.execution_id}`);
    expect(answered.answers[0].meaning).toBe('yes');
    await expect.poll(() => persona(wire).at(-1), { timeout: 20_000 }).toBe('talking');
    expect(silentWhileHeld(wire)).toBe(true);
  });

  test('lost in the middle of a sentence, the same conversation goes on without it', async ({ page }) => {
    model = await Model.start([{ say: LONG }]);
    const wire = new Wire(page);
    await logIn(page);
    await startTalking(page);
    await talks(page);
    await speak(page, 'I had a very long day');
    await expect(heard(page).first()).toContainText(/long day/i);
    const session = sessionOf(page);
    await expect.poll(() => wire.of('persona_says').length, { timeout: 20_000 }).toBeGreaterThan(3);

    model.kill();

    await expect(page.getByText(/connection to the speech model was lost/)).toBeVisible({ timeout: 20_000 });
    await expect(serves(page)).not.toContainText('Full duplex');
    await picture(page, 'duplex-lost');
    await said(page, 'how full is the disk', () => expect(replies(page).last()).toContainText(/percent full/, { timeout: 12_000 }));
    await expect.poll(() => wire.turns.at(-1)?.played, { timeout: 20_000 }).toBe(true);
    expect(sessionOf(page)).toBe(session);
    await expect(page.locator('rb-transcript').getByText(/I once knew somebody/)).toBeVisible();
  });
});
