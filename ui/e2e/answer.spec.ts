import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import { altered } from './pretend.ts';
import { accessible, fits, folder, logIn, picture, program } from './visit.ts';

const stamp = Date.now().toString(36);
let made = 0;

interface Asked {
  session_id: string;
  execution_id: string;
  question: { id: string };
}

/** A question that waits, and the link to it. */
async function asked(words: string): Promise<Asked & { link: string }> {
  const outcome = (await program('post', '/execute', { transcript: words })) as Asked;
  const { address } = (await program('post', '/links', { execution_id: outcome.execution_id })) as { address: string };
  const { pathname, search, hash } = new URL(address);
  return { ...outcome, link: pathname + search + hash };
}

const target = (): string => `${folder}/by-link-${stamp}-${made++}`;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const yes = (page: Page) => page.getByRole('button', { name: 'Yes, run it' });
const no = (page: Page) => page.getByRole('button', { name: 'No', exact: true });

async function elsewhere(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  return { context, page: await context.newPage() };
}

const cookies = async (page: Page): Promise<string[]> => (await page.context().cookies()).map(({ name }) => name.replace(/\d+$/, ''));

test('a link shows the question and nothing else of the app, and its code leaves the address', async ({ page }) => {
  const path = target();
  const { link } = await asked(`run mkdir ${path}`);
  await page.goto(link);
  await expect(heading(page)).toContainText('mkdir');
  await expect(heading(page)).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.getByText(`mkdir ${path}`, { exact: true })).toBeVisible();
  await expect(page.getByText('on this machine', { exact: true })).toBeVisible();
  await expect(page.getByText(/You said: “run mkdir/)).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^\d+:\d\d/);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await cookies(page)).toEqual(['readback_link_']);
  await accessible(page);
});

test('a yes runs it, and the outcome stays to be seen', async ({ page }) => {
  const path = target();
  const { link, execution_id } = await asked(`run mkdir ${path}`);
  await page.goto(link);
  await yes(page).click();
  await expect(page.getByText('The answer was “yes”.')).toBeVisible();
  await expect(page.locator('rb-answer-steps .executed')).toHaveText('done');
  await expect(yes(page)).toHaveCount(0);
  expect(existsSync(path)).toBe(true);
  const { records } = (await program('get', '/audit?limit=50')) as { records: { kind: string; execution_id: string; facts: { by_link?: string } }[] };
  expect(records.find((record) => record.execution_id === execution_id && record.kind === 'answered')?.facts.by_link).toBe('true');
  await page.reload();
  await expect(page.locator('rb-answer-steps .executed')).toHaveText('done');
  await accessible(page);
  await picture(page, 'answer-outcome');
});

