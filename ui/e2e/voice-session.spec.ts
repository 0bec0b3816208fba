import { expect, test, type Page } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from './playwright.config.ts';
import { part, READY, recording, ServerVoice } from './server-voice.ts';
import { accessible, box, card, fits, folder, logIn, picture, program, replies, say, sessionOf } from './visit.ts';
import { withVoice } from './voice.ts';

const launch = config.use?.launchOptions ?? {};
const stamp = Date.now().toString(36);

test.use({
  launchOptions: {
    ...launch,
    args: [
      ...(launch.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${recording(join(tmpdir(), `readback-voice-${process.pid}.wav`))}`,
    ],
  },
});

let complaints: string[] = [];

test.beforeEach(({ page }) => {
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
});

test.afterEach(() => {
  const expected = /Failed to load resource|net::ERR|EventSource|WebSocket connection/;
  expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
});

const button = (page: Page) => page.locator('.microphone');
const goes = (page: Page) => page.locator('rb-voice-bar .state p');
const heardLine = (page: Page) => page.locator('rb-voice-bar .heard');

/** Taps the microphone and waits until the server hears. */
async function talk(page: Page, server: ServerVoice): Promise<void> {
  await button(page).click();
  await expect(goes(page)).toContainText(/Listening|Hold|ready/);
  await expect.poll(() => server.connected).toBe(true);
}

/** Somebody says it: the words as they come, then what the server makes of them. */
async function spoken(server: ServerVoice, words: string, session: string | null = null): Promise<{ session_id: string; execution_id: string }> {
  server.send({ type: 'heard', text: words.split(' ').slice(0, 2).join(' '), final: false, doubtful: [] });
  server.send({ type: 'heard', text: words, final: true, doubtful: [] });
  const outcome = await program('post', '/execute', { transcript: words, ...(session ? { session_id: session } : {}), heard: true });
  server.send({ type: 'execution', session_id: outcome.session_id, execution_id: outcome.execution_id, state: outcome.state });
  return outcome;
}

test('the microphone comes as 16 kHz frames of 20 ms, after one hello', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await expect.poll(() => server.all('hello').length).toBe(1);
  await talk(page, server);
  await expect.poll(() => server.frames.length).toBeGreaterThan(25);
  expect(server.frames.every((frame) => frame.length === 640)).toBe(true);
  const samples = Buffer.concat(server.frames);
  expect(Math.max(...Array.from({ length: samples.length / 2 }, (_, i) => Math.abs(samples.readInt16LE(2 * i))))).toBeGreaterThan(1000);
  const hellos = server.all('hello').slice(1);
  expect(hellos).toEqual([
    {
      type: 'hello',
      codec: 'pcm16',
      rate: 16_000,
      heard_up_to: null,
      plays: 'opus',
      speaker: 'server',
      voice: null,
      pace: 1,
      hands_free: true,
      persona: { voice: null, role: null, form: null },
    },
  ]);
  await expect(page.locator('rb-serves')).toHaveText('Hears: Moonshine base on this server · Speaks: Kokoro on this server');
  await accessible(page);
  await page.getByRole('button', { name: 'End talk' }).click();
  await expect.poll(() => server.connected).toBe(false);
  await expect(page.locator('rb-voice-bar .state')).toHaveCount(0);
});

test('what is heard stands there as it comes, becomes one turn, and its answer is said', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.send({ type: 'heard', text: 'how full is the dist', final: false, doubtful: ['dist'] });
  await expect(heardLine(page)).toContainText('how full is the dist');
  await expect(heardLine(page).locator('mark')).toHaveAttribute('title', 'Not sure of this');
  await spoken(server, 'how full is the disk');
  await expect(page.locator('.turn.user')).toHaveText(/how full is the disk/);
  await expect(replies(page)).toHaveCount(1);
  await expect(heardLine(page)).toHaveCount(0);
  await expect(page.locator('.turn')).toHaveCount(2);
  expect(sessionOf(page)).not.toBeNull();
  await expect(page.locator('[aria-live=polite]')).toHaveText('');
  server.say(4, 'The disk is 22 percent full.', 700);
  await expect(goes(page)).toContainText('Speaking');
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
  expect(server.all('playing')).toEqual([{ type: 'playing', turn_id: 4 }]);
  const played = server.all('played');
  expect(played.length).toBeGreaterThan(2);
  expect(played.at(-1)?.ms).toBeGreaterThan(680);
  expect(played.at(-1)?.ms).toBeLessThan(730);
  expect(played.filter(({ to_the_end }) => to_the_end)).toHaveLength(1);
});

test('it holds, goes on, and hushes', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.say(2, 'A long story.', 3000);
  await expect.poll(() => server.all('played').length).toBeGreaterThan(0);
  server.send({ type: 'hold', turn_id: 2 });
  await page.waitForTimeout(100);
  const held = server.all('played').length;
  await page.waitForTimeout(600);
  expect(server.all('played').length).toBeLessThanOrEqual(held + 1);
  server.send({ type: 'go_on', turn_id: 2 });
  await expect.poll(() => server.all('played').length).toBeGreaterThan(held + 1);
  server.send({ type: 'hush', turn_id: 2 });
  await expect(goes(page)).toContainText('Listening');
  await page.waitForTimeout(400);
  expect(server.all('played').some(({ to_the_end }) => to_the_end)).toBe(false);
  server.say(3, 'Short.', 200);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 3, to_the_end: true });
});

test('Escape, a tap anywhere and the microphone make it quiet', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const ways = [() => page.keyboard.press('Escape'), () => page.locator('rb-transcript').click({ position: { x: 4, y: 4 } }), () => button(page).click()];
  for (const [at, way] of ways.entries()) {
    server.say(10 + at, 'A long story.', 5000);
    await expect(goes(page)).toContainText('Speaking');
    await way();
    await expect.poll(() => server.all('barge_in').length).toBe(at + 1);
    await expect(goes(page)).toContainText('Listening');
  }
  expect(server.all('barge_in').map(({ turn_id }) => turn_id)).toEqual([10, 11, 12]);
  expect(server.all('mute')).toEqual([]);
});

test('a tap mutes, and another one goes on', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await button(page).click();
  await expect(goes(page)).toContainText('Muted');
  await page.waitForTimeout(100);
  const { length } = server.frames;
  await page.waitForTimeout(200);
  expect(server.frames.length).toBe(length);
  await expect(button(page)).toHaveAccessibleName('Unmute');
  await button(page).click();
  await expect.poll(() => server.frames.length).toBeGreaterThan(length);
  expect(server.all('mute').map(({ muted }) => muted)).toEqual([true, false]);
});

test('a lost network is taken up in the same conversation, and nothing is said twice', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const { session_id } = await spoken(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  server.say(4, 'All of it came.', 300);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
  server.say(7, 'Of this the rest is missing.', 600, false);
  await expect.poll(() => server.all('played').at(-1)?.turn_id).toBe(7);
  await page.waitForTimeout(500);
  const before = server.all('hello').length;
  await server.lose();
  await expect(goes(page)).toContainText('The connection is lost');
  server.frames = [];
  await page.waitForTimeout(400);
  server.up = true;
  await expect.poll(() => server.all('hello').length).toBe(before + 1);
  expect(server.all('hello').at(-1)?.heard_up_to).toBe(4);
  expect(server.addresses.at(-1)).toContain(`session=${session_id}`);
  await expect.poll(() => server.frames.length).toBeGreaterThan(20);
  const told = server.told.length;
  server.say(7, 'Of this the rest is missing.', 1000);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 7, to_the_end: true });
  const again = server.told.slice(told).filter((one) => one.type === 'played');
  expect(again[0]?.ms).toBeGreaterThan(480);
  expect(server.all('played').at(-1)?.ms).toBeGreaterThan(980);
  await server.lose();
  server.up = true;
  await expect.poll(() => server.all('hello').length).toBe(before + 2);
  expect(server.all('hello').at(-1)?.heard_up_to).toBe(7);
});

test('what had all come sounds to its end without the server, and counts as heard', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.say(4, 'A long story.', 1500);
  await expect.poll(() => server.all('playing').length).toBe(1);
  await server.lose();
  server.up = true;
  await expect.poll(() => server.all('hello').at(-1)?.heard_up_to).toBe(4);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
});

test('after a reload the talk goes on after what was heard', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await spoken(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  server.say(4, 'The disk is 22 percent full.', 200);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
  await page.reload();
  await talk(page, server);
  expect(server.all('hello').at(-1)?.heard_up_to).toBe(4);
  await page.getByRole('button', { name: 'End talk' }).click();
  await talk(page, server);
  expect(server.all('hello').at(-1)?.heard_up_to).toBeGreaterThan(4);
});

test('where the server has no mouth the browser speaks, and tells what sounds', async ({ page }) => {
  await withVoice(page);
  const server = await ServerVoice.at(page, { mouth: part('absent', '', 'No voice is here.'), speaker: 'browser', voices: [] });
  await logIn(page);
  await talk(page, server);
  await expect(page.locator('rb-serves')).toHaveText('Hears: Moonshine base on this server · Speaks: your browser');
  server.send({ type: 'say', turn_id: 4, text: 'The disk is full. Shall I look?', rate: 0 }, { type: 'said', turn_id: 4 });
  await expect.poll(() => page.evaluate(() => window.speech.sounding)).toBe('The disk is full.');
  expect(server.all('playing')).toEqual([{ type: 'playing', turn_id: 4 }]);
  await page.evaluate(() => window.speech.spoken());
  await page.evaluate(() => window.speech.spoken());
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
  server.send({ type: 'say', turn_id: 5, text: 'Once more.', rate: 0 });
  await expect.poll(() => page.evaluate(() => window.speech.sounding)).toBe('Once more.');
  server.send({ type: 'hush', turn_id: 5 });
  await expect.poll(() => page.evaluate(() => window.speech.sounding)).toBeNull();
});

test('where the server has no ear the browser hears as ever', async ({ page }) => {
  await withVoice(page);
  const server = await ServerVoice.at(page, { ear: part('absent', '', 'No ear is here.') });
  await logIn(page);
  await button(page).click();
  await expect.poll(() => page.evaluate(() => window.speech.listens)).toBe(true);
  expect(server.frames).toHaveLength(0);
  await page.evaluate(() => window.speech.say('how full is the disk'));
  await expect(replies(page).last()).toContainText('percent');
});

test('while it is being prepared one sees how far it is, and can type', async ({ page }) => {
  const server = await ServerVoice.at(page, { ear: part('preparing', '', 'Fetching what is needed to hear.', 21e6, 63e6) });
  await logIn(page);
  await expect(page.locator('rb-progress')).toContainText('21 of 63 MB');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-label', 'Fetching what is needed to hear.');
  await say(page, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  await picture(page, 'voice-preparing');
  await accessible(page);
  server.send({ ...READY, ear: part('preparing', '', 'Fetching what is needed to hear.', 50e6, 63e6) });
  await expect(page.locator('rb-progress')).toContainText('50 of 63 MB');
  await talk(page, server);
  await expect(goes(page)).toContainText('Getting ready');
  server.send(READY, { type: 'state', state: 'listening', say: '' });
  await expect(page.locator('rb-progress')).toHaveCount(0);
  await expect(goes(page)).toContainText('Listening');
});

const refusals = [
  ['NotAllowedError', 'Permission denied', 'not allowed for this page'],
  ['NotAllowedError', 'Permission denied by system', 'keeps the microphone from the browser'],
  ['NotFoundError', 'Requested device not found', 'No microphone was found'],
  ['NotReadableError', 'Could not start audio source', 'Another program is using'],
] as const;

for (const [name, message, sentence] of refusals) {
  test(`${message}: it says so in plain words`, async ({ page }) => {
    const server = await ServerVoice.at(page);
    await page.addInitScript(
      ([name, message]) => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(message, name))),
      [name, message] as const,
    );
    await logIn(page);
    await expect.poll(() => server.all('hello').length).toBe(1);
    await button(page).click();
    await expect(page.locator('rb-composer [role=status]')).toContainText(sentence);
    expect(server.all('hello').length).toBe(1);
    await accessible(page);
  });
}

test('a page that came by plain HTTP says how to get the microphone', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await logIn(page);
  await expect.poll(() => server.all('hello').length).toBe(1);
  await button(page).click();
  await expect(page.locator('rb-composer [role=status]')).toContainText('--tls self-signed');
  await picture(page, 'voice-insecure');
  await box(page).fill('h');
  await expect(page.locator('rb-composer [role=status]')).toHaveText('');
});

test('the screen stays on for as long as one talks, also after it was looked away from', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => {
    const locks = { taken: 0, released: 0 };
    Object.assign(window, { locks });
    Object.defineProperty(navigator, 'wakeLock', {
      value: { request: async () => ((locks.taken += 1), { release: async () => void (locks.released += 1) }) },
    });
  });
  const locks = () => page.evaluate(() => (window as unknown as { locks: { taken: number; released: number } }).locks);
  await logIn(page);
  await talk(page, server);
  expect(await locks()).toEqual({ taken: 1, released: 0 });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(locks).toEqual({ taken: 2, released: 1 });
  await page.getByRole('button', { name: 'End talk' }).click();
  await expect.poll(locks).toEqual({ taken: 2, released: 2 });
  await expect(button(page)).toBeFocused();
});

test('a network that goes and comes is taken up at once', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const before = server.all('hello').length;
  server.up = false;
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await expect(goes(page)).toContainText('The connection is lost');
  await page.waitForTimeout(1500);
  server.up = true;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => server.all('hello').length, { timeout: 400 }).toBe(before + 1);
  await expect(goes(page)).toContainText('Listening');
});

test('where the way is narrow the sound goes as packets of Opus', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { type: 'cellular', effectiveType: '4g' } }));
  await logIn(page);
  await talk(page, server);
  expect(server.all('hello').at(-1)).toMatchObject({ codec: 'opus', rate: 16_000 });
  const began = Date.now();
  server.frames = [];
  await expect.poll(() => server.frames.length).toBeGreaterThan(50);
  const bytes = server.frames.reduce((sum, frame) => sum + frame.length, 0);
  expect(bytes / server.frames.length).toBeLessThan(120);
  const ms = (Date.now() - began) / server.frames.length;
  expect(ms).toBeGreaterThan(15);
  expect(ms).toBeLessThan(30);
  await server.lose();
  server.up = true;
  await expect.poll(() => server.all('hello').filter(({ codec }) => codec === 'opus').length).toBe(2);
});

const closings = [
  [4001, 'The login ended.', false],
  [1008, 'Too many messages were not understood.', false],
  [1013, 'Too many talk here.', true],
  [4003, 'Nothing came for a while.', true],
] as const;

for (const [code, reason, comesBack] of closings) {
  test(`a connection closed with ${code} ${comesBack ? 'is taken up again' : 'ends the talk, and says why'}`, async ({ page }) => {
    const server = await ServerVoice.at(page);
    await logIn(page);
    await talk(page, server);
    const before = server.all('hello').length;
    await server.lose(code, reason);
    server.up = true;
    if (comesBack) {
      await expect.poll(() => server.all('hello').length).toBe(before + 1);
      await expect(goes(page)).toContainText('Listening');
    } else {
      await expect(page.locator('rb-composer [role=status]')).toHaveText(reason);
      await page.waitForTimeout(500);
      expect(server.all('hello').length).toBe(before);
    }
  });
}

test('a conversation that is not there is left for a new one', async ({ page }) => {
  const server = await ServerVoice.at(page);
  const { session_id } = await program('post', '/execute', { transcript: 'how full is the disk' });
  await logIn(page, `/talk/${session_id}`);
  await talk(page, server);
  expect(server.addresses.at(-1)).toContain(session_id);
  await server.lose(4004, 'There is no such session.');
  server.up = true;
  await expect.poll(() => server.addresses.at(-1)).not.toContain(session_id);
});

test('answers can be had in writing only', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await page.getByRole('button', { name: 'Speak answers' }).click();
  await expect.poll(() => server.all('manner').at(-1)?.speaker).toBe('nobody');
  await spoken(server, 'how full is the disk');
  await expect(page.locator('rb-talk [aria-live=polite]').first()).toContainText('percent');
});

test('a microphone that is pulled out is told of, and taken up again', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const state = { gone: false, tracks: [] as MediaStreamTrack[] };
    Object.assign(window, { microphone: state });
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (state.gone) {
        throw new DOMException('Requested device not found', 'NotFoundError');
      }
      const stream = await real(wanted);
      state.tracks.push(...stream.getAudioTracks());
      return stream;
    };
  });
  await logIn(page);
  await talk(page, server);
  await page.evaluate(() => {
    const state = (window as unknown as { microphone: { gone: boolean; tracks: MediaStreamTrack[] } }).microphone;
    state.gone = true;
    state.tracks.at(-1)?.dispatchEvent(new Event('ended'));
  });
  await expect(goes(page)).toContainText('The microphone is gone');
  await page.evaluate(() => {
    (window as unknown as { microphone: { gone: boolean } }).microphone.gone = false;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(goes(page)).toContainText('Listening');
  server.frames = [];
  await expect.poll(() => server.frames.length).toBeGreaterThan(5);
});

test('held to talk, by the button and by the space bar', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => localStorage.setItem('readback.voice', '{"hands_free":false}'));
  await logIn(page);
  await talk(page, server);
  expect(server.all('hello').at(-1)?.hands_free).toBe(false);
  await page.waitForTimeout(300);
  expect(server.frames).toHaveLength(0);
  await button(page).hover();
  await page.mouse.down();
  await expect(goes(page)).toContainText('Let go when you are done');
  await expect.poll(() => server.frames.length).toBeGreaterThan(20);
  await page.mouse.up();
  await expect.poll(() => server.all('press').map(({ down }) => down)).toEqual([true, false]);
  const { length } = server.frames;
  await page.waitForTimeout(200);
  expect(server.frames.length).toBe(length);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.down(' ');
  await expect.poll(() => server.frames.length).toBeGreaterThan(length + 10);
  await page.keyboard.up(' ');
  await expect.poll(() => server.all('press').map(({ down }) => down)).toEqual([true, false, true, false]);
});

test('a question is spoken, and can be tapped', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await spoken(server, `run mkdir ${folder}/talk-${stamp}`);
  await expect(card(page)).toBeVisible();
  server.send({ type: 'state', state: 'asking', say: '' });
  server.say(6, 'Create that folder on this machine?', 4000);
  await expect(goes(page)).toContainText('Speaking');
  await picture(page, 'voice-question');
  await card(page).getByRole('button', { name: 'Yes, run it' }).click();
  await expect.poll(() => server.all('barge_in').length).toBe(1);
  await expect(page.locator('rb-run .executed')).toHaveText('done');
});

test('a link that says mode=answer shows the question first, the rest folded below', async ({ page }) => {
  const server = await ServerVoice.at(page);
  const { session_id } = await program('post', '/execute', { transcript: `run mkdir ${folder}/link-${stamp}` });
  await page.setViewportSize({ width: 375, height: 812 });
  await logIn(page, `/?session=${session_id}&mode=answer`);
  await expect(card(page)).toBeVisible();
  await expect(page.locator('rb-transcript')).toBeHidden();
  expect((await card(page).boundingBox())?.y).toBeLessThan(120);
  await talk(page, server);
  expect(server.addresses.at(-1)).toContain(`session=${session_id}&mode=answer`);
  await picture(page, 'voice-answer');
  await accessible(page);
  await fits(page);
  await page.getByRole('button', { name: 'Show the conversation' }).click();
  await expect(page.locator('.turn.user')).toBeVisible();
  await page.getByRole('button', { name: 'Hide the conversation' }).click();
  await card(page).getByRole('button', { name: 'No', exact: true }).click();
  await expect(replies(page).last()).toContainText('left it alone');
  await expect(replies(page).last()).toBeVisible();
});

test('a question on a phone that lies on its side leaves the microphone in sight', async ({ page }) => {
  const server = await ServerVoice.at(page);
  const { session_id } = await program('post', '/execute', { transcript: `run mkdir ${folder}/side-${stamp}` });
  await page.setViewportSize({ width: 667, height: 375 });
  await logIn(page, `/talk/${session_id}`);
  await talk(page, server);
  await expect(card(page)).toBeVisible();
  await expect(button(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Yes, run it' })).toBeInViewport({ ratio: 1 });
  await picture(page, 'voice-side');
});

test('how long it took is told on demand', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const { session_id, execution_id } = await spoken(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  const stages = [
    { stage: 'final_text', after_ms: 510 },
    { stage: 'plan', after_ms: 522 },
    { stage: 'verdict', after_ms: 525 },
    { stage: 'run', after_ms: 574 },
    { stage: 'report', after_ms: 577 },
    { stage: 'first_audio', after_ms: 1203 },
  ] as const;
  server.send({ type: 'latency', session_id, execution_id, speech_ended: new Date().toISOString(), stages: [...stages] });
  await page.getByText('Took 1.2 s').click();
  await expect(page.getByRole('row', { name: /First sound/ })).toContainText('1203 ms');
  await picture(page, 'voice-latency');
  await accessible(page);
  await page.route('**/sessions/*/history*', async (route) => {
    const response = await route.fetch();
    const latency = [{ session_id, execution_id, speech_ended: new Date().toISOString(), stages: [{ stage: 'final_text', after_ms: -40 }, { stage: 'first_audio', after_ms: 800 }] }];
    await route.fulfill({ response, json: { ...(await response.json()), latency } });
  });
  await page.reload();
  await page.getByText('Took 0.8 s').click();
  await expect(page.getByRole('row', { name: /Words understood/ })).toContainText('−40 ms');
});

test('what was lost, and what serves instead, is said', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.send({ type: 'fallback', lost: 'mouth', serves: 'browser', say: 'The voice of this server is lost. Your browser speaks.' });
  await expect(page.locator('rb-voice-bar [role=alert]')).toContainText('Your browser speaks.');
  server.send({ type: 'state', state: 'busy', say: 'Four others are talking. You are next.' });
  await expect(goes(page)).toHaveText('Four others are talking. You are next.');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('rb-voice-bar .notice')).toHaveCount(0);
});

test('who speaks, by which voice and when the microphone counts is chosen in the settings', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page, '/settings');
  await expect(page.getByText('Ear: Moonshine base')).toBeVisible();
  await page.getByLabel('Voice').first().selectOption('bm_george');
  await page.getByText('Hold to talk').click();
  await accessible(page);
  await picture(page, 'voice-settings');
  await page.getByRole('button', { name: 'Hear it' }).first().click();
  await expect.poll(() => server.all('sample').length).toBe(1);
  expect(server.all('hello').at(-1)).toMatchObject({ voice: 'bm_george', hands_free: false });
  server.say(-1, 'The root disk is 22 percent full.', 200);
  await expect(page.getByRole('button', { name: 'Hear it' }).first()).toBeEnabled();
  await page.getByText('Nobody', { exact: true }).click();
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('readback.voice') ?? ''))).toMatchObject({ speaker: 'nobody', voice: 'bm_george', hands_free: false });
  await fits(page);
});

test('typed words go on in the talk, also where it has no conversation yet', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await say(page, 'how full is the disk');
  await expect.poll(() => server.all('text')).toEqual([{ type: 'text', text: 'how full is the disk' }]);
  await expect(box(page)).toHaveValue('');
});

test('the talk goes along to another conversation, and ends with the view', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const { session_id } = await spoken(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'New conversation' }).click();
  await expect.poll(() => server.addresses.at(-1)).not.toContain(session_id);
  await expect(goes(page)).toContainText('Listening');
  await page.getByRole('link', { name: 'Tasks' }).click();
  await expect.poll(() => server.connected).toBe(false);
});

const looks = [
  { name: 'small-light', colorScheme: 'light', viewport: { width: 320, height: 568 } },
  { name: 'phone-light', colorScheme: 'light', viewport: { width: 375, height: 812 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 375, height: 812 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'desktop-dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, colorScheme, viewport } of looks) {
  test(`a talk looks right and keeps nobody out: ${name}`, async ({ page }) => {
    const server = await ServerVoice.at(page);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await logIn(page);
    await talk(page, server);
    await picture(page, `voice-begun-${name}`);
    await spoken(server, 'how full is the disk');
    await expect(replies(page)).toHaveCount(1);
    server.send({ type: 'heard', text: 'and what uses the most of var log', final: false, doubtful: ['var log'] });
    await expect(heardLine(page)).toBeVisible();
    await page.waitForTimeout(300);
    await picture(page, `voice-${name}`);
    await accessible(page);
    await fits(page);
    await button(page).click();
    await expect(goes(page)).toContainText('Muted');
    await picture(page, `voice-muted-${name}`);
    await page.goto('/settings');
    await expect(page.getByText('Ear: Moonshine base')).toBeVisible();
    await picture(page, `voice-settings-${name}`);
    await accessible(page);
    await fits(page);
  });
}
