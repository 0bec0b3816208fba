import { expect, test, type Page } from '@playwright/test';
import { accessible, box, card, folder, logIn, replies, say, yes } from './visit.ts';
import { withoutVoice, withVoice } from './voice.ts';

const stamp = Date.now().toString(36);
const microphone = (page: Page) => page.locator('.microphone');
const told = (page: Page) => page.locator('rb-composer [role=status]');
const listens = (page: Page) => expect.poll(() => page.evaluate(() => window.speech.listens)).toBe(true);
const quiet = (page: Page) => expect.poll(() => page.evaluate(() => window.speech.listens)).toBe(false);
const sounds = (page: Page) => expect.poll(() => page.evaluate(() => window.speech.sounding));
const speak = (page: Page, ...words: string[]) => page.evaluate((words) => window.speech.say(...words), words);
const spoken = (page: Page) => page.evaluate(() => window.speech.spoken());

async function allSpoken(page: Page): Promise<void> {
  while (await page.evaluate(() => window.speech.sounding)) {
    await spoken(page);
    await page.waitForTimeout(30);
  }
}

async function ask(page: Page, ...words: string[]): Promise<void> {
  await microphone(page).click();
  await listens(page);
  await speak(page, ...words);
}

test('words are shown as they come, sent when they are final, and their answer is spoken', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await microphone(page).click();
  await listens(page);
  await expect(told(page)).toHaveText('Listening. Tap again when you are done.');
  await page.evaluate(() => window.speech.mutter('how full'));
  await expect(page.locator('rb-composer .heard')).toContainText('how full');
  await accessible(page);
  const sent = page.waitForRequest(/execute/);
  await speak(page, 'how full is', 'how full is the disk');
  expect((await sent).postDataJSON()).toEqual({ transcript: 'how full is the disk', heard: true });
  await expect(replies(page).last()).toContainText('percent');
  await sounds(page).toContain('percent');
  await expect(told(page)).toContainText('Speaking');
  await expect(page.locator('[aria-live=polite]')).toHaveText('');
  await allSpoken(page);
  await expect(told(page)).toHaveText('');
  await quiet(page);
});

test('a second tap ends it, and what was said until then is sent', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await microphone(page).click();
  await listens(page);
  await page.evaluate(() => window.speech.mutter('how full is the disk'));
  await microphone(page).click();
  await expect(page.locator('.turn.user')).toContainText('how full is the disk');
});

test('held down, it listens through a silence until it is let go', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await microphone(page).hover();
  await page.mouse.down();
  await listens(page);
  await page.waitForTimeout(500);
  await page.evaluate(() => window.speech.silence());
  await listens(page);
  await page.evaluate(() => window.speech.mutter('how full is the disk'));
  await page.mouse.up();
  await expect(page.locator('.turn.user')).toContainText('how full is the disk');
  await quiet(page);
});

test('what was typed is answered in writing, unless every answer is to be spoken', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await say(page, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  await sounds(page).toBeNull();
  const toggle = page.getByRole('button', { name: 'Speak answers' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await ask(page, 'how full is the disk');
  await expect(replies(page)).toHaveCount(2);
  await sounds(page).toBeNull();
  await toggle.click();
  await say(page, 'how full is the disk');
  await expect(replies(page)).toHaveCount(3);
  await sounds(page).toContain('percent');
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('readback.speech') ?? '{}').speak)).toBe(true);
});

test('a question is read out, and then listened to', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await ask(page, `run mkdir ${folder}/spoken-${stamp}`);
  await expect(card(page)).toBeVisible();
  await sounds(page).toContain('on this machine?');
  await allSpoken(page);
  await expect(told(page)).toContainText('Listening');
  const answer = page.waitForRequest(/resume/);
  await speak(page, 'yes');
  expect((await answer).postDataJSON()).toMatchObject({ answer: 'yes', heard: true });
  await expect(page.locator('rb-run .executed')).toHaveText('done');
});

test('while it speaks nothing counts but a plain no', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await ask(page, `run mkdir ${folder}/over-${stamp}`);
  await sounds(page).toContain('on this machine?');
  await listens(page);
  let answered = false;
  page.on('request', (request) => (answered ||= /resume/.test(request.url())));
  await page.evaluate(() => window.speech.mutter('yes'));
  await page.waitForTimeout(150);
  expect(answered).toBe(false);
  await expect(page.locator('rb-composer .heard')).toHaveCount(0);
  await speak(page, 'no');
  await expect(replies(page).last()).toContainText('left it alone');
});

test('a tap, a key, a word typed or Escape makes it quiet at once', async ({ page }) => {
  await withVoice(page);
  await page.addInitScript(() => localStorage.setItem('readback.speech', '{"speak":true,"voice":null,"rate":1.2}'));
  await logIn(page);
  const quieten = [
    () => page.locator('.turn').first().click(),
    () => box(page).pressSequentially('x'),
    () => page.keyboard.press('Escape'),
  ];
  for (const way of quieten) {
    await box(page).fill('');
    await say(page, 'how full is the disk');
    await sounds(page).toContain('percent');
    await way();
    await sounds(page).toBeNull();
  }
  await box(page).fill('');
  await say(page, 'how full is the disk');
  await sounds(page).toContain('percent');
  await microphone(page).click();
  await sounds(page).toBeNull();
  await listens(page);
});

test('a yes is not spoken into the next question', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await ask(page, `run mkdir ${folder}/typed-${stamp}`);
  await sounds(page).toContain('on this machine?');
  await yes(page).click();
  await sounds(page).toBeNull();
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  await quiet(page);
});

const failures = [
  ['not-allowed', 'The microphone is not allowed here.'],
  ['audio-capture', 'No microphone was found.'],
  ['network', 'speech service cannot be reached'],
  ['no-speech', 'I heard nothing.'],
] as const;

for (const [error, sentence] of failures) {
  test(`${error} is said in plain words, and can be tried again`, async ({ page }) => {
    await withVoice(page);
    await logIn(page);
    await microphone(page).click();
    await listens(page);
    await page.evaluate((error) => window.speech.fail(error), error);
    await expect(told(page)).toContainText(sentence);
    await accessible(page);
    await ask(page, 'how full is the disk');
    await expect(replies(page).last()).toContainText('percent');
  });
}

test('a browser that cannot listen says so when asked to', async ({ page }) => {
  await withoutVoice(page);
  await logIn(page);
  await microphone(page).click();
  await expect(told(page)).toContainText('This browser cannot turn speech into words.');
  await box(page).fill('h');
  await expect(told(page)).toHaveText('');
});

test('words that never became final are offered, not sent', async ({ page }) => {
  await withVoice(page);
  await logIn(page);
  await microphone(page).click();
  await listens(page);
  await page.evaluate(() => window.speech.mutter('delete every'));
  await page.evaluate(() => window.speech.fail('network'));
  await expect(box(page)).toHaveValue('delete every');
  await expect(page.locator('.turn')).toHaveCount(0);
});
