import { expect, test, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { altered, clarifying, soon, withDoubts, withExecutionIds, withFigures, changing } from './pretend.ts';
import { accessible, box, card, folder, freshAddress, logIn, outline, picture, program, replies, say, sessionOf, yes, yesIfAsked } from './visit.ts';
import { withVoice } from './voice.ts';

const DISK = 'how full is the disk';
const stamp = Date.now().toString(36);
const looks = [
  { name: 'small-light', colorScheme: 'light', viewport: { width: 320, height: 568 } },
  { name: 'phone-light', colorScheme: 'light', viewport: { width: 375, height: 812 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 375, height: 812 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'desktop-dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

let complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
});

test.afterEach(() => {
  const expected = /Failed to load resource|net::ERR|EventSource|WebSocket connection/;
  expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
});

test('a code logs in once, leaves the address, and is worth nothing afterwards', async ({ page, browser }) => {
  const code = await freshAddress();
  await page.goto(`/#code=${code}`);
  await expect(page.locator('rb-composer textarea')).toBeVisible();
  expect(page.url()).not.toContain('code');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  await page.reload();
  await expect(page.locator('rb-composer textarea')).toBeVisible();

  const other = await browser.newContext();
  const late = await other.newPage();
  await late.goto(`/#code=${code}`);
  await expect(late.getByRole('alert')).toContainText('already used');
  await expect(late.getByText('./readback open')).toBeVisible();
  await late.getByLabel('Or paste the address').fill(`http://127.0.0.1:5000/#code=${await freshAddress()}`);
  await late.getByRole('button', { name: 'Log in' }).click();
  await expect(late.locator('rb-composer textarea')).toBeVisible();
  await other.close();
});

test('a question about the machine is answered, and a reload keeps the conversation', async ({ page }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page).last()).toContainText('percent');
  await expect(page.locator('rb-transcript .turn, rb-transcript rb-run .line code')).toHaveText([/how full/, /df/, /percent/]);
  expect(sessionOf(page)).not.toBeNull();
  await page.reload();
  await expect(page.locator('.turn.user')).toHaveText(/how full is the disk/);
  await expect(replies(page).last()).toContainText('percent');
  await expect(page.locator('.turn')).toHaveCount(2);
});

test('what would change something is shown first, and a no leaves it alone', async ({ page }) => {
  await logIn(page);
  const target = `${folder}/never-${stamp}`;
  await say(page, `run mkdir ${target}`);
  await expect(card(page)).toContainText(`mkdir ${target}`);
  await expect(card(page)).toContainText('on this machine');
  await card(page).getByRole('button', { name: 'No' }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(replies(page).last()).toContainText('left it alone');
  expect(existsSync(target)).toBe(false);
});

test('a yes runs it, once', async ({ page }) => {
  await logIn(page);
  const target = `${folder}/made-${stamp}`;
  await say(page, `run mkdir ${target}`);
  await card(page).getByRole('button', { name: 'Yes, run it' }).click();
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  await made(target);
  const session = sessionOf(page);
  const { commands, results } = await program('get', `/context/${session}`);
  expect(commands).toHaveLength(1);
  expect(results[0].status).toBe('executed');
});

test('a typed yes answers the open question as well', async ({ page }) => {
  await logIn(page);
  await say(page, `run mkdir ${folder}/typed-${stamp}`);
  await expect(card(page)).toBeVisible();
  await say(page, 'yes');
  await expect(page.locator('rb-run .executed')).toHaveText('done');
});

test('what cannot be undone wants its object typed', async ({ page }) => {
  await logIn(page);
  const target = `${folder}/old.log`;
  writeFileSync(target, 'old\n');
  await say(page, `delete the file ${target}`);
  const run = card(page).getByRole('button', { name: 'Run it' });
  await expect(run).toBeDisabled();
  await card(page).getByRole('textbox').fill('something else');
  await expect(run).toBeDisabled();
  await card(page).getByRole('textbox').fill(target.toUpperCase());
  await expect(run).toBeEnabled();
  await card(page).getByRole('textbox').fill('old.log');
  await run.click();
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  expect(existsSync(target)).toBe(false);
});

test('a link opens at the open question, and answers exactly that one', async ({ page }) => {
  const asked = await program('post', '/execute', { transcript: `run mkdir ${folder}/linked-${stamp}` });
  await logIn(page, `/?session=${asked.session_id}&mode=answer`);
  await expect(card(page)).toContainText('linked');
  await expect(card(page)).toBeFocused();
  const answer = page.waitForRequest(/resume/);
  await card(page).getByRole('button', { name: 'Yes, run it' }).click();
  expect((await answer).postDataJSON()).toEqual({ answer: 'yes', question_id: asked.question.id });
  await expect(card(page)).toHaveCount(0);
});

test('an answer given elsewhere closes the card here', async ({ page }) => {
  await logIn(page);
  await say(page, `run mkdir ${folder}/elsewhere-${stamp}`);
  await expect(card(page)).toBeVisible();
  const session = sessionOf(page);
  await program('post', `/resume/${session}`, { answer: 'no' });
  await expect(card(page)).toHaveCount(0);
});

test('what runs long shows its output while it comes, and can be stopped', async ({ page }) => {
  await logIn(page);
  await say(page, "run bash -c 'while sleep 0.2; do echo at work; done'");
  await expect(page.locator('rb-run pre')).toContainText('at work');
  await expect(page.getByText('0:01')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
});

test('what was written while nothing connects is kept, and sent once', async ({ page, context }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page).last()).toContainText('percent');
  await context.setOffline(true);
  await say(page, 'show the memory');
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await expect(page.getByText('The connection is lost')).toBeVisible();
  await context.setOffline(false);
  await expect(replies(page)).toHaveCount(2);
  await expect(page.getByText('Not sent yet')).toHaveCount(0);
  await expect(page.locator('.turn.user')).toHaveCount(2);
  const session = sessionOf(page);
  const { history } = await program('get', `/sessions/${session}/history`);
  expect(history.filter(({ role }: { role: string }) => role === 'user')).toHaveLength(2);
});

