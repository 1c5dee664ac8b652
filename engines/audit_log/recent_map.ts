/**
 * A map that forgets what was not used for long: it holds at least the most recently used values up to the weight of
 * `capacity` and at most twice as many. Two generations instead of a list of uses, so that a hit costs a look-up.
 */
export class RecentMap<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();
  private youngWeight = 0;
  private readonly capacity: number;
  private readonly toWeight: (value: Value) => number;

  /** Without `toWeight` each value weighs 1, so `capacity` is their number. */
  constructor(capacity: number, toWeight: (value: Value) => number = () => 1) {
    this.capacity = capacity;
    this.toWeight = toWeight;
  }

  get(key: Key): Value | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    if (this.youngWeight >= this.capacity) {
      this.old = this.young;
      this.young = new Map();
      this.youngWeight = 0;
    }
    this.youngWeight += this.toWeight(value);
    this.young.set(key, value);
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
