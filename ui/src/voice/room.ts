import captureUrl from './capture.worklet.ts?worker&url';
import personaUrl from './persona.worklet.ts?worker&url';
import playbackUrl from './playback.worklet.ts?worker&url';

/** The browser's audio, where the microphone is heard and the voice sounds. Begins in silence, as long as nobody has touched the page. */
export class Room {
  readonly context = new AudioContext({ latencyHint: 'interactive' });
  private readonly modules: Promise<unknown>;

  constructor() {
    this.modules = Promise.all([captureUrl, personaUrl, playbackUrl].map((url) => this.context.audioWorklet.addModule(url)));
    // A room that is left before it is furnished tells of an error that is none; whoever needs the modules hears of it all the same.
    this.modules.catch(() => undefined);
    this.context.addEventListener('statechange', this.wake);
    document.addEventListener('visibilitychange', this.wake);
    document.addEventListener('pointerdown', this.wake);
    void this.context.resume().catch(() => undefined);
  }

  get ready(): Promise<unknown> {
    return this.modules;
  }

  /** After a lock screen or a telephone call ("interrupted") it has to be told to go on. */
  private readonly wake = () => {
    if (this.context.state !== 'running' && this.context.state !== 'closed' && document.visibilityState === 'visible') {
      void this.context.resume().catch(() => undefined);
    }
  };

  close(): void {
    this.context.removeEventListener('statechange', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
    document.removeEventListener('pointerdown', this.wake);
    void this.context.close().catch(() => undefined);
  }
}
