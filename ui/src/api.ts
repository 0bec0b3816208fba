import type { AuditRecord, Effective, Execution, Grant, Health, History, Hit, Note, Opened, Outcome, PersonaVoices, Phrase, Session, Sessions, Task, Undelivered } from './types.ts';

/** What the server would not do, in its own plain words. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

const UNREACHABLE = 'Readback cannot be reached.';

/** The server could not be reached at all. */
export class Unreachable extends Error {
  static readonly sentence = UNREACHABLE;

  constructor() {
    super(UNREACHABLE);
  }
}

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return body === undefined
    ? send(method, path, undefined, headers)
    : send(method, path, JSON.stringify(body), { ...headers, 'Content-Type': 'application/json' });
}

async function send(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Response> {
  const request: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) {
    request.body = body;
  }
  const response = await fetch(path, request).catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

async function problem(response: Response): Promise<Error> {
  try {
    const told = (await response.json()) as { code: string; detail: string };
    return new Problem(told.code, response.status, told.detail);
  } catch {
    // Not one of ours: something between here and Readback answered in its place.
    return response.status >= 500 ? new Unreachable() : new Problem('unknown', response.status, `That did not work (${response.status}).`);
  }
}

/** Words on their way: for which session (null begins one), whether a recogniser heard them, and the key they are known by. */
export interface Words {
  text: string;
  session: string | null;
  heard: boolean;
  key: string;
}

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const id = encodeURIComponent;

export const api = {
  loggedIn: async (): Promise<boolean> => (await json<{ logged_in: boolean }>(call('GET', '/login'))).logged_in,
  login: async (code: string): Promise<void> => void (await call('POST', '/login', { code })),
  logout: async (): Promise<void> => void (await call('POST', '/logout')),
  openLink: (code: string): Promise<Opened> => json(call('POST', '/link', { code })),
  /** Hands the words over and comes back at once; the rest arrives as events. The key makes sending again harmless. */
  execute: ({ text, session, heard, key }: Words): Promise<Outcome> =>
    json(
      call(
        'POST',
        '/execute',
        { transcript: text, ...(session ? { session_id: session } : {}), ...(heard ? { heard } : {}) },
        { Prefer: 'wait=0', 'Idempotency-Key': key },
      ),
    ),
  resume: (session: string, question: string, answer: string, heard = false): Promise<Outcome> =>
    json(call('POST', `/resume/${id(session)}`, { answer, question_id: question, ...(heard ? { heard } : {}) }, { Prefer: 'wait=0' })),
  shown: async (question: string): Promise<void> => void (await call('POST', `/questions/${id(question)}/shown`)),
  cancel: async (execution: string): Promise<void> => void (await call('POST', `/executions/${id(execution)}/cancel`)),
  execution: (execution: string): Promise<Execution> => json(call('GET', `/executions/${id(execution)}`)),
  context: (session: string): Promise<Execution> => json(call('GET', `/context/${id(session)}`)),
  history: (session: string, limit = 200): Promise<History> => json(call('GET', `/sessions/${id(session)}/history?limit=${limit}`)),
};


const list = (name: string, value: string): string => (value ? `${name}=${id(value)}&` : '');
/** The newest of ours, without a look at any Gateway. */
async function ours(limit: number): Promise<Session[]> {
  const { sessions }: Sessions = await json(call('GET', `/sessions?held=own&limit=${limit}`));
  return sessions.filter(({ place }) => place === null);
}

const fileAt = (file: string): string => `/memory/${file.split('/').map(id).join('/')}`;

/** What the views beside the conversation ask for. */
export const records = {
  tasks: async (limit = 50, state = ''): Promise<Task[]> =>
    (await json<{ executions: Task[] }>(call('GET', `/executions?${list('state', state)}limit=${limit}`))).executions,
  task: (execution: string): Promise<Task> => json(call('GET', `/executions/${id(execution)}`)),
  /** Ours and those that Gateways hold; `page` is what the page before gave as `next`. */
  sessions: (limit: number, words = '', page = ''): Promise<Sessions> =>
    json(call('GET', `/sessions?${list('q', words)}${list('page', page)}limit=${limit}`)),
  ours,
  files: async (): Promise<string[]> => (await json<{ files: string[] }>(call('GET', '/memory'))).files,
  search: async (words: string): Promise<Hit[]> =>
    (await json<{ hits: Hit[] }>(call('GET', `/memory/search?q=${id(words)}&limit=50`))).hits,
  file: async (file: string): Promise<Note> => {
    const response = await call('GET', fileAt(file));
    return { text: await response.text(), version: response.headers.get('ETag') };
  },
  /** Replaces exactly the version that was read; gives the new one. */
  write: async (file: string, { text, version }: Note): Promise<string | null> => {
    const headers: Record<string, string> = { 'Content-Type': 'text/markdown' };
    const response = await send('PUT', fileAt(file), text, version ? { ...headers, 'If-Match': version } : headers);
    return response.headers.get('ETag');
  },
  audit: async (limit: number, from?: number): Promise<AuditRecord[]> =>
    (await json<{ records: AuditRecord[] }>(call('GET', `/audit?limit=${limit}${from ? `&from=${from}` : ''}`))).records,
  phrases: async (): Promise<Phrase[]> => (await json<{ phrases: Phrase[] }>(call('GET', '/phrases'))).phrases,
  settings: (): Promise<Effective> => json(call('GET', '/settings')),
  grants: async (): Promise<Grant[]> => (await json<{ grants: Grant[] }>(call('GET', '/grants'))).grants,
  revoke: async (grant: string): Promise<void> => void (await call('DELETE', `/grants/${id(grant)}`)),
  personas: (): Promise<PersonaVoices> => json(call('GET', '/personaplex/voices')),
  givenUp: async (): Promise<Undelivered[]> => (await json<{ given_up: Undelivered[] }>(call('GET', '/notifications'))).given_up,
  health: (): Promise<Health> => json(call('GET', '/health')),
};

/** What a browser that wants to be told of things sends, and takes back. */
export const pushing = {
  key: async (): Promise<string> => (await json<{ key: string }>(call('GET', '/push/key'))).key,
  subscribe: async (endpoint: string, p256dh: string, auth: string): Promise<void> =>
    void (await call('POST', '/push/subscriptions', { endpoint, p256dh, auth })),
  unsubscribe: async (endpoint: string): Promise<void> => void (await call('DELETE', '/push/subscriptions', { endpoint })),
};
