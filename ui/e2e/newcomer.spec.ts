import { expect, test, type Page } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { card, folder, logIn, picture, replies, say } from './visit.ts';

/** What somebody who never saw this would try in the first minutes, on a phone, without reading anything. */
test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

const place = `${folder}/newcomer`;

test.beforeAll(() => {
  mkdirSync(`${place}/old`, { recursive: true });
  writeFileSync(`${place}/notes.txt`, 'first\nsecond\nthird\nfourth\nfifth\nsixth\nseventh\neighth\n');
  writeFileSync(`${place}/old/a.log`, 'x'.repeat(5000));
  writeFileSync(`${place}/old/b.log`, 'x'.repeat(5000));
});

/** Says something and waits for the answer to it. */
async function asked(page: Page, words: string, answer: RegExp): Promise<void> {
  const before = await replies(page).count();
  await say(page, words);
  await expect.poll(() => replies(page).count()).toBeGreaterThan(before);
  await expect(replies(page).last()).toContainText(answer);
}

async function yes(page: Page): Promise<void> {
  await card(page).getByRole('button', { name: /^Yes/ }).click();
  await expect(card(page)).toHaveCount(0);
}

const looks: [task: string, words: string, answer: RegExp][] = [
  ['01 the disk', 'how full is the disk', /percent/],
  ['02 the memory', 'how much memory is free', /gigabytes|megabytes/],
  ['03 the load', 'is the server busy', /load|processor|percent/i],
  ['04 how long up', 'how long has it been running', /hour|minute|day/],
  ['05 what eats the cpu', 'which processes use the most cpu', /./],
  ['06 who is here', 'who is logged in', /./],
  ['07 which ports', 'which ports are open', /./],
  ['08 a folder', `what is in ${place}`, /notes\.txt|old/],
  ['09 a file', `show me ${place}/notes.txt`, /lines|first/],
];

test('looking around', async ({ page }) => {
  test.setTimeout(90_000);
  await logIn(page);
  for (const [task, words, answer] of looks) {
    await asked(page, words, answer);
    await picture(page, `newcomer-${task.replaceAll(' ', '-')}`);
  }
  await asked(page, 'read the third line', /third/);
  await asked(page, 'more', /./);
  await picture(page, 'newcomer-10-more');
});

test('changing things', async ({ page }) => {
  test.setTimeout(90_000);
  await logIn(page);

  await say(page, `create a folder ${place}/new`);
  await expect(card(page)).toContainText('mkdir');
  await picture(page, 'newcomer-11-question');
  await yes(page);
  await expect.poll(() => existsSync(`${place}/new`)).toBe(true);

  await say(page, `rename ${place}/notes.txt to ${place}/todo.txt`);
  await yes(page);
  await expect.poll(() => existsSync(`${place}/todo.txt`)).toBe(true);

  await say(page, 'undo that');
  await yes(page);
  await expect.poll(() => existsSync(`${place}/notes.txt`)).toBe(true);
  await picture(page, 'newcomer-12-undone');

  await say(page, `delete the folder ${place}/old`);
  await expect(card(page)).toContainText(/2 files/);
  await picture(page, 'newcomer-13-delete');
  await card(page).getByRole('button', { name: 'No' }).click();
  await expect(replies(page).last()).toContainText('left it alone');
  expect(existsSync(`${place}/old/a.log`)).toBe(true);

  await say(page, `delete ${place}/old/a.log`);
  await card(page).getByRole('textbox').fill('a.log');
  await card(page).getByRole('button', { name: 'Run it' }).click();
  await expect.poll(() => existsSync(`${place}/old/a.log`)).toBe(false);
  await picture(page, 'newcomer-14-deleted');
});

test('changing one\'s mind', async ({ page }) => {
  test.setTimeout(60_000);
  await logIn(page);
  await say(page, `create a folder ${place}/wrong`);
  await expect(card(page)).toContainText('wrong');
  await say(page, `change it to run mkdir ${place}/right`);
  await expect(card(page)).toContainText('right');
  await picture(page, 'newcomer-15-changed');
  await yes(page);
  await expect.poll(() => existsSync(`${place}/right`)).toBe(true);
  expect(existsSync(`${place}/wrong`)).toBe(false);

  await say(page, 'run sleep 60');
  await page.getByRole('button', { name: /^Yes/ }).click({ timeout: 2000 }).catch(() => undefined);
  await page.getByRole('button', { name: /Stop/ }).first().click();
  await expect(replies(page).last()).toContainText(/stopped/i);
  await picture(page, 'newcomer-16-stopped');
});

test('being understood, and remembered', async ({ page }) => {
  test.setTimeout(90_000);
  expect.configure({ timeout: 15_000 });
  await logIn(page);
  await say(page, 'the disc, is it getting full');
  await expect(card(page)).toContainText('Did you mean');
  await picture(page, 'newcomer-17-mean');
  await card(page).getByRole('button', { name: /how full/ }).click();
  await expect(replies(page).last()).toContainText('percent');

  await asked(page, 'remember that backups run at three in the night', /remember/i);
  await asked(page, 'what do you remember about backups', /three in the night/);
  await picture(page, 'newcomer-18-remembered');

  await say(page, 'when I say morning check, do how full is the disk');
  await expect(card(page)).toContainText('df');
  await yes(page);
  await asked(page, 'morning check', /percent/);
  await picture(page, 'newcomer-19-taught');
});

test('finding one\'s way', async ({ page }) => {
  test.setTimeout(60_000);
  await logIn(page);
  await asked(page, 'how full is the disk', /percent/);
  for (const [name, expected] of [
    ['History', /how full is the disk/],
    ['Tasks', /how full is the disk|df/],
    ['Memory', /MEMORY\.md/],
    ['Settings', /Appearance|Look/i],
  ] as const) {
    await page.getByRole('link', { name }).first().click();
    await expect(page.locator('body')).toContainText(expected);
    await picture(page, `newcomer-20-${name.toLowerCase()}`);
  }
  expect(readFileSync(`${place}/old/b.log`, 'utf8')).toHaveLength(5000);
});
