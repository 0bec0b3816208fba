import { expect, test, type Page } from '@playwright/test';
import { accessible, card, fits, folder, logIn, picture, program, replies, say, sessionOf } from './visit.ts';

const DISK = 'how full is the disk';
const sizes = [
  { name: 'small', width: 320, height: 640 },
  { name: 'phone', width: 375, height: 812 },
  { name: 'desktop', width: 1280, height: 800 },
] as const;

let complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
});

test.afterEach(() => {
  expect(complaints.filter((text) => !/Failed to load resource|net::ERR|EventSource|WebSocket connection/.test(text))).toEqual([]);
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const way = (page: Page, name: string) => page.getByRole('navigation', { name: 'Readback' }).getByRole('link', { name });
const asking = (words: string) => program('post', '/execute', { transcript: words });

test('every view has an address that opens it, with a code and without, and that a reload keeps', async ({ page }) => {
  const done = await asking(DISK);
  await program('put', '/memory/skills/opening.md', '# Opening\n').catch(() => undefined);
  const places: [string, string | RegExp][] = [
    ['/tasks', 'Tasks'],
    [`/tasks/${done.execution_id}`, DISK],
    ['/sessions', 'History'],
    ['/memory', 'Memory'],
    ['/memory/skills/opening.md', 'skills/opening.md'],
    ['/audit', 'Audit'],
    ['/settings', 'Settings'],
    ['/no/such/view', 'There is nothing here'],
  ];
  for (const [path, name] of places) {
    await logIn(page, path);
    await expect(heading(page)).toHaveText(name);
    expect(new URL(page.url())).toMatchObject({ pathname: path, hash: '' });
    await page.reload();
    await expect(heading(page)).toHaveText(name);
  }
  await logIn(page, `/talk/${done.session_id}`);
  await expect(replies(page)).toHaveCount(1);
  await page.goto(`/?session=${done.session_id}`);
  await expect(replies(page)).toHaveCount(1);
});

test('a stranger is let in at the place they came for, and sees nothing before', async ({ page }) => {
  await page.goto('/audit');
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(page.getByText('You asked')).toHaveCount(0);
  await logIn(page, '/audit');
  await expect(heading(page)).toHaveText('Audit');
});

test('a change of view moves the keyboard, the title and the mark, and the way back leads back', async ({ page }) => {
  await logIn(page);
  for (const name of ['Tasks', 'History', 'Memory', 'Audit', 'Settings']) {
    await way(page, name).click();
    await expect(heading(page)).toBeFocused();
    await expect(page).toHaveTitle(`${name} · Readback`);
    await expect(way(page, name)).toHaveAttribute('aria-current', 'page');
  }
  await page.goBack();
  await expect(heading(page)).toHaveText('Audit');
  await page.goBack();
  await expect(heading(page)).toHaveText('Memory');
  await page.goForward();
  await expect(heading(page)).toHaveText('Audit');
  await way(page, 'Talk').click();
  await expect(page).toHaveTitle('Readback');
});

test('the conversation, and what is typed and not sent, are there again after a look elsewhere', async ({ page }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page)).toHaveCount(1);
  const session = sessionOf(page);
  await page.locator('rb-composer textarea').fill('is nginx');
  await way(page, 'Tasks').click();
  await expect(heading(page)).toHaveText('Tasks');
  await page.reload();
  await way(page, 'Talk').click();
  await expect(replies(page)).toHaveCount(1);
  expect(sessionOf(page)).toBe(session);
  await page.locator('rb-composer textarea').fill('is nginx');
  await way(page, 'Audit').click();
  await page.goBack();
  await expect(page.locator('rb-composer textarea')).toHaveValue('is nginx');
});

