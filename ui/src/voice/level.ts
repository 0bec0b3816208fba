import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Voice } from './voice.ts';

/** Whoever wants things to move less sees it change seldom. */
const CALM_MS = 250;

/** Draws how loud the person is, and how loud the persona, as often as the screen is drawn; draws nothing while nobody listens. */
export class LevelFollower implements ReactiveController {
  private drawing = 0;
  private last = 0;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(
    host: ReactiveControllerHost,
    private readonly voice: () => Voice,
    private readonly draw: (level: number, persona: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.voice().addEventListener('change', this.begin);
    this.begin();
  }

  hostDisconnected(): void {
    this.voice().removeEventListener('change', this.begin);
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
  }

  private readonly begin = () => {
    if (this.voice().connected && !this.drawing) {
      this.drawing = requestAnimationFrame(this.tick);
    }
  };

  private readonly tick = (now: number) => {
    const voice = this.voice();
    const { handsFree, down, muted } = voice.state;
    const heard = voice.connected && !muted && (handsFree || down);
    if (!this.calm.matches || now - this.last > CALM_MS) {
      this.last = now;
      this.draw(heard ? voice.level : 0, voice.personaLevel);
    }
    this.drawing = voice.connected ? requestAnimationFrame(this.tick) : 0;
  };
}
