import type { Page } from '@playwright/test';
import { part, ServerVoice } from './server-voice.ts';

/** Stands in for the browser's speech, and behaves as Chrome's does; `window.speech` is the room it hears and speaks into. */
export interface Room {
  /** Someone speaks: words as they come, which are final after a while, whereupon recognition ends by itself. */
  say(...interim: string[]): Promise<void>;
  /** Words that are heard but never become final. */
  mutter(words: string): void;
  /** Nobody speaks until the browser has had enough. */
  silence(): void;
  fail(error: string): void;
  /** Lets the sentence that is being said come to its end. */
  spoken(): void;
  readonly listens: boolean;
  readonly sounding: string | null;
  readonly said: string[];
  readonly opened: number;
}

declare global {
  interface Window {
    speech: Room;
  }
}

/** A browser that can hear and speak, and a server that cannot. */
export async function withVoice(page: Page): Promise<void> {
  await deafServer(page);
  await page.addInitScript(voice);
}

export async function withoutVoice(page: Page): Promise<void> {
  await deafServer(page);
  await page.addInitScript(() => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) {
      Object.defineProperty(window, name, { value: undefined, configurable: true });
    }
  });
}

const deafServer = (page: Page) => ServerVoice.at(page, { ear: part('absent'), mouth: part('absent'), voices: [], speaker: 'browser' });

function voice(): void {
  let current: Recognition | null = null;
  let opened = 0;
  const later = (act: () => void) => setTimeout(act, 15);

  class Recognition extends EventTarget {
    lang = '';
    continuous = false;
    interimResults = false;
    maxAlternatives = 1;
    state: 'idle' | 'starting' | 'on' | 'over' = 'idle';
    pending = '';

    start(): void {
      if (this.state !== 'idle' || current) {
        throw new DOMException('recognition has already started', 'InvalidStateError');
      }
      this.state = 'starting';
      current = this;
      later(() => {
        if (this.state === 'starting') {
          this.state = 'on';
          opened += 1;
          this.dispatchEvent(new Event('start'));
        }
      });
    }
    stop(): void {
      later(() => {
        if (this.pending) {
          this.result(this.pending, true);
        }
        this.end();
      });
    }
    abort(): void {
      if (this.state === 'starting' || this.state === 'on') {
        this.release();
        later(() => {
          this.dispatchEvent(Object.assign(new Event('error'), { error: 'aborted' }));
          this.dispatchEvent(new Event('end'));
        });
      }
    }
    result(transcript: string, isFinal: boolean): void {
      this.pending = isFinal ? '' : transcript;
      const result = Object.assign([{ transcript, confidence: isFinal ? 0.91 : 0 }], { isFinal });
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }));
    }
    error(error: string): void {
      this.dispatchEvent(Object.assign(new Event('error'), { error }));
      this.end();
    }
    end(): void {
      if (this.state !== 'over') {
        this.release();
        this.dispatchEvent(new Event('end'));
      }
    }
    release(): void {
      this.state = 'over';
      current = current === this ? null : current;
    }
  }

  let queue: SpeechSynthesisUtterance[] = [];
  const said: string[] = [];
  const tell = (utterance: SpeechSynthesisUtterance, name: string, more: object = {}) =>
    utterance.dispatchEvent(Object.assign(new Event(name), more));
  const begin = () => {
    const next = queue[0];
    if (next) {
      said.push(next.text);
      later(() => tell(next, 'start'));
    }
  };
  const synthesis = {
    speak(utterance: SpeechSynthesisUtterance) {
      if (utterance.text === '') {
        later(() => tell(utterance, 'end'));
        return;
      }
      queue.push(utterance);
      if (queue.length === 1) {
        begin();
      }
    },
    cancel() {
      const dropped = queue;
      queue = [];
      dropped.forEach((utterance, at) => later(() => tell(utterance, 'error', { error: at ? 'canceled' : 'interrupted' })));
    },
    pause: () => undefined,
    resume: () => undefined,
    getVoices: () => [],
  };
  class Utterance extends EventTarget {
    lang = '';
    rate = 1;
    voice = null;
    onend: ((event: Event) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    constructor(readonly text: string) {
      super();
      this.addEventListener('end', (event) => this.onend?.(event));
      this.addEventListener('error', (event) => this.onerror?.(event));
    }
  }

  const room: Room = {
    async say(...interim) {
      const heard = current;
      for (const words of interim) {
        await new Promise((done) => setTimeout(done, 30));
        heard?.result(words, false);
      }
      heard?.result(interim.at(-1) ?? '', true);
      await new Promise((done) => setTimeout(done, 30));
      heard?.end();
    },
    mutter: (words) => current?.result(words, false),
    silence: () => current?.error('no-speech'),
    fail: (error) => current?.error(error),
    spoken() {
      const over = queue.shift();
      if (over) {
        tell(over, 'end');
        begin();
      }
    },
    get listens() {
      return current?.state === 'on';
    },
    get sounding() {
      return queue[0]?.text ?? null;
    },
    said,
    get opened() {
      return opened;
    },
  };
  Object.defineProperty(window, 'webkitSpeechRecognition', { value: Recognition, configurable: true });
  Object.defineProperty(window, 'SpeechRecognition', { value: undefined, configurable: true });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  Object.defineProperty(window, 'speech', { value: room });
}
