import { expect, test } from '@playwright/test';
import { logIn } from './visit.ts';

test.use({ serviceWorkers: 'allow' });

const KEPT = /^\/($|assets\/|favicon\.svg$|manifest\.webmanifest$)/;

test('the page opens without a connection, says so, and goes on by itself; no answer is kept', async ({ page, context }) => {
  await logIn(page, '/audit');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
  await context.setOffline(true);
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Not connected' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => !KEPT.test(path))).toEqual([]);
});

test('a newer page is shown at the next visit, not the kept one', async ({ page, context }) => {
  await logIn(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open('page');
    await cache.put('/', new Response('<!doctype html><title>old</title>', { headers: { 'Content-Type': 'text/html' } }));
  });
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible();
  await expect.poll(() => page.evaluate(async () => (await (await caches.match('/'))?.text())?.includes('rb-app'))).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Not connected' })).toBeVisible();
});

test('it can be installed', async ({ page, context }) => {
  await logIn(page);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A private window, as every test has one, is the one thing that may be said against it.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito')).toEqual([]);
  const { data, url, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data ?? '{}') as { icons: { src: string; type: string; sizes: string; purpose: string }[] };
  expect(icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src, type } of icons) {
    const answer = await page.request.get(new URL(src, url).href);
    expect(answer.headers()['content-type']).toBe(type);
  }
});
