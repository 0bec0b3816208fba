import type { PersonaIs } from './protocol.ts';

/** Who makes conversation beside, as the server told last. */
export interface Persona {
  state: Exclude<PersonaIs['state'], 'absent'>;
  say: string;
  /** In the queue; 0 where it does not wait. */
  place: number;
  /** When this state began, in ms of the clock of the page, and how long after that it is expected to end; 0 where that is not known. */
  since: number;
  expectedMs: number;
  voice: string;
}

/** What it says, as far as it goes; `whole`: it has ended. */
export interface PersonaLine {
  text: string;
  whole: boolean;
}

interface Talk {
  persona: Persona | null;
  personaSaying: PersonaLine | null;
}

/** Whether its voice may come. */
export const isAtWork = (persona: Persona | null): boolean => persona?.state === 'talking' || persona?.state === 'held';

/** What is told of it, at a time. Told again of the same state, the time it takes is put right, and not begun anew. */
export function personaIs(before: Talk, told: PersonaIs, at: number): Talk {
  const { state, say, place, voice, expected_ms: still } = told;
  if (state === 'absent') {
    return personaLost(before);
  }
  const since = before.persona?.state === state ? before.persona.since : at;
  const expectedMs = still > 0 ? at - since + still : 0;
  return { persona: { state, say, place, since, expectedMs, voice: voice || (before.persona?.voice ?? '') }, personaSaying: before.personaSaying };
}

/** It is gone in the middle of a sentence: what it said stands until it is in the conversation. */
export function personaLost({ personaSaying }: Talk): Talk {
  return { persona: null, personaSaying: personaSaying && { ...personaSaying, whole: true } };
}

/** How it stands: in words where they belong beside what hears and speaks, its quiet part as a title, and how far it is, 0 to 1. */
export interface PersonaWords {
  words: string;
  title: string;
  share: number | null;
}

/** Nearly there is as far as a bar goes that only knows what is usual. */
const NEARLY = 0.97;

export function personaInWords({ state, say, place, since, expectedMs, voice }: Persona, now: number): PersonaWords {
  switch (state) {
    case 'waiting':
      return { words: `Waiting for a persona${place > 0 ? `, you are ${place === 1 ? 'next' : ordinal(place)}` : ''}; embedded speech serves meanwhile`, title: say, share: null };
    case 'preparing':
      return preparing(now - since, expectedMs, say);
    case 'talking':
    case 'held':
      return { words: `Full duplex: PersonaPlex${voice ? ` (${voice})` : ''}`, title: state === 'held' ? 'Persona silent' : say, share: null };
  }
}

function preparing(gone: number, expected: number, title: string): PersonaWords {
  if (expected === 0) {
    return { words: 'Preparing the persona…', title, share: null };
  }
  const over = gone >= expected;
  const words = `Preparing the persona, ${over ? 'a little longer…' : `about ${Math.ceil((expected - gone) / 1000)} s`}`;
  return { words, title, share: over ? NEARLY : Math.max(0, (NEARLY * gone) / expected) };
}

/** 2nd, 3rd, 11th, 21st. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]) ?? 'th'}`;
}