test('words that wait for the connection can be taken back', async ({ page, context }) => {
  await logIn(page);
  await context.setOffline(true);
  await say(page, DISK);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(box(page)).toHaveValue(DISK);
  await expect(page.locator('.turn')).toHaveCount(0);
});

test('what did not seem to arrive is sent again under its key, and so carried out once', async ({ page }) => {
  await logIn(page);
  const keys: (string | undefined)[] = [];
  await page.route('**/execute', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    await route.fetch();
    await (keys.length > 1 ? route.continue() : route.abort());
  });
  await say(page, DISK);
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await expect(replies(page)).toHaveCount(1);
  await expect(page.locator('.turn.user')).toHaveCount(1);
  expect(new Set(keys).size).toBe(1);
});

test('what ran stands below the answer that let it, and a reload looks as before', async ({ page }) => {
  await logIn(page);
  await say(page, `show the memory and then run mkdir ${folder}/order-${stamp}`);
  await expect(card(page)).toBeVisible();
  await yes(page).click();
  await expect(page.locator('rb-run .executed')).toHaveCount(2);
  await expect(page.locator('.turn.assistant')).toHaveCount(2);
  const before = await outline(page);
  expect(before.map((line) => line.split(' ')[0])).toEqual(['You:', 'free', 'Readback:', 'You:', 'mkdir', 'Readback:']);
  await page.reload();
  await expect(page.locator('.turn.assistant')).toHaveCount(2);
  expect(await outline(page)).toEqual(before);
});

test('the commands of past requests are shown as well, read when they come into view and four at once', async ({ page }) => {
  const { session_id } = await program('post', '/execute', { transcript: DISK });
  for (let more = 0; more < 14; more++) {
    await program('post', '/execute', { transcript: DISK, session_id });
  }
  await withExecutionIds(page);
  let now = 0;
  let most = 0;
  let read = 0;
  await page.route('**/executions/*', async (route) => {
    most = Math.max(most, ++now);
    read += 1;
    await new Promise((done) => setTimeout(done, 60));
    now -= 1;
    await route.continue();
  });
  await logIn(page, `/?session=${session_id}`);
  await expect(page.locator('rb-run code').last()).toBeVisible();
  expect(read).toBeLessThan(14);
  await page.locator('.turn.user').first().scrollIntoViewIfNeeded();
  await expect(page.locator('rb-run code').first()).toContainText('df');
  expect(most).toBeLessThanOrEqual(4);
});

