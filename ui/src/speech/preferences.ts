/** How answers are spoken in this browser. */
export interface Preferences {
  /** true: every answer; false: none; null, where nothing was chosen: the answers to what was spoken. */
  speak: boolean | null;
  /** The name of a voice of the browser; null for its usual one. */
  voice: string | null;
  /** 0.5 to 2; 1 is the usual pace. */
  rate: number;
}

const KEY = 'readback.speech';
const USUAL: Preferences = { speak: null, voice: null, rate: 1 };

export function preferences(): Preferences {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Preferences, unknown>>);
  } catch {
    return USUAL;
  }
}

export const keepSpeaking = (speak: boolean): void => keepPreferences({ ...preferences(), speak });

export function keepPreferences(chosen: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing forgets this with the page.
  }
}

function checked({ speak, voice, rate }: Partial<Record<keyof Preferences, unknown>>): Preferences {
  return {
    speak: typeof speak === 'boolean' ? speak : null,
    voice: typeof voice === 'string' ? voice : null,
    rate: typeof rate === 'number' && rate >= 0.5 && rate <= 2 ? rate : 1,
  };
}
