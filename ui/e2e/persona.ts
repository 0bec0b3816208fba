import { expect, type Page } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from './playwright.config.ts';
import { recording, type ServerVoice } from './server-voice.ts';
import { program, sessionOf } from './visit.ts';

const launch = config.use?.launchOptions ?? {};

/** A browser whose microphone hears somebody. */
export const heard = {
  launchOptions: {
    ...launch,
    args: [
      ...(launch.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${recording(join(tmpdir(), `readback-persona-${process.pid}.wav`))}`,
    ],
  },
};

/** Fails, at the end, for what the page complained of. */
export function complaintsOf(page: Page): () => void {
  const complaints: string[] = [];
  const expected = /Failed to load resource|net::ERR|EventSource|WebSocket connection/;
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return () => expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
}

export const button = (page: Page) => page.locator('.microphone');
export const goes = (page: Page) => page.locator('rb-voice-bar .state p');
export const serving = (page: Page) => page.locator('rb-serves');
export const chat = (page: Page) => page.locator('rb-transcript .turn.chat');
export const live = (page: Page) => page.locator('rb-persona-line .turn.chat');

export async function talk(page: Page, server: ServerVoice): Promise<void> {
  await button(page).click();
  await expect(goes(page)).toContainText(/Listening|Hold|ready/);
  await expect.poll(() => server.connected).toBe(true);
}

export async function asked(server: ServerVoice, words: string): Promise<string> {
  const outcome = await program('post', '/execute', { transcript: words, heard: true });
  server.send({ type: 'execution', session_id: outcome.session_id, execution_id: outcome.execution_id, state: outcome.state });
  return outcome.session_id;
}

/** Sends its voice as a persona does, a packet each 80 ms, until stopped. */
export function chatting(server: ServerVoice, sounds: Buffer[]): () => void {
  let at = 0;
  const timer = setInterval(() => server.chat(sounds[at++ % sounds.length] ?? Buffer.alloc(0)), 80);
  return () => clearInterval(timer);
}

/** What the record has of a persona, as the stream of events will tell it. */
export async function recorded(page: Page, content: string, at = new Date().toISOString()): Promise<void> {
  const data = JSON.stringify({ session_id: sessionOf(page), execution_id: null, role: 'assistant', source: 'personaplex', content, at });
  await page.evaluate((data) => (window as unknown as { streams: EventSource[] }).streams.forEach((one) => one.dispatchEvent(new MessageEvent('turn', { data }))), data);
}

/** Lets a test put events into the page's stream of them. */
export const withStreams = (page: Page) =>
  page.addInitScript(() => {
    const streams: EventSource[] = [];
    const Real = EventSource;
    Object.assign(window, {
      streams,
      EventSource: class extends Real {
        constructor(url: string) {
          super(url);
          streams.push(this);
        }
      },
    });
  });