test('logging out in one tab closes every other, and nothing said stays on the screen', async ({ page, context }) => {
  await logIn(page);
  await say(page, DISK);
  await expect(replies(page)).toHaveCount(1);
  const other = await context.newPage();
  await other.goto('/settings');
  await other.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(page.getByText('percent')).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('what runs is listed and can be stopped from there', async ({ page }) => {
  await logIn(page);
  await say(page, 'run sleep 600');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await way(page, 'Tasks').click();
  const row = page.locator('li.task').filter({ hasText: 'run sleep 600' }).first();
  await expect(row).toContainText('Running');
  await expect(row).toContainText('on this machine');
  await row.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('li.open').filter({ hasText: 'run sleep 600' })).toHaveCount(0);
  await page.getByRole('link', { name: 'run sleep 600' }).first().click();
  await expect(heading(page)).toHaveText('run sleep 600');
  await expect(page.locator('rb-task')).toContainText('sleep 600');
  await page.getByRole('link', { name: 'All tasks' }).click();
  await expect(heading(page)).toHaveText('Tasks');
});

test('a question that waits is marked in tasks and history, and one step leads to it', async ({ page }) => {
  await asking(`run mkdir ${folder}/marked`);
  await logIn(page, '/sessions');
  const row = page.getByRole('link').filter({ hasText: `mkdir ${folder}/marked` }).first();
  await expect(row).toContainText('Waits for you');
  await way(page, 'Tasks').click();
  const task = page.locator('li.task').filter({ hasText: 'marked' }).first();
  await task.getByRole('link', { name: 'Answer' }).click();
  await expect(card(page)).toBeFocused();
  await card(page).getByRole('button', { name: 'No' }).click();
  await expect(card(page)).toHaveCount(0);
  await way(page, 'Tasks').click();
  await expect(page.locator('li.open').filter({ hasText: 'marked' })).toHaveCount(0);
});

test('a task that is not there says so', async ({ page }) => {
  await logIn(page, '/tasks/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('There is no such task.')).toBeVisible();
});

test('history is looked through by words, which the server gets as they are typed', async ({ page }) => {
  await asking('how long has the machine been up');
  await logIn(page, '/sessions');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  const asked = page.waitForRequest((request) => /\/sessions\?q=machine%20been&limit/.test(request.url()));
  await page.getByRole('searchbox').fill('machine been');
  await asked;
  await expect(page.getByRole('link', { name: /how long has the machine/ }).first()).toBeVisible();
});

test('a note is read with its structure, and nothing in it runs', async ({ page }) => {
  const text = '# Shelf\n\n1. one **bold**\n2. two\n   - `inner`\n\n<img src=x onerror=alert(1)>\n\n[bad](javascript:alert(1)) [good](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  await program('put', '/memory/skills/shelf.md', text);
  await logIn(page, '/memory');
  await page.getByRole('link', { name: 'shelf' }).click();
  await expect(page.getByRole('heading', { name: 'Shelf', exact: true })).toBeVisible();
  await expect(page.locator('.prose ol > li')).toHaveCount(2);
  await expect(page.locator('.prose li li code')).toHaveText('inner');
  await expect(page.locator('.prose td')).toHaveText(['1', '2']);
  await expect(page.locator('.prose a')).toHaveCount(1);
  await expect(page.locator('.prose img')).toHaveCount(0);
  await expect(page.locator('.prose')).toContainText('onerror');
});

test('a note is changed, saved, and never written over what somebody else wrote', async ({ page, context }) => {
  await program('put', '/memory/skills/shared.md', 'first\n');
  await logIn(page, '/memory/skills/shared.md');
  await page.getByRole('button', { name: 'Edit' }).click();
  const box = page.getByRole('textbox', { name: /Text of/ });
  await expect(box).toBeFocused();
  await box.fill('second\n');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.locator('.prose')).toHaveText('second');

  await page.getByRole('button', { name: 'Edit' }).click();
  await box.fill('mine\n');
  const other = await context.newPage();
  await other.goto('/memory/skills/shared.md');
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByRole('textbox', { name: /Text of/ }).fill('theirs\n');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await other.close();

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('changed meanwhile');
  await expect(page.getByRole('alert')).toContainText('theirs');
  await accessible(page);
  await way(page, 'Audit').click();
  await page.goBack();
  await expect(box).toHaveValue('mine\n');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect(page.locator('.prose')).toHaveText('mine');
});

test('a new note is made, found by its words, and not made twice', async ({ page }) => {
  await logIn(page, '/memory');
  await page.getByRole('button', { name: 'New note' }).click();
  await page.getByLabel('What shall it be called?').fill('Watering the ficus');
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(heading(page)).toHaveText('skills/watering-the-ficus.md');
  await page.getByRole('button', { name: 'New note' }).click();
  await page.getByLabel('What shall it be called?').fill('watering the ficus');
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('alert')).toContainText('already');
  await page.getByLabel('What shall it be called?').press('Escape');
  await expect(page.getByLabel('What shall it be called?')).toHaveCount(0);
  await page.getByRole('searchbox').fill('ficus');
  await page.getByRole('link', { name: /Watering the ficus/ }).click();
  await expect(heading(page)).toHaveText('skills/watering-the-ficus.md');
});

test('the record is told in sentences, filtered, read on, and its chain looked at', async ({ page }) => {
  await asking(DISK);
  await logIn(page, '/');
  await page.route(/\/audit\?limit=100$/, (route) => route.continue({ url: route.request().url().replace('100', '5') }));
  await way(page, 'Audit').click();
  await expect(page.locator('rb-audit summary')).toHaveCount(5);
  await expect(page.getByText('follow one another')).toBeVisible();
  await page.getByRole('button', { name: 'Read older' }).click();
  await expect.poll(() => page.locator('rb-audit summary').count()).toBeGreaterThan(5);
  await expect(page.getByText(`You asked: “${DISK}”`).first()).toBeVisible();
  await page.getByRole('combobox').selectOption('What ran');
  await expect(page.getByText('You asked')).toHaveCount(0);
  await expect(page.getByText(/Started “df/).first()).toBeVisible();
  await page.getByRole('searchbox').fill('no such words');
  await expect(page.getByText('None of the entries')).toBeVisible();
});

