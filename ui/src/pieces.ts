import { isTask, type Execution, type GivenAnswer } from './types.ts';

/** A stretch of an execution's commands with nothing said in between: from one step up to, not with, another; what was said `at` that time set it off. */
export interface Piece {
  from: number;
  to: number;
  at: string;
}

const SETTLES = new Set(['yes', 'no', 'none']);

/** Cuts an execution where a question was answered, so that what ran stands below the answer that let it. */
export function pieces(execution: Execution): Piece[] {
  if (isOneTask(execution)) {
    return [{ from: 0, to: known(execution), at: latest(execution) }];
  }
  const cut: Piece[] = [];
  const answers = settling(execution);
  let at = begun(execution);
  for (let step = 0; step < known(execution); step++) {
    if (asks(execution, step)) {
      at = answers.shift()?.at ?? at;
    }
    const last = cut.at(-1);
    if (last?.at === at) {
      last.to = step + 1;
    } else {
      cut.push({ from: step, to: step + 1, at });
    }
  }
  return cut.length > 0 ? cut : [{ from: 0, to: 0, at: latest(execution) }];
}

/** An agent goes on after each answer: its task stands below the last. */
const isOneTask = ({ commands }: Execution): boolean => commands.length === 1 && commands.every(isTask);

/** The step that waits for a yes, or -1. Every one before it has its result, so the places agree. */
export const waiting = ({ results }: Execution): number => results.findIndex((result) => result.status === 'pending_confirmation');

/** How many of its commands have something to show: those up to the one that is asked about. */
function known(execution: Execution): number {
  const at = waiting(execution);
  return at < 0 ? execution.commands.length : at;
}

function asks({ commands }: Execution, step: number): boolean {
  const verdict = commands[step]?.verdict;
  return verdict === 'confirm' || verdict === 'repeat';
}

const settling = ({ answers }: Execution): GivenAnswer[] => (answers ?? []).filter(({ meaning }) => SETTLES.has(meaning));

/** What set the first command off: the request, or the last thing that was made clear before anything was allowed. */
function begun({ answers, created_at }: Execution): string {
  const all = answers ?? [];
  const settled = all.findIndex(({ meaning }) => SETTLES.has(meaning));
  return (settled < 0 ? all : all.slice(0, settled)).at(-1)?.at ?? created_at;
}

const latest = ({ answers, created_at }: Execution): string => answers?.at(-1)?.at ?? created_at;
