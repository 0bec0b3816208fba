import type { Note } from './types.ts';

/** What is typed into notes and not saved yet, by file: it outlives a look at something else. */
export const drafts = new Map<string, Note>();

addEventListener('beforeunload', (event) => {
  if (drafts.size > 0) {
    event.preventDefault();
  }
});
