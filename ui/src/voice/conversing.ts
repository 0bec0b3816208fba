import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { address } from '../address.ts';
import type { Conversation } from '../conversation.ts';
import type { FromServer, Latency, Ready } from './protocol.ts';
import { standing } from './standing.ts';
import type { Place, Voice } from './voice.ts';

/** By then what became an execution stands in the conversation, whatever it was put right to. */
const RECORDED_MS = 1500;

/** Keeps the spoken conversation and the written one the same, for as long as its host is on the page. */
export class Conversing implements ReactiveController {
  private connected = false;
  private recorded = 0;
  private newest = '';

  constructor(
    host: ReactiveControllerHost,
    private readonly voice: Voice,
    private readonly conversation: () => Conversation,
  ) {
    host.addController(this);
    voice.addEventListener('moved', (event) => this.moved((event as CustomEvent<FromServer & { type: 'execution' }>).detail));
    voice.addEventListener('named', (event) => this.named((event as CustomEvent<Ready>).detail));
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

  /** Small talk may begin a conversation, too. */
  private named({ session_id: session }: Ready): void {
    if (session && this.conversation().session === null) {
      this.conversation().adopt(session);
    }
  }

  private moved({ session_id, execution_id }: { session_id: string; execution_id: string }): void {
    this.conversation().adopt(session_id, execution_id);
    setTimeout(() => this.voice.recorded(), RECORDED_MS);
  }

  /** What was heard may be put right on the way: it is recorded when anything new of the person stands there. */
  private record(own: readonly string[]): void {
    if (own.length > this.recorded || same(own.at(-1), this.voice.state.heard?.text)) {
      this.voice.recorded();
    }
    this.recorded = own.length;
  }

  /** What comes after the persona's words comes after they were recorded, or it is those. */
  private recordChat(): void {
    const newest = this.conversation().entries.findLast(({ kind }) => kind === 'turn')?.key ?? '';
    if (newest !== this.newest) {
      this.voice.chatRecorded();
    }
    this.newest = newest;
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
      this.record(ownWords);
      this.recordChat();
    }
  };
}

const same = (one = '', other = ''): boolean => loose(one) !== '' && loose(one) === loose(other);
const loose = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