test('a no leaves it alone, by the keyboard', async ({ page }) => {
  const path = target();
  await page.goto((await asked(`run mkdir ${path}`)).link);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(no(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The answer was “no”.')).toBeVisible();
  expect(existsSync(path)).toBe(false);
});

test('a reload works until it is spent, and so does another browser', async ({ page, browser }) => {
  const { link } = await asked(`run mkdir ${target()}`);
  await page.goto(link);
  await expect(yes(page)).toBeVisible();
  await page.reload();
  await expect(yes(page)).toBeVisible();
  const other = await elsewhere(browser);
  await other.page.goto(link);
  await yes(other.page).click();
  await expect(other.page.getByText('The answer was “yes”.')).toBeVisible();
  await expect(page.getByText('The answer was “yes”.')).toBeVisible();
  await other.context.close();
});

test('a spent link says what became of it', async ({ page }) => {
  const { link, session_id, question } = await asked(`run mkdir ${target()}`);
  await program('post', `/resume/${session_id}`, { answer: 'no', question_id: question.id });
  await page.goto(link);
  await expect(page.getByText('The answer was “no”.')).toBeVisible();
  await expect(heading(page)).toContainText('left it alone');
  await expect(yes(page)).toHaveCount(0);
});

test('an expired link says so', async ({ page }) => {
  await page.route('**/link', (route) =>
    route.fulfill({
      status: 410,
      contentType: 'application/problem+json',
      json: { code: 'link_expired', detail: 'This link has expired. The answer was yes. It is done.', status: 410 },
    }),
  );
  await page.goto((await asked(`run mkdir ${target()}`)).link);
  await expect(heading(page)).toHaveText('This link has expired');
  await expect(page.getByRole('alert')).toHaveText('The answer was yes. It is done.');
  await accessible(page);
  await picture(page, 'answer-expired');
});

test('a wrong link says so, and nothing of what it might have been for', async ({ page }) => {
  const { link } = await asked(`run mkdir ${target()}`);
  await page.goto(link.slice(0, -4) + (link.endsWith('AAAA') ? 'BBBB' : 'AAAA'));
  await expect(heading(page)).toHaveText('This link does not work');
  await expect(page.getByText('mkdir')).toHaveCount(0);
  await accessible(page);
  await picture(page, 'answer-wrong');
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  await expect(page.getByText('./readback open')).toBeVisible();
});

test('what cannot be undone needs a device that is signed in, and can be refused all the same', async ({ page }) => {
  const path = `${target()}.log`;
  writeFileSync(path, 'old\n');
  await page.goto((await asked(`delete the file ${path}`)).link);
  await expect(page.getByText('A yes to this needs a device that is signed in.')).toBeVisible();
  await expect(page.locator('.what code')).toContainText(path);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await accessible(page);
  await picture(page, 'answer-sign-in');
  await no(page).click();
  await expect(page.getByText('The answer was “no”.')).toBeVisible();
  expect(existsSync(path)).toBe(true);
});

test('whoever signs in on the way answers in the app', async ({ page }) => {
  const path = `${target()}.log`;
  writeFileSync(path, 'old\n');
  await page.goto((await asked(`delete the file ${path}`)).link);
  await page.getByRole('button', { name: 'Sign in on this device' }).first().click();
  await page.getByLabel('Or paste the address').fill((await program('post', '/codes', {})).code);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('rb-action-card input').fill(path.split('/').at(-1) ?? '');
  await page.locator('rb-action-card').getByRole('button', { name: 'Run it' }).click();
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  expect(existsSync(path)).toBe(false);
});

test('a browser that is logged in simply goes to the question', async ({ page }) => {
  await logIn(page);
  await page.goto((await asked(`run mkdir ${target()}`)).link);
  await expect(page.locator('rb-action-card section')).toContainText('mkdir');
  await expect(page.locator('rb-answer')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  expect(await cookies(page)).toEqual(['readback_']);
});

test('an answer given without a connection is kept, and goes out by itself', async ({ page, context }) => {
  const path = target();
  await page.goto((await asked(`run mkdir ${path}`)).link);
  await expect(yes(page)).toBeVisible();
  await context.setOffline(true);
  await yes(page).click();
  await expect(page.getByText('“yes” is kept, and goes out once the connection is back.')).toBeVisible();
  await picture(page, 'answer-offline');
  expect(existsSync(path)).toBe(false);
  await context.setOffline(false);
  await expect(page.getByText('The answer was “yes”.')).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => existsSync(path)).toBe(true);
});

test('a kept answer can be taken back', async ({ page, context }) => {
  await page.goto((await asked(`run mkdir ${target()}`)).link);
  await expect(yes(page)).toBeVisible();
  await context.setOffline(true);
  await yes(page).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await context.setOffline(false);
  await expect(yes(page)).toBeEnabled();
  await expect(page.getByText('The connection is lost')).toHaveCount(0, { timeout: 15_000 });
  await expect(yes(page)).toBeVisible();
});

test('a link opened without a connection is kept and tried again', async ({ page }) => {
  await page.route('**/link', (route) => route.abort());
  await page.goto((await asked(`run mkdir ${target()}`)).link);
  await expect(heading(page)).toHaveText('Not connected');
  await accessible(page);
  await page.unroute('**/link');
  await expect(yes(page)).toBeVisible({ timeout: 10_000 });
});

test('a question for words has its choices and a field', async ({ page }) => {
  const { link, execution_id } = await asked(`run mkdir ${target()}`);
  const answered: unknown[] = [];
  const context = 'Upgrading the packages: nginx and apache2 both want port 80.';
  await altered(page, (told) => ({
    ...told,
    commands: [],
    results: [],
    question: told.question && { ...told.question, kind: 'clarify', text: 'Which one do you mean?', context, choices: ['nginx', 'apache2'] },
  }));
  await page.route('**/resume/*', async (route) => {
    answered.push(route.request().postDataJSON());
    await route.fulfill({ json: { execution_id, question: null, say: 'All right.' } });
  });
  await page.goto(link);
  await expect(page.getByText('both want port 80')).toBeVisible();
  await accessible(page);
  await picture(page, 'answer-words');
  await page.getByLabel('Or in your own words:').fill('the first');
  await page.keyboard.press('Enter');
  await expect.poll(() => answered).toEqual([expect.objectContaining({ answer: 'the first' })]);
});

test('what is at work tells what it does, and an agent’s words are prose', async ({ page }) => {
  const { link, execution_id, question } = await asked(`run mkdir ${target()}`);
  const result = { status: 'executed', exit_code: 0, truncated: false, duration_ms: 9000 } as const;
  await altered(page, (told) => ({
    ...told,
    state: 'running',
    question: null,
    answers: [{ question_id: question.id, question: 'Shall I?', answer: 'yes', meaning: 'yes', at: told.created_at }],
    commands: [
      { command: 'find out why the backup failed', host: 'local', intent: 'agent.task', verdict: 'allow', reasons: [] },
      { command: 'df -h /', host: 'local', intent: 'disk.usage', verdict: 'allow', reasons: [] },
    ],
    results: [{ ...result, command: 'find out why the backup failed', output: 'The disk was full.\n\n- It is not any more.' }],
  }));
  await page.route('**/events?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `id: 1\nevent: progress\ndata: ${JSON.stringify({ execution_id, step: 1, phrase: 'Running df -h /' })}\n\n`,
    }),
  );
  await page.goto(link);
  await expect(page.getByText('Running df -h /')).toBeVisible();
  await expect(page.getByText('Asked the agent: find out why the backup failed')).toBeVisible();
  await expect(page.locator('rb-prose')).toContainText('It is not any more.');
  await accessible(page);
  await picture(page, 'answer-at-work');
});

for (const { name, colorScheme, viewport } of [
  { name: 'small-light', colorScheme: 'light', viewport: { width: 320, height: 568 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 375, height: 812 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
] as const) {
  test(`it fits and can be read: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto((await asked(`run mkdir ${target()}`)).link);
    await expect(yes(page)).toBeInViewport();
    await fits(page);
    await accessible(page);
    await picture(page, `answer-${name}`);
  });
}
