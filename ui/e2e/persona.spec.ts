import { expect, test, type Page } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loudness, packets, withEars } from './ears.ts';
import config from './playwright.config.ts';
import { recording, ServerVoice, tone } from './server-voice.ts';
import { accessible, card, fits, folder, logIn, picture, program, replies, sessionOf } from './visit.ts';

const launch = config.use?.launchOptions ?? {};
const stamp = Date.now().toString(36);

test.use({
  launchOptions: {
    ...launch,
    args: [
      ...(launch.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${recording(join(tmpdir(), `readback-persona-${process.pid}.wav`))}`,
    ],
  },
});

let complaints: string[] = [];

test.beforeEach(async ({ page }) => {
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await withEars(page);
});

test.afterEach(() => {
  const expected = /Failed to load resource|net::ERR|EventSource|WebSocket connection/;
  expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
});

const button = (page: Page) => page.locator('.microphone');
const goes = (page: Page) => page.locator('rb-voice-bar .state p');
const serving = (page: Page) => page.locator('rb-serves');
const chat = (page: Page) => page.locator('rb-transcript .turn.chat');
const live = (page: Page) => page.locator('rb-persona-line .turn.chat');

async function talk(page: Page, server: ServerVoice): Promise<void> {
  await button(page).click();
  await expect(goes(page)).toContainText(/Listening|Hold|ready/);
  await expect.poll(() => server.connected).toBe(true);
}

async function asked(server: ServerVoice, words: string): Promise<string> {
  const outcome = await program('post', '/execute', { transcript: words, heard: true });
  server.send({ type: 'execution', session_id: outcome.session_id, execution_id: outcome.execution_id, state: outcome.state });
  return outcome.session_id;
}

/** Sends its voice as a persona does, a packet each 80 ms, until stopped. */
function chatting(server: ServerVoice, sounds: Buffer[]): () => void {
  let at = 0;
  const timer = setInterval(() => server.chat(sounds[at++ % sounds.length] ?? Buffer.alloc(0)), 80);
  return () => clearInterval(timer);
}

/** What the record has of a persona, as the stream of events will tell it. */
async function recorded(page: Page, content: string, at = new Date().toISOString()): Promise<void> {
  await page.evaluate((data) => (window as unknown as { streams: EventSource[] }).streams.forEach((one) => one.dispatchEvent(new MessageEvent('turn', { data }))), JSON.stringify({ session_id: sessionOf(page), execution_id: null, role: 'assistant', source: 'personaplex', content, at }));
}

/** Lets a test put events into the page's stream of them. */
const withStreams = (page: Page) =>
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

test('while it is prepared one sees for how long, and how far it is', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  await expect(serving(page)).toHaveText('Hears: Moonshine base on this server · Speaks: Kokoro on this server');
  server.persona('preparing', { expected_ms: 3000 });
  await expect(serving(page)).toContainText('Preparing the persona, about 3 s');
  await expect(serving(page)).toContainText('Hears: Moonshine base on this server');
  const bar = page.getByRole('progressbar', { name: 'Preparing the persona' });
  const far = () => bar.evaluate((element: HTMLProgressElement) => element.value);
  await expect.poll(far).toBeGreaterThan(0.2);
  await picture(page, 'persona-preparing');
  await accessible(page);
  await expect(serving(page)).toContainText('a little longer…');
  expect(await far()).toBeLessThan(1);
  server.persona('talking');
  await expect(serving(page)).toHaveText('Full duplex: PersonaPlex (NATM1) · Hears: Moonshine base · Speaks: Kokoro');
  await expect(bar).toHaveCount(0);
});

test('who waits is told the place, and what serves meanwhile', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.persona('waiting', { place: 2, voice: '' });
  await expect(serving(page)).toContainText('Waiting for a persona, you are 2nd; embedded speech serves meanwhile');
  await expect(serving(page)).toContainText('Speaks: Kokoro on this server');
  server.persona('waiting', { place: 1, voice: '' });
  await expect(serving(page)).toContainText('you are next');
});

test('its packets sound, and its words stand there as its own, once', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await withStreams(page);
  await logIn(page);
  await talk(page, server);
  expect(server.all('hello').at(-1)).toMatchObject({ plays: 'opus', persona: { voice: null, role: null, form: null } });
  await asked(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  server.persona('talking');
  const stop = chatting(server, await packets(page, 12));
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  server.send({ type: 'persona_says', text: 'That leaves you', whole: false });
  await expect(live(page)).toContainText('That leaves you');
  await expect(live(page)).toContainText('PersonaPlex · just talking');
  server.send({ type: 'persona_says', text: 'That leaves you plenty of room.', whole: true });
  await expect(live(page)).toContainText('plenty of room');
  await recorded(page, 'That leaves you plenty of room.');
  await expect(live(page)).toHaveCount(0);
  await expect(chat(page)).toHaveText(/That leaves you plenty of room\./);
  server.send({ type: 'persona_says', text: 'Shall we go on?', whole: true });
  await recorded(page, 'Shall we go on?');
  await expect(chat(page)).toHaveCount(2);
  await expect(page.getByText('PersonaPlex · just talking')).toHaveCount(1);
  await expect(page.locator('rb-talk [aria-live=polite]').first()).not.toContainText('plenty of room');
  await expect(page.locator('rb-run')).toHaveCount(1);
  await accessible(page);
  stop();
  await expect.poll(() => loudness(page, 'persona')).toBeLessThan(0.001);
});

test('held it is silent at once, and our own voice sounds alone', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.persona('talking');
  const stop = chatting(server, await packets(page, 12));
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  server.persona('held');
  await page.waitForTimeout(150);
  expect(await loudness(page, 'persona')).toBeLessThan(0.001);
  await expect(serving(page)).toHaveText('Full duplex: PersonaPlex (NATM1) · Hears: Moonshine base · Speaks: Kokoro');
  await expect(page.getByTitle('Persona silent')).toBeVisible();
  server.say(4, 'The disk is 22 percent full.', 900);
  await expect.poll(() => loudness(page, 'playback')).toBeGreaterThan(0.05);
  expect(await loudness(page, 'persona')).toBeLessThan(0.001);
  await expect.poll(() => server.all('played').at(-1)).toMatchObject({ turn_id: 4, to_the_end: true });
  server.persona('talking');
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  server.say(5, 'It was not held, and is silent all the same.', 900);
  await expect.poll(() => loudness(page, 'playback')).toBeGreaterThan(0.05);
  await page.waitForTimeout(80);
  expect(await loudness(page, 'playback')).toBeGreaterThan(0.05);
  expect(await loudness(page, 'persona')).toBeLessThan(0.001);
  stop();
});

test('a packet that is broken is left out', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.persona('talking');
  const sounds = await packets(page, 12);
  const stop = chatting(server, [...sounds, Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.alloc(0)]);
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  await page.waitForTimeout(1500);
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  stop();
});

test('a browser without a decoder is sent the bare sound', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await page.addInitScript(() => delete (window as { AudioDecoder?: unknown }).AudioDecoder);
  await logIn(page);
  await talk(page, server);
  expect(server.all('hello').at(-1)?.plays).toBe('pcm16');
  server.persona('talking');
  const stop = chatting(server, [tone(80, 24_000)]);
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.05);
  stop();
});

test('lost in the middle of a sentence: what serves now is said, and nothing else changes', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const session = await asked(server, `run mkdir ${folder}/persona-${stamp}`);
  await expect(card(page)).toBeVisible();
  server.persona('talking');
  const stop = chatting(server, await packets(page, 12));
  server.send({ type: 'persona_says', text: 'While we wait, I was', whole: false });
  await expect(live(page)).toBeVisible();
  await expect.poll(() => loudness(page, 'persona')).toBeGreaterThan(0.1);
  const hellos = server.all('hello').length;
  stop();
  server.send({ type: 'fallback', lost: 'persona', serves: 'server', say: 'The persona is lost. I go on myself.' });
  await expect(page.locator('rb-voice-bar [role=alert]')).toContainText('The persona is lost.');
  await expect(serving(page)).toHaveText('Hears: Moonshine base on this server · Speaks: Kokoro on this server');
  await expect.poll(() => loudness(page, 'persona')).toBeLessThan(0.001);
  expect(sessionOf(page)).toBe(session);
  expect(server.all('hello').length).toBe(hellos);
  await expect(live(page)).toContainText('While we wait, I was');
  await picture(page, 'persona-lost');
  await card(page).getByRole('button', { name: 'Yes, run it' }).click();
  await expect(page.locator('rb-run .executed')).toHaveText('done');
});

test('small talk begins a conversation, too', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await withStreams(page);
  await logIn(page);
  await talk(page, server);
  server.persona('talking');
  server.send({ type: 'persona_says', text: 'Good evening.', whole: true });
  await expect(live(page)).toBeVisible();
  const { session_id } = await program('post', '/execute', { transcript: 'how full is the disk' });
  server.send({ ...server.ready, session_id });
  await expect.poll(() => sessionOf(page)).toBe(session_id);
  await recorded(page, 'Good evening.', new Date(0).toISOString());
  await expect(chat(page)).toHaveCount(1);
  await expect(live(page)).toHaveCount(0);
});

test('in the history it stands as what it was', async ({ page }) => {
  const at = (second: number) => `2026-03-01T12:00:0${second}Z`;
  const turns = [
    { role: 'user', content: 'How are you?', source: 'voice', at: at(1) },
    { role: 'assistant', content: 'Quite well.', source: 'personaplex', at: at(2) },
    { role: 'assistant', content: 'And you?', source: 'personaplex', at: at(3) },
  ];
  await ServerVoice.at(page);
  await page.route(/\/history/, (route) => route.fulfill({ json: { session_key: '', history: turns, last_event_id: 0 } }));
  await logIn(page, '/sessions/agent%3Amain%3Asmall');
  await expect(page.locator('rb-held .turn.chat')).toHaveCount(2);
  await expect(page.getByText('PersonaPlex · just talking')).toHaveCount(1);
  await picture(page, 'persona-history');
});

test('where there is none the page is as ever', async ({ page }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  server.persona('absent', { say: 'No persona is set up.', voice: '' });
  await asked(server, 'how full is the disk');
  await expect(replies(page)).toHaveCount(1);
  await expect(serving(page)).toHaveText('Hears: Moonshine base on this server · Speaks: Kokoro on this server');
  await expect(chat(page)).toHaveCount(0);
  expect(await page.evaluate(() => 'persona' in window.ears)).toBe(false);
});

const VOICES = {
  categories: [
    { name: 'Natural, female', voices: ['NATF0', 'NATF1'] },
    { name: 'Natural, male', voices: ['NATM0', 'NATM1'] },
  ],
  chosen: 'NATM1',
  places: [
    { name: 'gpu-1', state: 'free', say: 'Ready for a talk.' },
    { name: 'gpu-2', state: 'failed', say: 'Nobody answers there; asked again by itself.' },
  ],
};

const withPersonas = (page: Page, voices: object = VOICES) => page.route('**/personaplex/voices', (route) => route.fulfill({ json: voices }));

test('who it is is chosen in the settings, kept, and told: also to a talk that runs', async ({ page, context }) => {
  const server = await ServerVoice.at(page);
  await logIn(page);
  await talk(page, server);
  const settings = await context.newPage();
  await ServerVoice.at(settings);
  await withPersonas(settings);
  await settings.goto('/settings');
  const group = settings.locator('rb-duplex');
  await group.getByLabel('Voice').selectOption('NATF1');
  await expect.poll(() => server.all('manner').at(-1)?.persona).toEqual({ voice: 'NATF1', role: null, form: null });
  await group.getByLabel('Who it is').fill('You are Ada.');
  await expect(group).toContainText('12 of 300');
  await group.getByLabel('Who it is').blur();
  await group.getByText('Advanced').click();
  await group.getByLabel('Manner').selectOption('service');
  const wish = { voice: 'NATF1', role: 'You are Ada.', form: 'service' };
  await expect.poll(() => server.all('manner').at(-1)?.persona).toEqual(wish);
  await expect(group).toContainText('Takes effect at the next pause');
  await settings.reload();
  await expect(group.getByLabel('Voice')).toHaveValue('NATF1');
  await expect(group.getByLabel('Who it is')).toHaveValue('You are Ada.');
  await page.getByRole('button', { name: 'End talk' }).click();
  await talk(page, server);
  expect(server.all('hello').at(-1)?.persona).toEqual(wish);
  await group.getByRole('switch').click();
  await expect.poll(() => server.all('manner').at(-1)?.persona).toBeNull();
  await expect(group.getByLabel('Voice')).toHaveCount(0);
  await group.getByRole('switch').click();
  await expect.poll(() => server.all('manner').at(-1)?.persona).toEqual(wish);
});

test('what full duplex would add is said where none is set up, and nothing where it is not known', async ({ page }) => {
  await ServerVoice.at(page);
  await withPersonas(page, { ...VOICES, places: [] });
  await logIn(page, '/settings');
  await expect(page.locator('rb-duplex')).toContainText('No PersonaPlex server is set up.');
  await expect(page.locator('rb-duplex').getByRole('switch')).toHaveCount(0);
  await page.unroute('**/personaplex/voices');
  await page.route('**/personaplex/voices', (route) => route.fulfill({ status: 404, json: { title: 'Not found', status: 404, detail: 'No such call.' } }));
  await page.reload();
  await expect(page.getByText('Ear: Moonshine base')).toBeVisible();
  await expect(page.getByText('Full duplex')).toHaveCount(0);
});

const looks = [
  { name: 'phone-light', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'desktop-dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, colorScheme, viewport } of looks) {
  test(`a talk with a persona looks right and keeps nobody out: ${name}`, async ({ page }) => {
    const server = await ServerVoice.at(page);
    await withStreams(page);
    await withPersonas(page);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await logIn(page);
    await talk(page, server);
    server.persona('preparing', { expected_ms: 8000 });
    await asked(server, 'how full is the disk');
    await expect(replies(page)).toHaveCount(1);
    await expect(serving(page)).toContainText('Preparing the persona');
    await page.waitForTimeout(1500);
    await picture(page, `persona-preparing-${name}`);
    await fits(page);
    server.persona('talking');
    await recorded(page, 'So you have some room left. I like a tidy disk.');
    await recorded(page, 'Anything else on your mind tonight?', new Date(Date.now() + 5).toISOString());
    server.send({ type: 'persona_says', text: 'I could listen to those fans all', whole: false });
    await expect(live(page)).toBeInViewport({ ratio: 1 });
    await picture(page, `persona-talking-${name}`);
    await accessible(page);
    await fits(page);
    await page.goto('/settings');
    await expect(page.locator('rb-duplex').getByRole('switch')).toBeVisible();
    await page.locator('rb-duplex').scrollIntoViewIfNeeded();
    await picture(page, `persona-settings-${name}`);
    await accessible(page);
    await fits(page);
  });
}
