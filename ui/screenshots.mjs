// Makes the pictures of the README from a Readback that runs: npm run screenshots -- <address that opens the page> <folder>
// It asks three things in two conversations of its own and answers the open question with a no, so nothing is changed on the machine.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [address, folder] = process.argv.slice(2);
if (!address || !folder) {
  console.error('How: npm run screenshots -- <address that ./readback open prints> <folder>');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const { origin } = new URL(address);
const phone = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB', serviceWorkers: 'block' };

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  // The address is good for one login; the second look goes in with the cookie of the first.
  const storageState = await loggedIn();
  for (const colorScheme of ['light', 'dark']) {
    await pictures(colorScheme, storageState);
  }
} finally {
  await browser.close();
}

async function loggedIn() {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('rb-composer').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

async function pictures(colorScheme, storageState) {
  const context = await browser.newContext({ ...phone, colorScheme, storageState });
  const page = await context.newPage();
  const keep = async (name) => {
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
  };
  await page.goto(origin);
  await say(page, 'How full is the disk?');
  await page.locator('rb-transcript .turn.assistant').first().waitFor();
  await say(page, 'What uses the most memory?');
  await page.locator('rb-transcript .turn.assistant').nth(1).waitFor();
  await keep('talk');

  await page.goto(origin);
  await say(page, 'restart nginx');
  const card = page.locator('rb-action-card');
  await card.waitFor();
  await keep('question');
  await card.getByRole('button', { name: 'No', exact: true }).click();
  await card.waitFor({ state: 'detached' });

  await page.goto(`${origin}/memory`);
  await page.locator('rb-memory .rows').first().waitFor();
  await keep('memory');
  await context.close();
}

async function say(page, words) {
  const box = page.locator('rb-composer textarea');
  await box.fill(words);
  await box.press('Enter');
}
