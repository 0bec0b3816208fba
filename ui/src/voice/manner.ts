import type { Manner, PersonaWish, Speaker } from './protocol.ts';

const KEY = 'readback.voice';
const SPEAKERS: readonly Speaker[] = ['server', 'browser', 'nobody'];
const FORMS = ['casual', 'service'] as const;
/** What the server takes of a role. */
const MOST_BYTES = 600;

/** What is kept in this browser: the wish for a persona outlasts its switch. */
export interface Kept extends Omit<Manner, 'persona'> {
  /** Whether to talk in full duplex where that can be had. */
  duplex: boolean;
  persona: PersonaWish;
}

/** How this browser wants to be talked with. Tells of every change by "change", also of one in another window. */
class Manners extends EventTarget {
  constructor() {
    super();
    globalThis.addEventListener?.('storage', (event) => event.key === KEY && this.dispatchEvent(new Event('change')));
  }

  /** As the server is told it. Who wants nobody to speak wants no persona. */
  get chosen(): Manner {
    const { duplex, ...kept } = this.kept;
    return { ...kept, persona: duplex && kept.speaker !== 'nobody' ? kept.persona : null };
  }

  get kept(): Kept {
    try {
      return checked(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>);
    } catch {
      return checked({});
    }
  }

  choose(change: Partial<Kept>): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...this.kept, ...change }));
    } catch {
      // A browser that keeps nothing forgets this with the page.
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const manners = new Manners();

function checked({ speaker, voice, pace, hands_free, duplex, persona }: Record<string, unknown>): Kept {
  return {
    speaker: SPEAKERS.find((one) => one === speaker) ?? 'server',
    voice: typeof voice === 'string' ? voice : null,
    pace: typeof pace === 'number' && pace >= 0.5 && pace <= 2 ? pace : 1,
    hands_free: hands_free !== false,
    duplex: duplex !== false,
    persona: wish(typeof persona === 'object' && persona !== null ? (persona as Record<string, unknown>) : {}),
  };
}

const wish = ({ voice, role, form }: Record<string, unknown>): PersonaWish => ({
  voice: typeof voice === 'string' && voice ? voice : null,
  role: typeof role === 'string' && role.trim() ? fitting(role.trim()) : null,
  form: FORMS.find((one) => one === form) ?? null,
});

/** Cut where the server would take no more of it. */
function fitting(role: string): string {
  const letters = [...role];
  while (new TextEncoder().encode(letters.join('')).length > MOST_BYTES) {
    letters.pop();
  }
  return letters.join('');
}
