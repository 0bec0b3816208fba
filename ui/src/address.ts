/** What the address of the page says: which view, of what, whether it opens at a question, and a one-time code. */
export type Place =
  | { view: 'talk'; session: string | null }
  | { view: 'tasks'; execution: string | null }
  | { view: 'sessions'; key: string | null }
  | { view: 'memory'; file: string | null }
  | { view: 'audit' }
  | { view: 'settings' }
  | { view: 'nowhere' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The way there and back: every change of place, by whatever means, is told by a "change" event. */
class Address extends EventTarget {
  constructor() {
    super();
    addEventListener('popstate', () => this.changed());
  }

  get place(): Place {
    return placeOf(location.pathname, new URLSearchParams(location.search));
  }

  session(): string | null {
    return this.place.view === 'talk' ? (this.place as { session: string | null }).session : null;
  }

  answering(): boolean {
    return new URLSearchParams(location.search).get('mode') === 'answer';
  }

  /** Takes the code out of the fragment, so that neither the history nor a shared address keeps it. */
  takeCode(): string | null {
    const code = codeIn(location.hash);
    if (location.hash) {
      history.replaceState(null, '', location.pathname + location.search);
    }
    return code;
  }

  /** Goes to an address of this page. */
  go(path: string): void {
    if (location.pathname + location.search !== path) {
      history.pushState(null, '', path);
      this.changed();
    }
  }

  /** Puts the session that is talked in into the address; whoever has gone elsewhere meanwhile stays there. */
  show(session: string | null): void {
    if (this.place.view === 'talk' && this.session() !== session) {
      this.go(talkAt(session));
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const address = new Address();

export const talkAt = (session: string | null): string => (session ? `/talk/${session}` : '/');
/** A conversation that somebody else holds, to be read. */
export const heldAt = (key: string): string => `/sessions/${encodeURIComponent(key)}`;
export const taskAt = (execution: string): string => `/tasks/${execution}`;
export const fileAt = (file: string): string => `/memory/${file.split('/').map(encodeURIComponent).join('/')}`;

function placeOf(path: string, query: URLSearchParams): Place {
  const [, view = '', ...rest] = path.replace(/(.)\/$/, '$1').split('/');
  const id = rest.length === 1 && UUID.test(rest[0] ?? '') ? (rest[0] as string) : null;
  const alone = rest.length === 0;
  if (view === '' && alone) {
    const session = query.get('session');
    return { view: 'talk', session: session && UUID.test(session) ? session : null };
  }
  if (view === 'talk' && (id || alone)) {
    return { view, session: id };
  }
  if (view === 'tasks' && (id || alone)) {
    return { view, execution: id };
  }
  if (view === 'memory') {
    return { view, file: alone ? null : decoded(rest) };
  }
  if (view === 'sessions') {
    return { view, key: alone ? null : decoded(rest) };
  }
  if ((view === 'audit' || view === 'settings') && alone) {
    return { view };
  }
  return { view: 'nowhere' };
}

function decoded(parts: string[]): string {
  try {
    return parts.map(decodeURIComponent).join('/');
  } catch {
    return parts.join('/');
  }
}

/** The code in a pasted address or fragment, or the text itself when it is a bare code. */
export function codeIn(text: string): string | null {
  const code = /(?:^|#|&)code=([^&\s]+)/.exec(text)?.[1] ?? (/^[\w-]{16,}$/.test(text.trim()) ? text.trim() : null);
  return code ? decodeURIComponent(code) : null;
}
