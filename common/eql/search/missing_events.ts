import type { Instant } from '../values/parse_instant';

/**
 * Remembers of events that must not be there what can still matter: the latest time and the latest one before it,
 * because events of one moment may come in any order and only earlier ones count.
 */
export class MissingEvents {
  private latest: Instant | undefined;
  private beforeLatest: Instant | undefined;

  get isEmpty(): boolean {
    return this.latest === undefined;
  }

  /** Times must not go back. */
  add(time: Instant): void {
    if (time === this.latest) return;
    this.beforeLatest = this.latest;
    this.latest = time;
  }

  /** The latest time before this one. */
  findBefore(time: Instant): Instant | undefined {
    return this.latest !== undefined && this.latest < time ? this.latest : this.beforeLatest;
  }

  isSince(time: Instant): boolean {
    return this.latest !== undefined && this.latest >= time;
  }
}
