const END = /(?<=[.!?])\s+(?=["'“(]?[\p{Lu}\p{N}])|\n+/u;
const LONGEST = 220;

/** Words cut where a speaker takes breath, so that a stop is heard at once and no browser cuts a long text short. */
export const sentences = (text: string): string[] =>
  text
    .split(END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(breaths);

function breaths(sentence: string): string[] {
  if (sentence.length <= LONGEST) {
    return [sentence];
  }
  const head = sentence.slice(0, LONGEST);
  const cut = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': '));
  const at = cut > 40 ? cut + 1 : Math.max(head.lastIndexOf(' '), 1);
  return [sentence.slice(0, at).trim(), ...breaths(sentence.slice(at).trim())];
}
