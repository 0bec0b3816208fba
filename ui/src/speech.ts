/** How answers are spoken in this browser. */
export interface Speech {
  /** true: every answer; false: none; null, where nothing was chosen: the answers to what was spoken. */
  speak: boolean | null;
  /** The name of a voice of the browser; null for its usual one. */
  voice: string | null;
  /** 0.5 to 2; 1 is the usual pace. */
  rate: number;
}

const KEY = 'readback.speech';

export function speech(): Speech {
  const usual: Speech = { speak: null, voice: null, rate: 1 };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Speech>) };
  } catch {
    return usual;
  }
}

export const keepSpeech = (chosen: Speech): void => localStorage.setItem(KEY, JSON.stringify(chosen));
