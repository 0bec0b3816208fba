import { expect, test, type Page } from '@playwright/test';
import type { Execution, Session, Turn } from '../src/types.ts';
import { altered } from './pretend.ts';
import { accessible, card, fits, folder, logIn, picture, program, replies, say, yes } from './visit.ts';

const PLACE = '10.0.0.5:18789';
const KEY = 'agent:main:whatsapp:+49 170/1';
const AT = '2026-03-01T12:00:00Z';
const sizes = [
  { name: 'small-light', colorScheme: 'light', viewport: { width: 320, height: 568 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 375, height: 812 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
] as const;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rows = (page: Page) => page.locator('rb-conversations a.row');
const note = (page: Page) => page.getByText(/This conversation is held by/);

const held = (number: number): Session => ({
  session_key: number === 0 ? KEY : `agent:main:cron:${number}`,
  session_id: null,
  place: PLACE,
  title: number === 0 ? 'Backups of the night, and what became of them in the end' : `Held ${number}`,
  created_at: AT,
  updated_at: new Date(Date.parse(AT) - number * 60_000).toISOString(),
});

const ours: Session = { ...held(2), session_key: '00000000-0000-4000-8000-00000000000a', session_id: '00000000-0000-4000-8000-00000000000a', place: null, title: 'One of ours' };

const turns: Turn[] = [
  { role: 'user', content: 'Did the backups go well?', source: 'gateway', at: '2026-02-28T22:00:00Z' },
  { role: 'assistant', content: `All of them, <b>this night</b>.\n${'a-path-without-an-end/'.repeat(80)}`, source: 'gateway', at: '2026-03-01T12:00:00Z' },
];

/** A Gateway that holds conversations, where this server knows of none. */
async function gateway(page: Page, missing: string[] = []): Promise<void> {
  await page.route(/\/sessions\?/, (route) => {
    const next = new URL(route.request().url()).searchParams.get('page');
    return route.fulfill({
      json: next === 'second' ? { sessions: [held(1), held(3)], next: null, missing } : { sessions: [held(0), held(1), ours], next: 'second', missing },
    });
  });
  await page.route(/\/sessions\/[^/?]+\/history/, (route) =>
    decodeURIComponent(new URL(route.request().url()).pathname).includes(KEY)
      ? route.fulfill({ json: { session_key: KEY, history: turns, latency: [], last_event_id: 0 } })
      : route.fulfill({ status: 404, json: { code: 'unknown_session', detail: 'There is no such session.' } }),
  );
}

test('what a Gateway holds stands in the history with its place, page by page, each once', async ({ page }) => {
  await gateway(page);
  await logIn(page, '/sessions');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText(`Held by the Gateway at ${PLACE}`);
  await expect(rows(page).nth(2)).not.toContainText(PLACE);
  await expect(rows(page).nth(2)).toHaveAttribute('href', `/talk/${ours.session_id}`);
  await page.getByRole('button', { name: 'Show older ones' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(3)).toContainText('Held 3');
  await expect(page.getByRole('button', { name: 'Show older ones' })).toHaveCount(0);
});

test('a Gateway that does not answer is told of, and the rest is there', async ({ page }) => {
  await gateway(page, [`The Gateway at ${PLACE} does not answer; its conversations are left out.`]);
  await logIn(page, '/sessions');
  await expect(page.getByText('its conversations are left out')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await accessible(page);
});

test('beside the conversation stand only ours, and no Gateway is asked for them', async ({ page }) => {
  await page.route(/\/sessions\?/, (route) => {
    const own = new URL(route.request().url()).searchParams.get('held') === 'own';
    return route.fulfill({ json: { sessions: own ? [ours] : [held(0), held(1)], next: null, missing: [] } });
  });
  await logIn(page);
  await expect(page.locator('rb-sessions li')).toHaveCount(1);
  await expect(page.locator('rb-sessions li')).toContainText('One of ours');
});

test('what a Gateway holds is read, not gone on with, and has an address that opens it', async ({ page }) => {
  await gateway(page);
  await logIn(page, '/sessions');
  await rows(page).first().click();
  await expect(heading(page)).toHaveText(/^Backups of the night/);
  await expect(heading(page)).toBeFocused();
  await expect(note(page)).toHaveText(`This conversation is held by the Gateway at ${PLACE}. It can be read here, not gone on with.`);
  await expect(page.locator('rb-held .turn')).toHaveCount(2);
  await expect(page.locator('rb-held .turn').first()).toContainText('You: Did the backups go well?');
  await expect(page.locator('rb-held .turn').last()).toContainText('Agent: All of them, <b>this night</b>.');
  await expect(page.locator('rb-composer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('button', { name: 'Show less' })).toBeVisible();
  await page.getByRole('link', { name: 'All conversations' }).click();
  await expect(heading(page)).toHaveText('History');
  await page.goto(`/sessions/${encodeURIComponent(KEY)}`);
  await expect(note(page)).toContainText(PLACE);
  await expect(page.getByRole('link', { name: 'History' })).toHaveAttribute('aria-current', 'page');
});

test('a conversation that nobody knows says so, and one of ours leads to Talk', async ({ page }) => {
  await gateway(page);
  await logIn(page, '/sessions/agent%3Amain%3Agone');
  await expect(page.getByText('There is no such conversation, or the Gateway that holds it does not answer.')).toBeVisible();
  await page.route(/\/history/, (route) => route.fulfill({ json: { session_key: '', history: [{ ...turns[0], source: 'voice' }], last_event_id: 0 } }));
  await page.goto(`/sessions/agent%3Amain%3Avoice%3A${ours.session_id}`);
  await expect(page.getByRole('link', { name: 'Go on with it in Talk' })).toHaveAttribute('href', `/talk/${ours.session_id}`);
});

const TASK = 'find out why the backup failed';
const asTask = (execution: Execution): Execution => ({
  ...execution,
  commands: [{ command: TASK, host: 'local', intent: 'agent.task', verdict: 'allow', reasons: [] }],
});

test('what an agent says is prose, and what it ran is a touch away, as a terminal shows it', async ({ page }) => {
  await altered(page, (execution) => ({
    ...asTask(execution),
    results: execution.results.map((result) => ({ ...result, output: 'The disk was full.\nIt is not any more.\n\nWhat it ran:\n$ df -h /\n/dev/vda   252G  30G\n\nNot run: rm -rf /\nThe gate denied it.' })),
  }));
  await logIn(page);
  await say(page, 'how full is the disk');
  await expect(page.locator('rb-run rb-prose')).toContainText('It is not any more.');
  await expect(page.locator('rb-run rb-prose')).not.toContainText('What it ran');
  await expect(page.locator('rb-run pre')).toBeHidden();
  await page.getByText('What it ran, 5 lines').click();
  await expect(page.locator('rb-run pre')).toHaveText(/^\$ df -h \/\n\/dev\/vda {3}252G {2}30G\n\nNot run: rm -rf \/\nThe gate denied it\.$/);
  await accessible(page);
});

test('one line that the answer says as well does not stand there twice', async ({ page }) => {
  await altered(page, (execution) => ({
    ...asTask(execution),
    say: 'The disk was full.',
    results: execution.results.map((result) => ({ ...result, output: '**The disk was full**\n\nWhat it ran:\n$ df -h /' })),
  }));
  await logIn(page);
  await say(page, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  await expect(page.getByText('What it ran, 1 line')).toBeVisible();
  await expect(page.locator('rb-run rb-prose')).toHaveCount(0);
});

/** In the middle of its task an agent asks for a line, or for words. */
const asking = (kind: 'confirm' | 'clarify') => (execution: Execution): Execution =>
  execution.question
    ? {
        ...asTask(execution),
        results: [],
        question:
          kind === 'confirm'
            ? { ...execution.question, text: 'The agent asks: Run touch "/tmp/a on web9?" on this machine? It would make a file.', context: 'touch "/tmp/a on web9?"' }
            : { ...execution.question, kind, text: 'Which database: production or staging?', context: 'Two databases were found.', choices: [] },
      }
    : execution;

test('what an agent does after a yes stands below it', async ({ page }) => {
  await altered(page, (execution) => (execution.question ? asking('confirm')(execution) : asTask(execution)));
  await logIn(page);
  await say(page, `run mkdir ${folder}/agent-order-${Date.now()}`);
  await yes(page).click();
  await expect(page.locator('rb-run .executed')).toHaveText('done');
  const items = page.locator('rb-transcript li');
  const above = (part: string) => items.evaluateAll((all, part) => all.findLastIndex((item) => item.querySelector(part)), part);
  expect(await above('rb-run')).toBeGreaterThan(await above('.turn.user'));
  await expect(page.locator('.turn.user').last()).toContainText('yes');
});

test('an agent’s question behind a link shows the line and the place, and that it asks', async ({ page }) => {
  await altered(page, asking('confirm'));
  const { execution_id } = (await program('post', '/execute', { transcript: `run mkdir ${folder}/agent-link` })) as Execution;
  const { address } = (await program('post', '/links', { execution_id })) as { address: string };
  const { pathname, search, hash } = new URL(address);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(pathname + search + hash);
  const asks = page.getByRole('article');
  await expect(asks).toContainText('The agent asks');
  await expect(heading(page)).toHaveText('Run touch "/tmp/a on web9?" on this machine? It would make a file.');
  await expect(asks.locator('.what code')).toHaveText('touch "/tmp/a on web9?"');
  await expect(asks.locator('.what strong')).toHaveText('on this machine');
  await picture(page, 'agent-asks-link');
  await fits(page);
  await accessible(page);
});

for (const { name, colorScheme, viewport } of sizes) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport });

    test('what an agent asks for is shown to the letter, with where it would run, and that it asks', async ({ page }) => {
      await altered(page, asking('confirm'));
      await logIn(page);
      await say(page, `run mkdir ${folder}/agent-${name}`);
      await expect(card(page)).toContainText('The agent asks');
      await expect(card(page).getByRole('heading')).toHaveText('Run touch "/tmp/a on web9?" on this machine? It would make a file.');
      await expect(card(page).locator('.what code')).toHaveText('touch "/tmp/a on web9?"');
      await expect(card(page).locator('.what .host')).toHaveText('on this machine');
      await expect(card(page).getByRole('button')).toHaveText(['No', 'Yes, run it']);
      await expect(yes(page)).toBeInViewport();
      await picture(page, `agent-asks-${name}`);
      await fits(page);
      await accessible(page);
      await altered(page, asking('clarify'));
      await page.reload();
      await expect(card(page)).toContainText('What it was doing');
      await expect(card(page)).toContainText('The agent asks');
      await fits(page);
      await accessible(page);
    });

    test('the history with what a Gateway holds can be read by all', async ({ page }) => {
      await gateway(page, [`The Gateway at ${PLACE} does not answer; its conversations are left out.`]);
      await logIn(page, '/sessions');
      await expect(rows(page)).toHaveCount(3);
      await picture(page, `held-list-${name}`);
      await fits(page);
      await accessible(page);
      await rows(page).first().click();
      await expect(note(page)).toBeVisible();
      await picture(page, `held-${name}`);
      await fits(page);
      await accessible(page);
    });

    test('each Gateway is a part that tells how it is', async ({ page }) => {
      const parts = [
        { name: `OpenClaw 2026.9.6 at ${PLACE}`, state: 'ok', say: 'It does what needs thinking; each command it wants to run is judged here.' },
        { name: 'Gateway at a-machine-with-a-long-name.example.org:18789', state: 'failed', say: 'It wants this device to be approved: openclaw devices approve 8f2c9a0b7d514e6f.' },
        { name: 'links', state: 'off', say: 'Links open on this machine only.' },
      ];
      await page.route(/\/settings$/, (route) =>
        route.request().resourceType() === 'fetch' ? route.fulfill({ json: { version: '9', settings: [], parts, phrase_errors: [], grants: [] } }) : route.fallback(),
      );
      await logIn(page, '/settings');
      const failed = page.getByRole('listitem').filter({ hasText: 'a-machine-with-a-long-name' });
      await expect(failed).toContainText('Failed');
      await failed.scrollIntoViewIfNeeded();
      await picture(page, `parts-${name}`);
      await fits(page);
      await accessible(page);
    });
  });
}
