import { waiting } from './pieces.ts';
import { isTask, type Command, type Execution, type Question } from './types.ts';

const ANSWER =
  /^(?:(?:yes|yeah|yep|yup|sure|ok|okay|do it|go ahead|confirm(?:ed)?|no|nope|nah|don'?t|do not|stop|cancel|never ?mind|leave it)\b|(?:(?:actually|sorry|wait)[ ,]+)?(?:(?:change|make) (?:it|that|this)|i (?:meant|mean))\b)|\binstead[.!]?$/i;

/** Whether words said while a question is open are about that question; the server decides in the end. */
export const looksLikeAnswer = (text: string): boolean => ANSWER.test(text.trim());

/** The command that waits for a yes. */
export function waitingCommand(execution: Execution): Command | null {
  const at = waiting(execution);
  const command = execution.commands[at];
  return command && command.command === execution.results[at]?.command ? command : null;
}

/** Whether an agent asks in the middle of its task, rather than we before something is begun. */
export function agentAsks({ commands, results, question }: Execution): boolean {
  const begun = commands[results.length];
  return question !== null && begun !== undefined && isTask(begun);
}

const ASKS = 'The agent asks: ';

/** The question without what is said beside it: that the agent asks. */
export const asked = ({ text }: Question): string => (text.startsWith(ASKS) ? text.slice(ASKS.length) : text);

/** Where a line would run that an agent asks for: what the question says right behind the line; empty where it says it otherwise. */
export function placeAsked({ text, context }: Question): string {
  const at = context ? text.indexOf(context) : -1;
  return at < 0 ? '' : (/^ (on (?:this machine|\S+?))(?:\?| for good\.)/.exec(text.slice(at + context.length))?.[1] ?? '');
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

/** How long something took or takes: "0.4 s", "12 s", "3 min 5 s", "2 h 10 min". */
export function lasting(ms: number): string {
  if (ms < 9950) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) {
    return `${seconds} s`;
  }
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A running clock: "0:07", "12:40", "1:02:03". */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** When something was, briefly: a time for today, else a date. */
export function when(at: string): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString([], { day: 'numeric', month: 'short' });
}
