import { keepSpeaking, preferences } from './preferences.ts';
import { BrowserEar, type Ear } from './recognition.ts';
import { sentences } from './sentences.ts';
import { BrowserMouth, type Mouth } from './synthesis.ts';
import { next, SILENT, type Act, type Trouble, type Turn, type TurnEvent } from './turn.ts';

/** Long enough that the room has stopped sounding after our words. */
const ECHO_MS = 350;
const TAP_MS = 450;

const TROUBLES: Record<Trouble, string> = {
  missing: 'This browser cannot turn speech into words. Chrome, Edge and Safari can. Typing works here as well.',
  insecure: 'The browser lets a page listen only over HTTPS, or on the machine itself. Typing works here as well.',
  refused: 'The microphone is not allowed here. Allow it for this page in the browser, then tap again.',
  'no-microphone': 'No microphone was found. Plug one in, or type.',
  network: 'The browser’s speech service cannot be reached just now. Try again, or type.',
  silence: 'I heard nothing. Tap, then speak.',
  unknown: 'Listening did not work. Try again, or type.',
};

/** Words that were spoken; `refusal` when they are a no that was said into our own speech. */
export interface Spoken {
  words: string;
  refusal: boolean;
}

/** Talks and listens in turn. Tells of every change by "change", of words that count by "said", of words to look at first by "offered". */
export class Talking extends EventTarget {
  private turn: Turn = SILENT;
  private asking = false;
  private pressedAt: number | null = null;
  private byPointer = false;
  private echo = 0;
  private readonly guards = matchMedia('(pointer: fine)').matches;

  private readonly ear: Ear = new BrowserEar({
    opened: () => this.on({ kind: 'ear-opened' }),
    heard: (final, interim) => this.on({ kind: 'ear-heard', final, interim }),
    failed: (trouble) => this.on({ kind: 'ear-failed', trouble }),
    closed: () => this.on({ kind: 'ear-closed' }),
  });

  private readonly mouth: Mouth = new BrowserMouth({
    began: (text) => this.on({ kind: 'mouth-began', text }),
    ended: () => this.over(),
  });

  /** Whether the browser can listen at all; where not, a tap says why. */
  get canListen(): boolean {
    return this.ear.lacks === null;
  }

  get canSpeak(): boolean {
    return this.mouth.can;
  }

  get listening(): boolean {
    return this.turn.ear !== 'closed' && this.turn.speaking === null;
  }

  get speaking(): boolean {
    return this.turn.speaking !== null;
  }

  /** What was heard so far, the part that may still change last. */
  get heard(): { final: string; interim: string } {
    return this.turn;
  }

  /** What goes on, in words; empty when nothing does. */
  get say(): string {
    const { ear, speaking, held, trouble } = this.turn;
    if (speaking !== null) {
      return 'Speaking. Tap the microphone, or press Escape, for quiet.';
    }
    switch (ear) {
      case 'opening':
        return 'Opening the microphone…';
      case 'open':
        return held ? 'Listening. Let go when you are done.' : 'Listening. Tap again when you are done.';
      case 'closing':
        return 'One moment…';
      case 'closed':
        return trouble ? TROUBLES[trouble] : '';
    }
  }

  get trouble(): boolean {
    return this.turn.trouble !== null && this.turn.ear === 'closed';
  }

  /** Whether the toggle shows that answers are spoken. */
  get aloud(): boolean {
    return preferences().speak !== false;
  }

  speakAnswers(speak: boolean): void {
    keepSpeaking(speak);
    if (!speak && this.speaking) {
      this.on({ kind: 'leave' });
    }
    this.changed();
  }

  /** The button goes down: listening begins at once, so that no word is lost, whether it becomes a tap or is held. */
  press(at: number): void {
    this.pressedAt = at;
    this.byPointer = true;
    this.begin({ kind: 'press' });
  }

  release(at: number): void {
    if (this.pressedAt !== null) {
      this.on({ kind: 'release', long: at - this.pressedAt > TAP_MS });
      this.pressedAt = null;
    }
  }

  /** A click that follows a press is part of it; one without comes from a keyboard or a screen reader. */
  click(): void {
    if (this.byPointer) {
      this.byPointer = false;
    } else {
      this.begin({ kind: 'tap' });
    }
  }

  private begin(event: TurnEvent): void {
    this.mouth.unlock();
    if (this.ear.lacks) {
      this.on({ kind: 'leave' });
      this.on({ kind: 'ear-failed', trouble: this.ear.lacks });
    } else {
      this.on(event);
    }
  }

  /** Quiet, and nothing heard: the person types, or wants to be left alone. */
  leave(): void {
    if (this.turn !== SILENT) {
      this.on({ kind: 'leave' });
    }
  }

  /** Says an answer, unless the person is talking. Gives whether it will be said. */
  answer(text: string, asks: boolean, toSpoken: boolean): boolean {
    const how = preferences();
    const wanted = how.speak ?? toSpoken;
    if (!wanted || !this.canSpeak || this.listening || document.visibilityState !== 'visible') {
      return false;
    }
    clearTimeout(this.echo);
    this.asking = asks;
    this.mouth.say(sentences(text), how);
    return true;
  }

  private over(): void {
    this.echo = window.setTimeout(() => this.on({ kind: 'mouth-ended', asked: this.asking }), ECHO_MS);
  }

  private on(event: TurnEvent): void {
    const { turn, acts } = next(this.turn, event, this.guards && this.canListen);
    this.turn = turn;
    acts.forEach((act) => this.do(act));
    this.changed();
  }

  private do(act: Act): void {
    switch (act.kind) {
      case 'open':
        return this.ear.open();
      case 'close':
        return this.ear.close();
      case 'abort':
        return this.ear.abort();
      case 'hush':
        clearTimeout(this.echo);
        return this.mouth.hush();
      case 'send':
        return this.tell('said', { words: act.words, refusal: act.refusal } satisfies Spoken);
      case 'offer':
        return this.tell('offered', act.words);
    }
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
