import type { Trouble } from './turn.ts';

/** What an ear tells of. After each `opened` or `failed`, sooner or later, comes one `closed`. */
export interface EarEvents {
  opened(): void;
  /** All that was heard since it opened: what stands, and what may still change. */
  heard(final: string, interim: string): void;
  /** Why it hears nothing; null when it was told to stop. */
  failed(trouble: Trouble | null): void;
  closed(): void;
}

/** Something that turns speech into words. */
export interface Ear {
  /** Why it could never hear, or null when it may be tried. */
  readonly lacks: Trouble | null;
  open(): void;
  /** Ends listening, and still tells what was said until now. */
  close(): void;
  /** Ends listening and tells nothing more but that it has closed. */
  abort(): void;
}

interface Alternative {
  transcript: string;
}

interface RecognitionResult {
  isFinal: boolean;
  [alternative: number]: Alternative;
}

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  start(): void;
  stop(): void;
  abort(): void;
}

type RecognitionClass = new () => Recognition;

const TROUBLES: Record<string, Trouble | null> = {
  aborted: null,
  'no-speech': 'silence',
  'audio-capture': 'no-microphone',
  'not-allowed': 'refused',
  'service-not-allowed': 'refused',
  network: 'network',
};

/** The browser's own recogniser, one utterance at a time: it ends by itself after a silence. */
export class BrowserEar implements Ear {
  readonly lacks: Trouble | null;
  private readonly kind: RecognitionClass | undefined;
  private current: Recognition | null = null;

  constructor(private readonly events: EarEvents) {
    const global = window as unknown as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass };
    this.kind = global.SpeechRecognition ?? global.webkitSpeechRecognition;
    this.lacks = this.kind ? (isSecureContext ? null : 'insecure') : 'missing';
  }

  open(): void {
    const recognition = this.made();
    this.current = recognition;
    try {
      recognition.start();
    } catch {
      this.events.failed('unknown');
      this.ended(recognition);
    }
  }

  close(): void {
    this.current?.stop();
  }

  abort(): void {
    const { current } = this;
    if (current) {
      current.abort();
      this.ended(current);
    }
  }

  private made(): Recognition {
    const recognition = new (this.kind as RecognitionClass)();
    recognition.lang = navigator.language.startsWith('en') ? navigator.language : 'en-US';
    recognition.continuous = false;
    recognition.interimResults = true;
    recognition.maxAlternatives = 1;
    const hear = (name: string, tell: (event: Event) => void) =>
      recognition.addEventListener(name, (event) => this.current === recognition && tell(event));
    hear('start', () => this.events.opened());
    hear('result', (event) => this.result((event as Event & { results: ArrayLike<RecognitionResult> }).results));
    hear('error', (event) => this.error((event as Event & { error: string }).error));
    hear('end', () => this.ended(recognition));
    return recognition;
  }

  private result(results: ArrayLike<RecognitionResult>): void {
    const said = (final: boolean) =>
      Array.from(results)
        .filter((result) => result.isFinal === final)
        .map((result) => result[0]?.transcript.trim() ?? '')
        .join(' ')
        .trim();
    this.events.heard(said(true), said(false));
  }

  private error(name: string): void {
    const known = TROUBLES[name];
    this.events.failed(known === undefined ? 'unknown' : known);
  }

  private ended(recognition: Recognition): void {
    if (this.current === recognition) {
      this.current = null;
      this.events.closed();
    }
  }
}
