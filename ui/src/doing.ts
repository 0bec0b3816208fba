import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EventFollower } from './events.ts';

/** Beyond every number there is: what was before is not asked for. */
const FROM_NOW = Number.MAX_SAFE_INTEGER;

/** What runs is at, as long as its host is on the page; asks for a look at the list where something moved on. */
export class Doing implements ReactiveController {
  private readonly phrases = new Map<string, { step: number; phrase: string }>();
  private follower: EventFollower | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly moved: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const moved = () => this.moved();
    const nothing = () => undefined;
    this.follower = new EventFollower(null, FROM_NOW, {
      turn: nothing,
      output: nothing,
      progress: ({ execution_id, step, phrase }) => {
        this.phrases.set(execution_id, { step, phrase });
        this.host.requestUpdate();
      },
      state: moved,
      question: moved,
      question_closed: moved,
      connected: nothing,
      lost: nothing,
    });
  }

  hostDisconnected(): void {
    this.follower?.close();
    this.follower = null;
    this.phrases.clear();
  }

  /** What this step of an execution is at; empty where it is not told, or it is another one. */
  at(execution: string, step: number): string {
    const told = this.phrases.get(execution);
    return told?.step === step ? told.phrase : '';
  }
}
