import type { AuditRecord } from '../types.ts';
import { host } from '../words.ts';

export type Kind = 'words' | 'judgements' | 'answers' | 'deeds' | 'other';

const KINDS: Record<string, Kind> = {
  requested: 'words',
  settled: 'words',
  said: 'words',
  judged: 'judgements',
  asked: 'answers',
  shown: 'answers',
  answered: 'answers',
  answer_unclear: 'answers',
  expired: 'answers',
  started: 'deeds',
  ended: 'deeds',
  cancelled: 'deeds',
  not_started: 'deeds',
  given_up: 'deeds',
  adopting: 'deeds',
};

export const kindOf = ({ kind }: AuditRecord): Kind => KINDS[kind] ?? 'other';

const VERDICTS: Record<string, string> = {
  allow: 'allowed',
  confirm: 'to be asked about first',
  repeat: 'not to be undone, so its name has to be said first',
  deny: 'not allowed',
};

const SENTENCES: Record<string, (facts: Record<string, string>, record: AuditRecord) => string> = {
  requested: ({ transcript }) => `You asked: “${transcript}”`,
  judged: ({ command, host: at = 'local', verdict = '', reasons }) =>
    `Judged ${quoted(command)} ${host(at)}: ${VERDICTS[verdict] ?? verdict}.${reasons ? ` ${reasons}` : ''}`,
  asked: ({ text }) => `Readback asked: “${text}”`,
  shown: () => 'The question was shown.',
  answered: ({ text, meaning, by_link: byLink }) => `You answered “${text}”${byLink ? ', by the link of a notification' : ''}${meaning === 'words' ? '' : `, which was taken as a ${meaning}`}.`,
  answer_unclear: ({ text }) => `You said “${text}”, which was neither a yes nor a no.`,
  expired: () => 'Nobody answered in time, so nothing more was done.',
  started: ({ command, host: at = 'local' }) => `Started ${quoted(command)} ${host(at)}.`,
  ended: (facts) => `It ended${ending(facts)}.`,
  settled: ({ say }) => `Readback said: “${say}”`,
  cancelled: () => 'You stopped it.',
  not_started: ({ why }) => `It was not started: ${why}`,
  given_up: () => 'It was given up.',
  adopting: () => 'After a restart, Readback looked for the command it had started.',
  anchor_mismatch: ({ said }) => said || 'The record does not fit its anchor.',
};

/** What an entry of the record tells, as a sentence. */
export function sentence(record: AuditRecord): string {
  const told = SENTENCES[record.kind]?.(record.facts, record);
  return told ?? [record.kind.replaceAll('_', ' '), ...Object.entries(record.facts).map(([name, fact]) => `${name}: ${fact}`)].join(', ');
}

const quoted = (command: string | undefined): string => `“${command}”`;

function ending({ ending: how = '', exit_code: code, duration_ms: ms }: Record<string, string>): string {
  const time = ms ? ` after ${Number(ms) < 1000 ? `${ms} ms` : `${(Number(ms) / 1000).toFixed(1)} s`}` : '';
  const status = code === '0' ? ' well' : code ? ` with exit status ${code}` : '';
  return status + time + (how && how !== 'exited' ? ` (${how.replaceAll('_', ' ')})` : '');
}
