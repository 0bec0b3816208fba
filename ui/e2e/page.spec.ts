import { expect, test, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { accessible, card, folder, freshAddress, logIn, picture, program, replies, say, sessionOf } from './visit.ts';

const DISK = 'how full is the disk';
const looks = [
  { name: 'phone-light', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
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
  const expected = /Failed to load resource|net::ERR|EventSource/;
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
  await expect(page.locator('rb-transcript li')).toHaveText([/how full/, /df/, /percent/]);
  expect(page.url()).toContain('/talk/');
  await page.reload();
  await expect(page.locator('.turn.user')).toHaveText(/how full is the disk/);
  await expect(replies(page).last()).toContainText('percent');
  await expect(page.locator('.turn')).toHaveCount(2);
  await expect(page.locator('rb-sessions a[aria-current=page]')).toBeVisible();
});

test('what would change something is shown first, and a no leaves it alone', async ({ page }) => {
  await logIn(page);
  const target = `${folder}/never`;
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
  const target = `${folder}/made`;
  await say(page, `run mkdir ${target}`);
  await card(page).getByRole('button', { name: 'Yes' }).click();
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
  await say(page, `run mkdir ${folder}/typed`);
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
  const asked = await program('post', '/execute', { transcript: `run mkdir ${folder}/linked` });
  await logIn(page, `/?session=${asked.session_id}&mode=answer`);
  await expect(card(page)).toContainText('linked');
  await expect(card(page)).toBeFocused();
  const answer = page.waitForRequest(/resume/);
  await card(page).getByRole('button', { name: 'Yes' }).click();
  expect((await answer).postDataJSON()).toEqual({ answer: 'yes', question_id: asked.question.id });
  await expect(card(page)).toHaveCount(0);
});

test('an answer given elsewhere closes the card here', async ({ page }) => {
  await logIn(page);
  await say(page, `run mkdir ${folder}/elsewhere`);
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

test('a lost connection is said, and made good by itself', async ({ page, context }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page).last()).toContainText('percent');
  await context.setOffline(true);
  await say(page, DISK);
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(page.locator('rb-composer textarea')).toHaveValue(DISK);
  await context.setOffline(false);
  await page.locator('rb-composer textarea').press('Enter');
  await expect(replies(page)).toHaveCount(2);
});

test('what did not arrive is sent again under its key, and so carried out once', async ({ page }) => {
  await logIn(page);
  let dropped = false;
  await page.route('**/execute', async (route) => {
    await route.fetch();
    await (dropped ? route.continue() : route.abort());
    dropped = true;
  });
  await say(page, DISK);
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await page.locator('rb-composer textarea').press('Enter');
  await expect(replies(page)).toHaveCount(1);
  await expect(page.locator('.turn.user')).toHaveCount(1);
});

test('other conversations can be opened, and a new one begun', async ({ page }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'New conversation' }).click();
  await expect(page.getByText('What shall I look at?')).toBeVisible();
  await page.locator('rb-sessions a').first().click();
  await expect(replies(page)).toHaveCount(1);
});

test('logging out closes the door', async ({ page }) => {
  await logIn(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

for (const look of looks) {
  test.describe(look.name, () => {
    test.use({ colorScheme: look.colorScheme, viewport: look.viewport });
    test('is pleasant and usable by all', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
      await seen(page, 'door', look.name);
      await logIn(page);
      await expect(page.getByText('What shall I look at?')).toBeVisible();
      await seen(page, 'first', look.name);
      await say(page, DISK);
      await expect(replies(page)).toHaveCount(1);
      await page.locator('rb-run summary').first().click();
      await say(page, `run mkdir ${folder}/${look.name}`);
      await expect(card(page)).toBeVisible();
      await seen(page, 'card', look.name);
      await card(page).getByRole('button', { name: 'No' }).click();
      await expect(card(page)).toHaveCount(0);
      await say(page, `delete the file ${folder}/gone-${look.name}.log`);
      await expect(card(page)).toBeVisible();
      await seen(page, 'repeat', look.name);
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
