const DAY_MS = 86_400_000;

/** How long something took or takes: "40 ms", "1.4 s", "12 s", "3 min 5 s", "2 h 10 min". */
export function duration(ms: number): string {
  if (ms < 1000 && ms > 0) {
    return `${Math.round(ms)} ms`;
  }
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (ms < 10_000 && ms % 1000 !== 0) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const timeOf = (at: string): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/** A moment in full, for where there is room. */
export const moment = (at: string): string =>
  new Date(at).toLocaleString([], { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const daysAgo = (at: string): number => Math.round((midnight(new Date()) - midnight(new Date(at))) / DAY_MS);

/** The day something was on, as people say it. */
export function day(at: string): string {
  const ago = daysAgo(at);
  if (ago <= 1) {
    return ago === 1 ? 'Yesterday' : 'Today';
  }
  return new Date(at).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long', ...year(at) });
}

/** The stretch of time something belongs to in a long list: days first, then weeks, then months. */
export function stretch(at: string): string {
  const ago = daysAgo(at);
  if (ago <= 1) {
    return day(at);
  }
  return ago < 7 ? 'Last seven days' : new Date(at).toLocaleDateString([], { month: 'long', year: 'numeric' });
}

function year(at: string): { year?: 'numeric' } {
  return new Date(at).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' };
}

/** Things in their order, cut where the name of their group changes. */
export function grouped<T>(things: readonly T[], name: (thing: T) => string): { name: string; things: T[] }[] {
  const groups: { name: string; things: T[] }[] = [];
  for (const thing of things) {
    const last = groups.at(-1);
    if (last?.name === name(thing)) {
      last.things.push(thing);
    } else {
      groups.push({ name: name(thing), things: [thing] });
    }
  }
  return groups;
}
