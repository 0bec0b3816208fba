const RAN = 'What it ran:\n';

/** What an agent says of a task it did, and below it the command lines that it ran with what they printed. */
export interface AgentOutput {
  says: string;
  ran: string;
}

export function agentOutput(output: string): AgentOutput {
  const at = output.startsWith(RAN) ? 0 : output.indexOf(`\n\n${RAN}`);
  return at < 0 ? { says: output, ran: '' } : { says: output.slice(0, at).trim(), ran: output.slice(output.indexOf(RAN, at) + RAN.length) };
}

/** Whether two texts hold the same words: what is spoken is written without marks. */
export const sameWords = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
