import { html, type TemplateResult } from 'lit';

type Part = string | TemplateResult;

/** Text with the doubtful words of it marked, also for those who do not see the mark. */
export function marked(text: string, doubtful: readonly string[] | undefined): Part[] {
  const words = (doubtful ?? []).filter((word) => word !== '');
  if (words.length === 0) {
    return [text];
  }
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.split(any).map((part, at) => (at % 2 ? html`<mark title="Not sure of this">${part}<span class="unseen"> (guessed)</span></mark>` : part));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
