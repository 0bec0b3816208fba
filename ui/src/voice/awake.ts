/** Keeps the screen from going dark while one talks. A browser gives the lock up when the page is hidden, so it is taken anew. */
export class Awake {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  keep(): void {
    this.wanted = true;
    document.addEventListener('visibilitychange', this.take);
    void this.take();
  }

  release(): void {
    this.wanted = false;
    document.removeEventListener('visibilitychange', this.take);
    void this.lock?.release().catch(() => undefined);
    this.lock = null;
  }

  private readonly take = async (): Promise<void> => {
    if (!this.wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
      return;
    }
    try {
      const lock = await navigator.wakeLock.request('screen');
      await (this.wanted ? this.lock?.release() : lock.release());
      this.lock = this.wanted ? lock : null;
    } catch {
      // Low battery, or a browser that will not: the screen goes dark as ever, and the talk goes on.
    }
  };
}
