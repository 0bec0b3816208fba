const BEFORE = 10;
const AFTER_MS = 180;

/** Which frames of the microphone go out: all where hands are free; else those while the button is down, with a little before and after, since nobody presses to the syllable. */
export class TalkButton {
  private before: ArrayBuffer[] = [];
  private down = false;
  private after = 0;

  constructor(private readonly send: (frame: ArrayBuffer) => void) {}

  hear(frame: ArrayBuffer, handsFree: boolean): void {
    if (handsFree || this.down) {
      this.send(frame);
    } else {
      this.before = [...this.before.slice(1 - BEFORE), frame];
    }
  }

  /** What was said just before counts; it goes out now, behind the word that the button is down. */
  press(): void {
    clearTimeout(this.after);
    this.down = true;
    this.before.splice(0).forEach(this.send);
  }

  release(then: () => void): void {
    clearTimeout(this.after);
    this.after = window.setTimeout(() => {
      this.down = false;
      then();
    }, AFTER_MS);
  }

  reset(): void {
    clearTimeout(this.after);
    this.down = false;
    this.before = [];
  }
}
