import { address } from '../address.ts';

/** The link of a notification: which session it leads to, and the code that opens it. */
export interface Link {
  session: string;
  code: string;
}

const CODE = /^#([\w-]{100,120})$/;
const KEY = 'readback.link';

/**
 * The link this page was opened by. Its code leaves the address at once, so that neither the history nor a shared address keeps it; this tab keeps it, so that
 * a reload works until it is spent.
 */
export function takeLink(): Link | null {
  const session = address.session();
  if (!session || !address.answering()) {
    return null;
  }
  const code = CODE.exec(location.hash)?.[1];
  if (code) {
    sessionStorage.setItem(`${KEY}.${session}`, code);
    history.replaceState(null, '', location.pathname + location.search);
  }
  const kept = sessionStorage.getItem(`${KEY}.${session}`);
  return kept ? { session, code: kept } : null;
}

export const forgetLink = ({ session }: Link): void => sessionStorage.removeItem(`${KEY}.${session}`);

/** The whole address again, to be opened in another browser. */
export const wholeLink = ({ session, code }: Link): string => `${location.origin}/?session=${session}&mode=answer#${code}`;
