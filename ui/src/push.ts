import { Problem, pushing } from './api.ts';

/** Whether this browser is told of things by push messages; `cannot`: with the reason in words. */
export type PushState = { kind: 'on' | 'off' } | { kind: 'cannot'; why: string };

const INSECURE = 'Browsers take push messages only where the page is opened over HTTPS, or on the machine itself.';
const MISSING = 'This browser has no push messages. On an iPhone or iPad, put the page on the home screen first.';
const DENIED = 'Notifications are not allowed for this page. Allow them beside its address in the browser, then switch this on again.';
const DISMISSED = 'The browser asked whether to allow notifications and got no answer. Switch it on again, and choose Allow.';
const FAILED = 'The browser could not be signed up for push messages. Its maker’s push service may be out of reach.';

/** How it stands; null where the server has no push messages. Asks the person nothing. */
export async function pushState(): Promise<PushState | null> {
  try {
    await pushing.key();
  } catch (error) {
    if (error instanceof Problem) {
      return null;
    }
    throw error;
  }
  const missing = unavailable();
  if (missing) {
    return missing;
  }
  const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
  return { kind: subscription && Notification.permission === 'granted' ? 'on' : 'off' };
}

/** Must be called while the person touches the page: only then may the browser be made to ask. */
export async function switchOn(): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    return { kind: 'cannot', why: permission === 'denied' ? DENIED : DISMISSED };
  }
  const registration = await navigator.serviceWorker.ready;
  const key = bytes(await pushing.key());
  const subscription = await subscribed(registration, key);
  if (!subscription) {
    return { kind: 'cannot', why: FAILED };
  }
  await pushing.subscribe(subscription.endpoint, keyOf(subscription, 'p256dh'), keyOf(subscription, 'auth'));
  return { kind: 'on' };
}

export async function switchOff(): Promise<PushState> {
  const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription();
  if (subscription) {
    await pushing.unsubscribe(subscription.endpoint);
    await subscription.unsubscribe();
  }
  return { kind: 'off' };
}

function unavailable(): PushState | null {
  if (!isSecureContext) {
    return { kind: 'cannot', why: INSECURE };
  }
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window ? null : { kind: 'cannot', why: MISSING };
}

/** One made with another key than the server now has is of no use. */
async function subscribed({ pushManager }: ServiceWorkerRegistration, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription | null> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const before = await pushManager.getSubscription();
  if (before && encoded(before.options.applicationServerKey) !== encoded(key.buffer)) {
    await before.unsubscribe();
  }
  return pushManager.subscribe(options).catch(() => null);
}

const keyOf = (subscription: PushSubscription, name: PushEncryptionKeyName): string => encoded(subscription.getKey(name));

function encoded(buffer: ArrayBuffer | null): string {
  const text = Array.from(new Uint8Array(buffer ?? new ArrayBuffer(0)), (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
