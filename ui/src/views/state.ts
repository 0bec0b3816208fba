import { html } from 'lit';
import { icon, type IconName } from '../icons.ts';
import { settled, type State, type Task } from '../types.ts';

interface Look {
  say: string;
  icon: IconName | null;
  tone: string;
}

const LOOKS: Record<State, Look> = {
  pending: { say: 'Waiting its turn', icon: null, tone: 'quiet' },
  running: { say: 'Running', icon: null, tone: 'busy' },
  waiting_for_input: { say: 'Waits for you', icon: 'ask', tone: 'asking' },
  completed: { say: 'Done', icon: 'done', tone: 'good' },
  failed: { say: 'Failed', icon: 'cross', tone: 'bad' },
  cancelled: { say: 'Left alone', icon: 'stopped', tone: 'quiet' },
  expired: { say: 'Not answered in time', icon: 'stopped', tone: 'quiet' },
  interrupted: { say: 'Interrupted', icon: 'cross', tone: 'bad' },
  rejected: { say: 'Not allowed', icon: 'cross', tone: 'bad' },
};

/** How a task stands: a sign and a word, never a colour alone. */
export function mark(state: State) {
  const look = LOOKS[state] ?? { say: state, icon: null, tone: 'quiet' };
  return html`<span class="mark ${look.tone}">${look.icon ? icon(look.icon) : html`<span class="dot"></span>`}${look.say}</span>`;
}

/** What was asked for, in the person's words. */
export const asked = (task: Task): string => task.transcript.join(' ') || 'Without words';

export const took = (task: Task, now: number): number =>
  (settled(task.state) ? Date.parse(task.updated_at) : now) - Date.parse(task.created_at);

/** Where a task ran: the hosts of its commands, else the one it was meant for. */
export const hosts = (task: Task): string[] => {
  const named = new Set(task.commands.map((command) => command.host));
  return named.size ? [...named] : [task.host ?? 'local'];
};
