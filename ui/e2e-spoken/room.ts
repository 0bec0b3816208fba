import { expect, type Page } from '@playwright/test';
import { spoken, wav, type Manner } from './clips.ts';

declare global {
  interface Window {
    /** Sounds in the room that the page's microphone stands in. */
    sound(base64: string): Promise<void>;
  }
}

/** Puts the page's microphone into a room in which the test speaks when it likes. */
export const inRoom = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const context = new AudioContext();
    const microphone = context.createMediaStreamDestination();
    navigator.mediaDevices.getUserMedia = async () => {
      await context.resume();
      return microphone.stream.clone();
    };
    window.sound = async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(bytes.buffer);
      source.connect(microphone);
      source.start();
      await new Promise((done) => (source.onended = done));
    };
  });

/** Says words in the room; returns when they have ended. */
export const speak = (page: Page, text: string, manner?: Manner): Promise<void> =>
  page.evaluate((sound) => window.sound(sound), wav([spoken(text, manner)]).toString('base64'));

/** What goes on, in the page's words. */
export const state = (page: Page) => page.locator('rb-voice-bar .state p');

/** Taps the microphone and waits until somebody listens. */
export async function startTalking(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Talk', exact: true }).click();
  await expect(state(page)).toHaveText(/listening|waiting for your answer|speaking/i, { timeout: 60_000 });
}

/** Who is not heard says it again, and robots are best heard by another voice. */
export async function said(page: Page, words: string, understood: () => Promise<void>): Promise<void> {
  const voices = ['slt', 'en-gb', 'rms', 'slt'];
  await expect(async () => {
    await speak(page, words, { voice: voices.shift() ?? 'rms' });
    await understood();
  }).toPass({ timeout: 75_000 });
}
