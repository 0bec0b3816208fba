import type { Preferences } from './preferences.ts';

export interface MouthEvents {
  began(text: string): void;
  /** All of it has been said, or it could not be. */
  ended(): void;
}

/** Something that says sentences aloud, one after the other. */
export interface Mouth {
  readonly can: boolean;
  /** Must be called while the person touches the page: some browsers speak only after that. */
  unlock(): void;
  say(sentences: readonly string[], how: Preferences): void;
  /** Silence, at once; tells of no end. */
  hush(): void;
}

/** Browsers forget to tell of the end; nobody speaks slower than this. */
const MOST_MS_A_LETTER = 160;
const MOST_MS_TO_BEGIN = 4000;

/** The browser's own voice. */
export class BrowserMouth implements Mouth {
  private readonly voice: SpeechSynthesis | undefined = window.speechSynthesis;
  private watchdog = 0;
  private saying = 0;
  private unlocked = false;

  constructor(private readonly events: MouthEvents) {}

  get can(): boolean {
    return this.voice !== undefined && 'SpeechSynthesisUtterance' in window;
  }

  unlock(): void {
    if (this.can && !this.unlocked) {
      this.unlocked = true;
      this.voice?.speak(new SpeechSynthesisUtterance(''));
    }
  }

  say(sentences: readonly string[], how: Preferences): void {
    this.saying += 1;
    this.voice?.cancel();
    this.sentence(sentences, 0, how, this.saying);
  }

  hush(): void {
    this.saying += 1;
    clearTimeout(this.watchdog);
    this.voice?.cancel();
  }

  private sentence(sentences: readonly string[], at: number, how: Preferences, saying: number): void {
    const text = sentences[at];
    clearTimeout(this.watchdog);
    if (text === undefined || !this.voice) {
      this.events.ended();
      return;
    }
    const utterance = this.utterance(text, how);
    let over = false;
    const then = (next: number) => {
      if (!over && this.saying === saying) {
        over = true;
        this.sentence(sentences, next, how, saying);
      }
    };
    utterance.onend = () => then(at + 1);
    utterance.onerror = () => then(sentences.length);
    this.watchdog = window.setTimeout(() => then(at + 1), MOST_MS_TO_BEGIN + (text.length * MOST_MS_A_LETTER) / how.rate);
    this.events.began(text);
    this.voice.speak(utterance);
  }

  private utterance(text: string, { voice, rate }: Preferences): SpeechSynthesisUtterance {
    const utterance = new SpeechSynthesisUtterance(text);
    const chosen = this.voice?.getVoices().find((one) => one.name === voice || one.voiceURI === voice) ?? null;
    utterance.voice = chosen;
    utterance.lang = chosen?.lang ?? 'en';
    utterance.rate = rate;
    return utterance;
  }
}
