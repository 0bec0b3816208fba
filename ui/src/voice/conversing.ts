import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { address } from '../address.ts';
import type { Conversation } from '../conversation.ts';
import type { FromServer, Latency } from './protocol.ts';
import { standing } from './standing.ts';
import type { Place, Voice } from './voice.ts';

/** Keeps the spoken conversation and the written one the same, for as long as its host is on the page. */
export class Conversing implements ReactiveController {
  private connected = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly voice: Voice,
    private readonly conversation: () => Conversation,
  ) {
    host.addController(this);
    voice.addEventListener('moved', (event) => this.moved((event as CustomEvent<FromServer & { type: 'execution' }>).detail));
    voice.addEventListener('took', (event) => this.conversation().latencies.add((event as CustomEvent<Latency>).detail));
  }

  hostConnected(): void {
    this.conversation().addEventListener('change', this.changed);
    standing.watch();
  }

  hostDisconnected(): void {
    this.conversation().removeEventListener('change', this.changed);
    this.voice.leave();
    standing.unwatch();
  }

  /** Begins to talk; what is being asked here is read first. */
  start(): void {
    void this.voice.start(this.place, this.loaded());
  }

  private get place(): Place {
    const { session, seen } = this.conversation();
    return { session, seen, answering: address.answering() };
  }

  private moved({ session_id, execution_id }: { session_id: string; execution_id: string }): void {
    this.conversation().adopt(session_id, execution_id);
  }

  private loaded(): Promise<void> {
    const conversation = this.conversation();
    return new Promise((done) => {
      const look = () => {
        if (!conversation.loading) {
          conversation.removeEventListener('change', look);
          done();
        }
      };
      conversation.addEventListener('change', look);
      look();
    });
  }

  private readonly changed = () => {
    const { connection, loading, ownWords } = this.conversation();
    if (connection === 'connected' && !this.connected && !standing.ready && standing.asked) {
      standing.look();
    }
    this.connected = connection === 'connected';
    if (!loading) {
      this.voice.follow(this.place);
      this.voice.recorded(ownWords.at(-1));
    }
  };
}