test('a record with an entry taken out is noticed', async ({ page }) => {
  await asking(DISK);
  await logIn(page, '/');
  await page.route(/\/audit\?limit/, async (route) => {
    const answer = await route.fetch();
    const { records } = (await answer.json()) as { records: object[] };
    await route.fulfill({ response: answer, json: { records: records.filter((_, at) => at !== 2) } });
  });
  await way(page, 'Audit').click();
  await expect(page.getByRole('alert')).toContainText('does not follow');
});

test('appearance and speech are kept in this browser', async ({ page }) => {
  await logIn(page, '/settings');
  await page.getByText('Dark', { exact: true }).click();
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(background).toBe('rgb(20, 23, 26)');
  await page.getByRole('combobox', { name: 'Read aloud' }).selectOption('Every answer');
  await page.locator('rb-spoken').getByRole('slider', { name: 'Speed' }).fill('1.2');
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('readback.speech') ?? 'null') as unknown);
  await expect.poll(kept).toEqual({ speak: true, voice: null, rate: 1.2 });
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Read aloud' })).toHaveValue('1');
  await expect.poll(background).toBe('rgb(20, 23, 26)');
  await page.getByText('System', { exact: true }).click();
  await expect.poll(background).toBe('rgb(246, 245, 242)');
});

/** What the server tells, as the page must show it, whatever this build's server knows. */
async function told(page: Page): Promise<void> {
  const settings = {
    version: '9.9',
    settings: [
      { name: 'READBACK_PORT', value: '5000', set: false, secret: false, about: 'Where it listens.' },
      { name: 'READBACK_TOKEN', value: null, set: true, secret: true, about: 'What programs send.' },
    ],
    parts: [
      { name: 'interpreter', state: 'ok', say: 'Understands by its own phrasebook.' },
      { name: 'gateway', state: 'off', say: 'Not set.' },
      { name: 'model', state: 'failed', say: 'It does not answer; the phrasebook goes on.' },
    ],
    phrase_errors: [{ file: 'mine.yaml', line: 3, say: 'There is no slot called hots.' }],
    grants: [{ id: '11111111-1111-4111-8111-111111111111', command: 'systemctl restart nginx', host: 'local', until: new Date(Date.now() + 600_000).toISOString() }],
  };
  const phrases = [
    { intent: 'disk.usage', domain: 'disk', say: 'how full is the disk', own: false, changes: false },
    { intent: 'service.restart', domain: 'services', say: 'restart nginx', own: false, changes: true },
  ];
  const isCall = (route: { request(): { resourceType(): string } }) => route.request().resourceType() === 'fetch';
  await page.route(/\/settings$/, (route) => (isCall(route) ? route.fulfill({ json: settings }) : route.fallback()));
  await page.route(/\/phrases$/, (route) => route.fulfill({ json: { phrases } }));
  await page.route(/\/grants\//, (route) => {
    settings.grants.length = 0;
    return route.fulfill({ status: 204 });
  });
}

test('settings tell what serves, what is permitted, and what can be said', async ({ page }) => {
  await told(page);
  await logIn(page, '/settings');
  await expect(page.locator('rb-settings')).toContainText('the phrasebook goes on');
  await expect(page.locator('rb-settings')).toContainText('mine.yaml, line 3');
  await expect(page.locator('rb-settings')).toContainText('set, not shown');
  const revoked = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().endsWith('/grants/11111111-1111-4111-8111-111111111111'));
  await page.getByRole('button', { name: 'Revoke: systemctl restart nginx' }).click();
  await revoked;
  await expect(page.getByText('Nothing runs unasked')).toBeVisible();
  await page.getByPlaceholder('Look for something to say').fill('restart');
  await expect(page.getByRole('button', { name: 'how full is the disk' })).toHaveCount(0);
  await page.getByRole('button', { name: 'restart nginx (asks first)' }).click();
  await expect(page.locator('rb-composer textarea')).toHaveValue('restart nginx');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, width, height } of sizes) {
    test.describe(`${name} ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height } });
      test('every view is pleasant and usable by all', async ({ page }) => {
        test.setTimeout(120_000);
        await told(page);
        const done = await asking(DISK);
        await asking(`run mkdir ${folder}/${name}-${colorScheme}`);
        await logIn(page);
        const views = {
          tasks: '/tasks',
          task: `/tasks/${done.execution_id}`,
          history: '/sessions',
          memory: '/memory',
          note: '/memory/USER.md',
          audit: '/audit',
          settings: '/settings',
          nowhere: '/nowhere',
        };
        for (const [view, path] of Object.entries(views)) {
          await page.goto(path);
          await expect(heading(page)).toBeVisible();
          await expect(page.locator('.skeleton')).toHaveCount(0);
          await page.waitForTimeout(150);
          await picture(page, `${view}-${name}-${colorScheme}`);
          await accessible(page);
          await fits(page);
        }
        await page.goto('/memory/USER.md');
        await page.getByRole('button', { name: 'Edit' }).click();
        await expect(page.getByRole('textbox', { name: /Text of/ })).toBeFocused();
        await picture(page, `edit-${name}-${colorScheme}`);
        await accessible(page);
        await fits(page);
      });
    });
  }
}
