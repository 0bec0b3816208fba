import type { Latency } from './voice/protocol.ts';

/** How long spoken turns took, by the execution that answered them. */
export class Latencies {
  private readonly known = new Map<string, Latency>();

  constructor(private readonly changed: () => void) {}

  add(latency: Latency): void {
    if (latency.execution_id) {
      this.known.set(latency.execution_id, latency);
      this.changed();
    }
  }

  of(execution: string | undefined): Latency | null {
    return this.known.get(execution ?? '') ?? null;
  }
}
