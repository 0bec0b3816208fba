import type { Manner, Speaker } from './protocol.ts';

const KEY = 'readback.voice';
const SPEAKERS: readonly Speaker[] = ['server', 'browser', 'nobody'];

/** How this browser wants to be talked with. Tells of every change by "change". */
class Manners extends EventTarget {
  get chosen(): Manner {
    try {
      return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>);
    } catch {
      return checked({});
    }
  }

  choose(change: Partial<Manner>): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...this.chosen, ...change }));
    } catch {
      // A browser that keeps nothing forgets this with the page.
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const manners = new Manners();

function checked({ speaker, voice, pace, hands_free }: Record<string, unknown>): Manner {
  return {
    speaker: SPEAKERS.find((one) => one === speaker) ?? 'server',
    voice: typeof voice === 'string' ? voice : null,
    pace: typeof pace === 'number' && pace >= 0.5 && pace <= 2 ? pace : 1,
    hands_free: hands_free !== false,
  };
}