test('figures are drawn as bars that say what they show', async ({ page }) => {
  await logIn(page);
  await altered(page, withFigures);
  await say(page, DISK);
  await expect(page.getByRole('meter', { name: 'Disk /data: 91 of 100 GB' })).toHaveAttribute('aria-valuenow', '91');
  await expect(page.locator('rb-figures li').nth(1)).toContainText('high');
  await expect(page.locator('rb-figures li').nth(2)).toContainText('0.42');
  await accessible(page);
});

test('what may be asked next is offered only where the server offers it', async ({ page }) => {
  await logIn(page);
  await say(page, 'who am I');
  await expect(replies(page)).toHaveCount(1);
  await expect(page.locator('.offers')).toHaveCount(0);
  await altered(page, (execution) => ({ ...execution, offers: ['More', 'Why?'] }));
  await say(page, 'show the memory');
  await page.locator('.offers').getByRole('button', { name: 'Why?' }).click();
  await expect(page.locator('.turn.user').last()).toContainText('Why?');
});

test('an example is asked with a tap', async ({ page }) => {
  await logIn(page);
  await page.getByRole('button', { name: 'How full is the disk?' }).click();
  await expect(replies(page).last()).toContainText('percent');
});

test('the card tells what is doubtful, what it affects, and what comes after', async ({ page }) => {
  await logIn(page);
  await altered(page, withDoubts);
  await say(page, `run mkdir ${folder}/doubt-${stamp}`);
  await expect(card(page).locator('.what mark')).toContainText('doubt');
  await expect(card(page).getByText('(guessed)').first()).toBeAttached();
  await expect(card(page)).toContainText('Not sure about');
  await expect(card(page)).toContainText('affects 12 files, 3.4 MB');
  await expect(card(page)).toContainText('Then: systemctl restart nginx');
});

test('little time to answer is counted down', async ({ page }) => {
  await logIn(page);
  await altered(page, soon);
  await say(page, `run mkdir ${folder}/soon-${stamp}`);
  await expect(card(page)).toContainText(/[12]:\d\d left to answer/);
});

test('a question may be changed, and the new one is asked', async ({ page }) => {
  await logIn(page);
  await say(page, `run mkdir ${folder}/first-${stamp}`);
  await card(page).getByRole('button', { name: 'Change' }).click();
  const line = card(page).getByLabel('Change the command');
  await expect(line).toHaveValue(`mkdir ${folder}/first-${stamp}`);
  await line.press('Escape');
  await expect(yes(page)).toBeVisible();
  await card(page).getByRole('button', { name: 'Change' }).click();
  await accessible(page);
  const next = `mkdir ${folder}/second-${stamp}`;
  await changing(page, next);
  await line.fill(next);
  const answer = page.waitForRequest(/resume/);
  await card(page).getByRole('button', { name: 'Ask again' }).click();
  expect((await answer).postDataJSON().answer).toBe(`change it to run ${next}`);
  await expect(card(page).locator('.what code')).toHaveText(next);
  await expect(yes(page)).toBeVisible();
  expect(existsSync(`${folder}/first-${stamp}`)).toBe(false);
});

test('a yes may be given for ten minutes', async ({ page }) => {
  await logIn(page);
  await say(page, `run mkdir -p ${folder}/granted-${stamp}`);
  await card(page).getByRole('button', { name: 'don’t ask for 10 min' }).click();
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  await say(page, `run mkdir -p ${folder}/granted-${stamp}`);
  await expect(page.locator('rb-run .executed')).toHaveCount(2);
});

