interface ScriptUrls {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = '/service-worker.js';

/** Installs what opens the page where Readback cannot be reached. Without it (plain HTTP, old browsers) all else works the same. */
export function keepForOffline(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    addEventListener('load', () => void navigator.serviceWorker.register(trusted(WORKER), { updateViaCache: 'none' }).catch(() => undefined));
  }
}

/** The one script address that may come from a string. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: ScriptUrls }).trustedTypes;
  return types?.createPolicy('service-worker', { createScriptURL: () => WORKER }).createScriptURL(url) ?? url;
}
