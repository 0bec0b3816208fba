import { expect, test } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from './playwright.config.ts';
import { part, recording, ServerVoice } from './server-voice.ts';
import { accessible, folder, picture, program } from './visit.ts';

const launch = config.use?.launchOptions ?? {};

test.use({
  launchOptions: {
    ...launch,
    args: [
      ...(launch.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${recording(join(tmpdir(), `readback-answer-${process.pid}.wav`))}`,
    ],
  },
});

async function asked(name: string) {
  const outcome = await program('post', '/execute', { transcript: `run mkdir ${folder}/${name}-${Date.now().toString(36)}` });
  const { address } = await program('post', '/links', { execution_id: outcome.execution_id });
  const { pathname, search, hash } = new URL(address as string);
  return { ...outcome, link: pathname + search + hash };
}

test('a microphone is opened by touch only, for the answer, and the outcome is told by the same talk', async ({ page }) => {
  const server = await ServerVoice.at(page);
  const { link, session_id, question } = await asked('heard');
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Answer by voice' })).toBeVisible();
  expect(server.addresses).toEqual([]);
  await page.getByRole('button', { name: 'Answer by voice' }).click();
  await expect.poll(() => server.frames.length).toBeGreaterThan(5);
  const { searchParams } = new URL(server.addresses[0] ?? '');
  expect(Object.fromEntries(searchParams)).toEqual({ session: session_id, mode: 'answer' });
  server.send({ type: 'error', code: 'guest_may_not', say: 'Here I only take the answer to this question.' });
  await expect(page.getByText('Here I only take the answer to this question.')).toBeVisible();
  await accessible(page);
  await picture(page, 'answer-voice');
  await program('post', `/resume/${session_id}`, { answer: 'no', question_id: question.id });
  await expect(page.getByText('The answer was “no”.')).toBeVisible();
  expect(server.connected).toBe(true);
  await expect.poll(() => server.all('mute').at(-1)?.muted).toBe(true);
  await page.getByRole('button', { name: 'End talk' }).click();
  await expect.poll(() => server.connected).toBe(false);
});

test('a server without an ear says so, and the buttons work', async ({ page }) => {
  await ServerVoice.at(page, { ear: part('absent', '', 'Nothing here can hear.') });
  await page.goto((await asked('deaf')).link);
  await page.getByRole('button', { name: 'Answer by voice' }).click();
  await expect(page.getByText('This server cannot hear just now.')).toBeVisible();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByText('The answer was “no”.')).toBeVisible();
});