test('long work shows how far it is, and its output can be wrapped, shown whole and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page);
  await say(page, `run bash -c 'for i in $(seq 10 5 95); do echo "Progress: [ $i%]"; sleep 0.25; done'`);
  await yesIfAsked(page);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/Running, \d+ percent/)).toBeVisible();
  await expect(page.locator('rb-run .executed')).toBeVisible({ timeout: 10_000 });
  await expect(page.locator('rb-run .time')).toContainText(' s');
  await expect(page.locator('rb-output pre')).toBeVisible();
  await page.getByRole('button', { name: 'Wrap lines' }).click();
  await expect(page.getByRole('button', { name: 'Wrap lines' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Progress: [ 95%]');
  await accessible(page);
});

test('the keyboard goes everywhere it should', async ({ page }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page)).toHaveCount(1);
  await box(page).press('ArrowUp');
  await expect(box(page)).toHaveValue(DISK);
  await box(page).fill('two');
  await box(page).press('Shift+Enter');
  await box(page).pressSequentially('lines/');
  await expect(box(page)).toHaveValue('two\nlines/');
  await box(page).press('Escape');
  await expect(box(page)).not.toBeFocused();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('two\nlines/');
});

test('an answer is announced politely, a question at once or by where the keyboard goes', async ({ page }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(page.locator('[aria-live=polite]')).toContainText('percent');
  await expect(page.locator('[aria-live=assertive]')).toHaveText('');
  await say(page, `run mkdir ${folder}/announced-${stamp}`);
  await expect(card(page)).toBeFocused();
  await expect(page.locator('[aria-live=assertive]')).toHaveText('');
  await card(page).getByRole('button', { name: 'No' }).click();
  await expect(replies(page).last()).toContainText('left it alone');
  await box(page).fill('half a thou');
  const session = sessionOf(page);
  await program('post', '/execute', { transcript: `run mkdir ${folder}/announced-${stamp}`, session_id: session });
  await expect(page.locator('[aria-live=assertive]')).toContainText('on this machine?');
  await expect(box(page)).toBeFocused();
});

for (const look of looks) {
  test.describe(look.name, () => {
    test.use({ colorScheme: look.colorScheme, viewport: look.viewport });
    test('is pleasant and usable by all', async ({ page }) => {
      test.setTimeout(60_000);
      await withVoice(page);
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
      await seen(page, 'door', look.name);
      await logIn(page);
      await expect(page.getByText('What shall I look at?')).toBeVisible();
      await seen(page, 'first', look.name);
      await altered(page, withFigures);
      await say(page, DISK);
      await expect(page.locator('rb-figures li')).toHaveCount(3);
      await seen(page, 'disk', look.name);
      await altered(page, withDoubts);
      await page.locator('rb-run summary').first().click();
      await say(page, `run mkdir ${folder}/doubt-${look.name}`);
      await expect(card(page)).toBeVisible();
      await seen(page, 'card', look.name);
      await card(page).getByRole('button', { name: 'Change' }).click();
      await seen(page, 'change', look.name);
      await card(page).getByRole('button', { name: 'Leave it' }).click();
      await card(page).getByRole('button', { name: 'No' }).click();
      await expect(card(page)).toHaveCount(0);
      await page.unroute('**/executions/*');
      await say(page, `delete the file ${folder}/gone-${look.name}.log`);
      await expect(card(page)).toBeVisible();
      await seen(page, 'repeat', look.name);
      await card(page).getByRole('button', { name: 'No' }).click();
      await expect(card(page)).toHaveCount(0);
      await altered(page, clarifying);
      await say(page, `run mkdir ${folder}/which-${look.name}`);
      await expect(card(page)).toContainText('Which one');
      await seen(page, 'clarify', look.name);
      await page.unroute('**/executions/*');
      await page.goto('/');
      await say(page, `run bash -c 'for i in $(seq 10 1 60); do echo "Progress: [ $i%]"; sleep 0.2; done'`);
      await yesIfAsked(page);
      await expect(page.getByRole('progressbar')).toBeVisible();
      await seen(page, 'running', look.name);
      await page.getByRole('button', { name: 'Stop' }).click();
      await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
      await page.getByRole('button', { name: 'Talk', exact: true }).click();
      await expect(page.getByText('Listening.').last()).toBeVisible();
      await page.evaluate(() => window.speech.mutter('how much memory is free on the'));
      await seen(page, 'listening', look.name);
    });
  });
}

async function seen(page: Page, what: string, look: string): Promise<void> {
  await page.waitForTimeout(150);
  await picture(page, `${what}-${look}`);
  await accessible(page);
}

async function made(path: string): Promise<void> {
  await expect.poll(() => existsSync(path)).toBe(true);
}
