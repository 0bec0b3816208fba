import { expect, type Page, request } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const url = process.env['READBACK_URL'] ?? 'http://127.0.0.1:5000';
export const folder = process.env['READBACK_E2E_DIR'] ?? '/tmp';
const pictures = process.env['READBACK_E2E_OUT'] ?? '/tmp/readback-e2e';
const bearer = { Authorization: `Bearer ${process.env['READBACK_TOKEN'] ?? ''}` };

/** Calls the API as a program does. */
export async function program(method: 'get' | 'post' | 'put', path: string, data?: object | string): Promise<any> {
  const context = await request.newContext({ baseURL: url, extraHTTPHeaders: bearer });
  const headers = typeof data === 'string' ? { 'Content-Type': 'text/markdown' } : {};
  const response = await context[method](path, data ? { data, headers } : undefined);
  expect(response.ok(), `${method} ${path}: ${response.status()}`).toBe(true);
  const body = response.status() === 204 ? null : await response.json();
  await context.dispose();
  return body;
}

/** An address that logs in, once. */
export const freshAddress = async (): Promise<string> => (await program('post', '/codes', {})).code;

export async function logIn(page: Page, at = '/'): Promise<void> {
  await page.goto(`${at}#code=${await freshAddress()}`);
  await expect(page.locator('rb-shell')).toBeVisible();
}

export async function say(page: Page, words: string): Promise<void> {
  const box = page.locator('rb-composer textarea');
  await box.fill(words);
  await box.press('Enter');
}

/** The session whose conversation is open. */
export function sessionOf(page: Page): string | null {
  const { pathname, searchParams } = new URL(page.url());
  return /^\/talk\/([\w-]+)$/.exec(pathname)?.[1] ?? searchParams.get('session');
}

export const box = (page: Page) => page.locator('rb-composer textarea');
export const yes = (page: Page) => card(page).getByRole('button', { name: 'Yes, run it' });

/** Says yes where the server asks first; what only looks runs at once. */
export async function yesIfAsked(page: Page): Promise<void> {
  await expect(card(page).or(page.locator('rb-run .working'))).toBeVisible();
  if (await card(page).isVisible()) {
    await yes(page).click();
  }
}

/** What stands in the conversation, from top to bottom: what was said, and the command lines. */
export const outline = (page: Page): Promise<string[]> =>
  page.locator('rb-transcript .turn, rb-transcript rb-run .line code').evaluateAll((parts) => parts.map((part) => part.textContent?.replace(/\s+/g, ' ').trim() ?? ''));

export const card = (page: Page) => page.locator('rb-action-card section');
export const replies = (page: Page) => page.locator('rb-transcript .turn.assistant');

export const picture = (page: Page, name: string) => page.screenshot({ path: `${pictures}/${name}.png` });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails where a person with a screen reader, a keyboard or weak eyes would be stuck. */
export async function accessible(page: Page): Promise<void> {
  await page.evaluate(`${axe}; undefined`);
  const found = (await page.evaluate('axe.run()')) as { violations: { id: string; help: string; nodes: { html: string }[] }[] };
  expect(found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

/** Fails where something sticks out to the side, so that one would have to scroll to read a line. */
export async function fits(page: Page): Promise<void> {
  const out = await page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const found: string[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) {
          roots.push(element.shadowRoot);
        }
        const box = element.getBoundingClientRect();
        const scrolls = element.closest('pre, .table, .unseen, .skip') !== null;
        if (box.width > 0 && !scrolls && box.right > innerWidth + 0.5) {
          found.push(`${element.localName}.${element.className} ends at ${Math.round(box.right)}`);
        }
      }
    }
    return [...found, ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])];
  });
  expect(out).toEqual([]);
}
