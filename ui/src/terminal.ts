/** What a terminal would show of raw output: a line that was written over shows what was written last. */
export const shownBy = (output: string): string =>
  output.includes('\r')
    ? output
        .replaceAll('\r\n', '\n')
        .split('\n')
        .map((line) => line.replace(/\r+$/, '').split('\r').at(-1) ?? '')
        .join('\n')
    : output;

const PERCENT = [
  /Progress:\s*\[?\s*(\d{1,3})%/gi,
  /\s(\d{1,3})%\s+[\d.,]+\s?[kKMGT]?i?B\/s/g,
  /\[[=#>\-. ]*\]\s*(\d{1,3})(?:\.\d+)?\s?%/g,
  /(\d{1,3})(?:\.\d+)?%\s*[[|]/g,
  /#\s+(\d{1,3})(?:\.\d+)?%/g,
  /(?:objects|deltas|files|database|packages|layers|loading|unpacking|downloading|copying|extracting|complete)\b[^%\n\r]{0,40}?(\d{1,3})(?:\.\d+)?%/gi,
];
const TAIL = 600;

/** How far a command says it is, 0 to 100, where its output has a form that tells; else null. */
export function percentOf(output: string): number | null {
  return layers(output) ?? percentIn(lastLine(output));
}

const lastLine = (output: string): string => {
  const tail = output.slice(-TAIL).trimEnd();
  return tail.split('\n').at(-1)?.split('\r').at(-1) ?? '';
};

function percentIn(line: string): number | null {
  const found = PERCENT.flatMap((form) => [...line.matchAll(form)].map((match) => Number(match[1])));
  const percent = found.at(-1);
  return percent === undefined || percent > 100 ? null : percent;
}

/** An image that is pulled tells of each layer when it begins and when it is there. */
function layers(output: string): number | null {
  const of = (words: RegExp) => new Set([...output.matchAll(words)].map((match) => match[1])).size;
  const begun = of(/^([0-9a-f]{6,}):? (?:Pulling fs layer|Already exists)/gm);
  return begun === 0 ? null : Math.round((of(/^([0-9a-f]{6,}):? (?:Pull complete|Already exists)/gm) / begun) * 100);
}
