export const ICONS: { name: string; size: number; maskable: boolean }[];
export function png(size: number, maskable: boolean): Uint8Array;
