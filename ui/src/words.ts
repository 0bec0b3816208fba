import type { Command, Execution } from './types.ts';

/** The command that waits for a yes: the first that does. Every one before it has its result, so the places agree. */
export function waitingCommand({ commands, results }: Execution): Command | null {
  const at = results.findIndex((result) => result.status === 'pending_confirmation');
  const command = commands[at];
  return command && command.command === results[at]?.command ? command : null;
}

/** A host's name as the page says it. */
export const host = (name: string): string => (name === 'local' ? 'on this machine' : `on ${name}`);

/** What of an object a person is asked to type: of a path its last part. */
export const nameOf = (object: string): string => object.replace(/\/+$/, '').split('/').at(-1) || object;

/** Whether typed words may well name an object, the whole of it or the last parts of a path; the server decides in the end. */
export function maybeNames(typed: string, object: string): boolean {
  const parts = object.replace(/\/+$/, '').split('/');
  const ways = [object, ...parts.map((_, at) => parts.slice(at).join('/'))].filter((way) => way !== '');
  return ways.some((way) => loose(way) === loose(typed));
}

const loose = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || text.trim();

/** When something was, briefly: a time for today, else a date. */
export function when(at: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString([], { day: 'numeric', month: 'short' });
}
