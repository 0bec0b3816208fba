/** How answers are spoken in this browser. */
export interface Speech {
  speak: boolean;
  voice: string | null;
  rate: number;
}

const KEY = 'readback.speech';

export function speech(): Speech {
  const usual: Speech = { speak: false, voice: null, rate: 1 };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Speech>) };
  } catch {
    return usual;
  }
}

export const keepSpeech = (chosen: Speech): void => localStorage.setItem(KEY, JSON.stringify(chosen));
