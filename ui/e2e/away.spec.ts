import { expect, test, type Page } from '@playwright/test';
import { accessible, card, fits, logIn, picture, program, say } from './visit.ts';
import { altered } from './pretend.ts';

const lost = (page: Page, given_up: object[]) => page.route('**/notifications', (route) => route.fulfill({ json: { channels: [], waiting: [], given_up } }));

const whatsapp = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'question',
  session_id: '00000000-0000-4000-8000-000000000002',
  execution_id: '00000000-0000-4000-8000-000000000003',
  question_id: null,
  text: 'Shall I restart nginx on web1?',
  more: 0,
  at: '2026-03-01T12:00:00Z',
  channel: 'whatsapp-cloud',
  attempts: 6,
  next_at: null,
  why: 'The number is not known there.',
};

test('messages that were given up are told in the conversation and among the tasks, until they are dismissed', async ({ page }) => {
  await lost(page, [whatsapp]);
  await logIn(page);
  await expect(page.getByText('I could not reach you by WhatsApp: Shall I restart nginx on web1?')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 568 });
  await fits(page);
  await accessible(page);
  await picture(page, 'away-given-up');
  await page.goto('/tasks');
  await expect(page.getByText('I could not reach you by WhatsApp')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible();
  await expect(page.getByText('I could not reach you')).toHaveCount(0);
});

test('a server that knows nothing of messages is no trouble', async ({ page }) => {
  await page.route(/\/(notifications|push\/key)$/, (route) =>
    route.fulfill({ status: 404, contentType: 'application/problem+json', json: { code: 'not_found', detail: 'There is nothing here.', status: 404 } }),
  );
  await logIn(page, '/settings');
  await expect(page.getByRole('heading', { name: 'Without asking again' })).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('push messages are asked for by the switch only, and a refusal is told in words', async ({ page }) => {
  await page.route('**/push/key', (route) => route.fulfill({ json: { key: 'BDd3_hVL9fZi9Ybo2UUzA284WG5FZR30_95YeZJsiApwXKpNcF1rRPF3foIiBHXRdJI2Qhumhf6_LFTeZaNndIo' } }));
  await page.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(window, { asked });
    Notification.requestPermission = () => ((asked.times += 1), Promise.resolve('denied' as NotificationPermission));
  });
  await logIn(page, '/settings');
  const wanted = page.getByRole('switch', { name: 'Tell me in this browser' });
  await expect(wanted).not.toBeChecked();
  expect(await page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times)).toBe(0);
  await wanted.click();
  await expect(page.getByText('Notifications are not allowed for this page.')).toBeVisible();
  await expect(wanted).not.toBeChecked();
  await accessible(page);
  await picture(page, 'away-push');
});

test('a browser that may be told is signed up, and signed off again', async ({ page }) => {
  const calls: unknown[] = [];
  await page.route('**/push/key', (route) => route.fulfill({ json: { key: 'AQID' } }));
  await page.route('**/push/subscriptions', async (route) => {
    calls.push([route.request().method(), route.request().postDataJSON()]);
    await route.fulfill({ status: 204 });
  });
  await page.addInitScript(() => {
    const kept = { on: false };
    const key = new Uint8Array([1, 2, 3]).buffer;
    const subscription = {
      endpoint: 'https://push.example.org/one',
      options: { applicationServerKey: key },
      getKey: () => new Uint8Array([251, 255]).buffer,
      unsubscribe: () => Promise.resolve((kept.on = false)),
    };
    const pushManager = { getSubscription: async () => (kept.on ? subscription : null), subscribe: async () => ((kept.on = true), subscription) };
    const registration = { pushManager };
    Object.defineProperty(navigator, 'serviceWorker', {
      value: { ready: Promise.resolve(registration), getRegistration: async () => registration, register: async () => registration },
    });
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    Notification.requestPermission = () => Promise.resolve('granted' as NotificationPermission);
  });
  await logIn(page, '/settings');
  const wanted = page.getByRole('switch');
  await wanted.click();
  await expect(wanted).toBeChecked();
  await wanted.click();
  await expect(wanted).not.toBeChecked();
  expect(calls).toEqual([
    ['POST', { endpoint: 'https://push.example.org/one', p256dh: '-_8', auth: '-_8' }],
    ['DELETE', { endpoint: 'https://push.example.org/one' }],
  ]);
});

test('what runs tells what it is at, in the conversation and among the tasks', async ({ page }) => {
  await page.addInitScript(() => {
    const sources: EventSource[] = [];
    const Real = EventSource;
    Object.assign(window, {
      EventSource: class extends Real {
        constructor(address: string) {
          super(address);
          sources.push(this);
        }
      },
      tell: (data: object) => sources.forEach((source) => source.dispatchEvent(new MessageEvent('progress', { data: JSON.stringify(data) }))),
    });
  });
  const tell = (phrase: string, execution_id: string) =>
    page.evaluate((data) => (window as unknown as { tell(data: object): void }).tell(data), { session_id: '', execution_id, step: 0, phrase });
  await logIn(page);
  await say(page, 'run sleep 20');
  await expect(card(page).or(page.locator('rb-run .working'))).toBeVisible();
  if (await card(page).isVisible()) {
    await card(page).getByRole('button', { name: 'Yes, run it' }).click();
  }
  await expect(page.locator('rb-run .working')).toContainText('Running');
  const { executions } = (await program('get', '/executions?state=running&limit=1')) as { executions: { execution_id: string }[] };
  const id = executions[0]?.execution_id ?? '';
  await tell('3 ahead in the queue', id);
  await expect(page.locator('rb-run .doing')).toHaveText('3 ahead in the queue');
  await tell('Running sleep 20', id);
  await expect(page.locator('rb-run .doing')).toHaveText('Running sleep 20');
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Now' })).toBeVisible();
  await tell('2 ahead in the queue', id);
  await expect(page.locator('rb-tasks .doing')).toHaveText('2 ahead in the queue');
  await program('post', `/executions/${id}/cancel`);
  await expect(page.locator('rb-tasks .doing')).toHaveCount(0);
});

test('a task for the agent is told as one, not as a command line', async ({ page }) => {
  await altered(page, (execution) => ({
    ...execution,
    commands: execution.commands.map((command) => ({ ...command, command: 'find out why the backup failed', intent: 'agent.task' })),
    results: execution.results.map((result) => ({ ...result, output: `**The disk was full.**\n\n${'It filled up at night. '.repeat(20)}` })),
  }));
  await logIn(page);
  await say(page, `how full is the disk`);
  await expect(page.locator('rb-run .task')).toHaveText('Asked the agent: find out why the backup failed');
  await expect(page.locator('rb-run code')).toHaveCount(0);
  await expect(page.locator('rb-run rb-prose')).toContainText('**The disk was full.**');
  await page.setViewportSize({ width: 320, height: 568 });
  await fits(page);
  await accessible(page);
  await picture(page, `away-task`);
  const [latest] = ((await program('get', '/executions?limit=1')) as { executions: { execution_id: string }[] }).executions;
  await page.goto(`/tasks/${latest?.execution_id}`);
  await expect(page.getByText('Asked the agent: find out why the backup failed')).toBeVisible();
  await expect(page.locator('rb-task rb-prose')).toContainText('The disk was full.');
});
