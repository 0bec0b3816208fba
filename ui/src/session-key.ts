const OWN = /^(?:agent:main:voice:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The id in the key of a session that is ours, as we or a Gateway call it. */
export const idIn = (key: string): string | null => OWN.exec(key)?.[1] ?? null;
