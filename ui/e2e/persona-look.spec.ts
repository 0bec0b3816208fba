import { expect, test, type Page } from '@playwright/test';
import { asked, complaintsOf, heard, live, recorded, serving, talk, withStreams } from './persona.ts';
import { ServerVoice } from './server-voice.ts';
import { accessible, fits, logIn, picture, replies } from './visit.ts';

test.use(heard);

let complain = () => undefined as void;

test.beforeEach(({ page }) => {
  complain = complaintsOf(page);
});

test.afterEach(() => complain());

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
