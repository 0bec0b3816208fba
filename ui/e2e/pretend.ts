import type { Page } from '@playwright/test';
import type { Execution, History } from '../src/types.ts';
import { program, sessionOf } from './visit.ts';

/** Lets the server answer as usual, and alters what it tells of an execution. */
export async function altered(page: Page, alter: (execution: Execution) => Execution): Promise<void> {
  await page.unroute('**/executions/*');
  await page.route('**/executions/*', async (route) => {
    try {
      const response = await route.fetch();
      await route.fulfill({ response, json: alter((await response.json()) as Execution) });
    } catch {
      // The page was left, or altered differently, while this was on its way.
    }
  });
}

export const withFigures = (execution: Execution): Execution => ({
  ...execution,
  results: execution.results.map((result) => ({
    ...result,
    figures: [
      { label: 'Disk /', share: 0.24, text: '24 of 100 GB', level: 'ok' },
      { label: 'Disk /data', share: 0.91, text: '91 of 100 GB', level: 'warn' },
      { label: 'Load', share: null, text: '0.42', level: 'ok' },
    ],
  })),
});

export const withDoubts = (execution: Execution): Execution =>
  execution.question
    ? {
        ...execution,
        commands: [
          ...execution.commands.map((command) => ({ ...command, doubtful: ['doubt'], affects: ['12 files, 3.4 MB'] })),
          { command: 'systemctl restart nginx', host: 'local', intent: 'service.restart', verdict: 'confirm', reasons: [] },
        ],
      }
    : execution;

export const soon = (execution: Execution): Execution =>
  execution.question
    ? { ...execution, question: { ...execution.question, expires_at: new Date(Date.now() + 119_000).toISOString() } }
    : execution;

export const clarifying = (execution: Execution): Execution =>
  execution.question
    ? {
        ...execution,
        commands: [],
        results: [],
        question: { ...execution.question, kind: 'clarify', text: 'Which one do you mean?', context: '', choices: ['nginx', 'apache2', 'haproxy'] },
      }
    : execution;

/** A server that makes another plan of "change it to …". */
export async function changing(page: Page, line: string): Promise<void> {
  let changed = false;
  await page.route('**/resume/*', async (route) => {
    changed = true;
    const { execution_id } = (await program('get', `/context/${sessionOf(page)}`)) as { execution_id: string };
    await route.fulfill({ status: 200, json: { execution_id, question: null } });
  });
  await altered(page, (execution) =>
    changed && execution.question
      ? {
          ...execution,
          commands: execution.commands.map((command) => ({ ...command, command: line })),
          results: execution.results.map((result) => ({ ...result, command: line })),
          question: { ...execution.question, id: '00000000-0000-4000-8000-000000000000', text: `Run ${line} on this machine?`, context: line },
        }
      : execution,
  );
  await page.route('**/questions/00000000-*/shown', (route) => route.fulfill({ status: 204 }));
}

/** A history that names the executions its turns belong to. */
export async function withExecutionIds(page: Page): Promise<void> {
  await page.route('**/sessions/*/history*', async (route) => {
    const response = await route.fetch();
    const past = (await response.json()) as History;
    const events = await eventsOf(page, past.session_key);
    const history = past.history.map((turn) => ({
      ...turn,
      execution_id: turn.execution_id ?? events.find(({ at, content }) => at === turn.at && content === turn.content)?.execution_id ?? null,
    }));
    await route.fulfill({ response, json: { ...past, history } });
  });
}

interface Told {
  at: string;
  content: string;
  execution_id: string;
}

const eventsOf = (page: Page, session: string): Promise<Told[]> =>
  page.evaluate(
    (session) =>
      new Promise<Told[]>((done) => {
        const told: Told[] = [];
        const source = new EventSource(`/events?session_id=${session}&last_event_id=0`);
        source.addEventListener('turn', (event) => told.push(JSON.parse((event as MessageEvent<string>).data) as Told));
        setTimeout(() => {
          source.close();
          done(told);
        }, 400);
      }),
    session,
  );
