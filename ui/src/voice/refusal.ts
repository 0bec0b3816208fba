/** Why a microphone cannot be had. */
export type Refusal = 'insecure' | 'missing' | 'refused' | 'dismissed' | 'by-system' | 'none' | 'in-use' | 'unplugged' | 'unknown';

export const REFUSALS: Record<Refusal, string> = {
  insecure:
    'The browser gives a page the microphone only over HTTPS, or on the machine itself. Start Readback with --tls self-signed and open its https:// address. Typing works here as well.',
  missing: 'This browser cannot give a page the microphone. Typing works here as well.',
  refused: 'The microphone is not allowed for this page. Allow it beside the address of the page, then tap again.',
  dismissed: 'The browser asked for the microphone and got no answer. Tap again, and choose Allow.',
  'by-system': 'This device keeps the microphone from the browser. Allow it in the settings of the device, then tap again.',
  none: 'No microphone was found. Plug one in, or type.',
  'in-use': 'Another program is using the microphone. Close that one, then tap again.',
  unplugged: 'The microphone is gone. Plug it in again, or type.',
  unknown: 'The microphone could not be opened. Try again, or type.',
};

/** What stands in the way before the browser is even asked; null where nothing does. */
export function refusedBeforehand(): Refusal | null {
  if (!isSecureContext) {
    return 'insecure';
  }
  return navigator.mediaDevices && 'AudioWorkletNode' in window ? null : 'missing';
}

export async function refusalOf(error: unknown): Promise<Refusal> {
  const { name, message } = error as DOMException;
  switch (name) {
    case 'NotAllowedError':
      return /system/i.test(message) ? 'by-system' : (await isAsked()) ? 'dismissed' : 'refused';
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unknown';
  }
}

/** Whether the browser would ask again. */
async function isAsked(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state === 'prompt';
  } catch {
    return false;
  }
}
