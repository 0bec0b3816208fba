/** Reads things by their id, at most so many at once and each once at a time; what is asked for again meanwhile is read once more. */
export class Reader {
  private readonly reading = new Map<string, boolean>();
  private queue: string[] = [];
  private waiting: { id: string; then: () => void }[] = [];

  constructor(
    private readonly read: (id: string) => Promise<boolean>,
    private readonly atOnce: number,
  ) {}

  /** `soon` things go before those that only came into view. */
  want(id: string, soon = true): void {
    if (this.reading.has(id)) {
      this.reading.set(id, true);
      return;
    }
    this.queue = this.queue.filter((other) => other !== id);
    this.queue = soon ? [id, ...this.queue] : [...this.queue, id];
    this.begin();
  }

  /** Once nothing is left to read of it. */
  after(id: string, then: () => void): void {
    this.waiting.push({ id, then });
    this.release();
  }

  clear(): void {
    this.queue = [];
    this.waiting = [];
  }

  private release(): void {
    const ready = this.waiting.filter(({ id }) => !this.reading.has(id) && !this.queue.includes(id));
    this.waiting = this.waiting.filter((one) => !ready.includes(one));
    ready.forEach(({ then }) => then());
  }

  private begin(): void {
    while (this.reading.size < this.atOnce) {
      const id = this.queue.shift();
      if (id === undefined) {
        return;
      }
      this.reading.set(id, false);
      void this.read(id).then((came) => this.done(id, came));
    }
  }

  private done(id: string, came: boolean): void {
    const again = this.reading.get(id);
    this.reading.delete(id);
    if (again && came) {
      this.want(id);
    }
    this.begin();
    this.release();
  }
}
