/** What the address of the page says: which session, whether it opens at a question, and a one-time code. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const address = {
  session(): string | null {
    const session = new URLSearchParams(location.search).get('session');
    return session && UUID.test(session) ? session : null;
  },
  answering(): boolean {
    return new URLSearchParams(location.search).get('mode') === 'answer';
  },
  /** Takes the code out of the fragment, so that neither the history nor a shared address keeps it. */
  takeCode(): string | null {
    const code = codeIn(location.hash);
    if (location.hash) {
      history.replaceState(null, '', location.pathname + location.search);
    }
    return code;
  },
  show(session: string | null): void {
    const search = session ? `?session=${session}` : '';
    if (location.search !== search) {
      history.pushState(null, '', location.pathname + search);
    }
  },
};

/** The code in a pasted address or fragment, or the text itself when it is a bare code. */
export function codeIn(text: string): string | null {
  const code = /(?:^|#|&)code=([^&\s]+)/.exec(text)?.[1] ?? (/^[\w-]{16,}$/.test(text.trim()) ? text.trim() : null);
  return code ? decodeURIComponent(code) : null;
}
