// Makes the pictures of the README from a Readback that runs: npm run screenshots -- <address that opens the page> <folder>
// They are drawings (SVG), not photographs, so that they stay sharp and can be compared: needs pdftocairo (package poppler-utils).
// It asks two things in conversations of its own and answers the open question with a no, so nothing is changed on the machine.
import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, folder] = process.argv.slice(2);
if (!address || !folder) {
  console.error('How: npm run screenshots -- <address that ./readback open prints> <folder>');
  process.exit(2);
}
const WIDTH = 375;
const HEIGHT = 700;
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'readback-pictures-'));
const { origin } = new URL(address);
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('rb-composer').waitFor();
  await talk(page);
  await question(page);
  await memory(page);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}

async function talk(page) {
  await say(page, 'How full is the disk?');
  await page.locator('rb-transcript .turn.assistant').first().waitFor();
  await say(page, 'How much memory is free?');
  await page.locator('rb-transcript .turn.assistant').nth(1).waitFor();
  await keep(page, 'talk');
}

async function question(page) {
  await page.goto(origin);
  await say(page, 'delete the folder /usr/share/doc/bash');
  const card = page.locator('rb-action-card');
  await card.waitFor();
  await keep(page, 'question');
  await card.getByRole('button', { name: 'No', exact: true }).click();
  await card.waitFor({ state: 'detached' });
}

async function memory(page) {
  await page.goto(`${origin}/memory`);
  await page.getByText('SOUL.md').first().waitFor();
  await keep(page, 'memory');
}

async function say(page, words) {
  const box = page.locator('rb-composer textarea');
  await box.fill(words);
  await box.press('Enter');
}

async function keep(page, name) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(600);
  await page.emulateMedia({ media: 'screen' });
  const pdf = join(scratch, `${name}.pdf`);
  const svg = join(scratch, `${name}.svg`);
  await page.pdf({ path: pdf, width: `${WIDTH}px`, height: `${HEIGHT}px`, printBackground: true, pageRanges: '1' });
  execFileSync('pdftocairo', ['-svg', pdf, svg]);
  writeFileSync(join(folder, `${name}.svg`), shorter(readFileSync(svg, 'utf8')));
}

/** A hundredth of a point is finer than anybody sees. */
function shorter(svg) {
  return svg.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
