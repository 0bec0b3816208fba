import { expect, test } from '@playwright/test';
import { loudness, packets, withEars } from './ears.ts';
import { asked, chat, chatting, complaintsOf, heard, live, recorded, serving, talk, withStreams } from './persona.ts';
import { ServerVoice, tone } from './server-voice.ts';
import { accessible, card, folder, logIn, picture, program, replies, sessionOf } from './visit.ts';

const stamp = Date.now().toString(36);

test.use(heard);

let complain = () => undefined as void;

test.beforeEach(async ({ page }) => {
  complain = complaintsOf(page);
  await withEars(page);
});

test.afterEach(() => complain());

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
