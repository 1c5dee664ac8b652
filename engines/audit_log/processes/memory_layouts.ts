import { toWeight } from './known_process';
import type { KnownProcess } from './known_process';
import { RecentMap } from '../recent_map';
import { isLibrary, toMemoryAreas } from './to_memory_areas';

/** Bytes of processes remembered: those of about ten thousand regions; a program that starts others has two or three. */
const CAPACITY = 8 * 1024 * 1024;
/** A process whose children used the same memory, and in how many regions. */
export interface LayoutMatch {
  readonly process: KnownProcess;
  readonly regions: number;
}

/**
 * Recognizes forks by address: every exec places a program at random addresses, forks inherit them, and the audit log
 * writes three addresses of the caller with each exec. So an exec by an unseen process tells which program that
 * process was forked from.
 */
export class MemoryLayouts {
  private readonly owners = new RecentMap<number, KnownProcess>(CAPACITY, toWeight);

  /** `regions` lie in the memory of `process`. */
  remember(regions: readonly number[], process: KnownProcess): void {
    for (const region of regions) this.owners.set(region, process);
    process.memoryAreas ??= toMemoryAreas(regions);
  }

  /** Whether memory in `regions` can't be that of a fork of `process`, as far as is known. */
  isForeign(regions: readonly number[], process: KnownProcess): boolean {
    const known = process.memoryAreas ?? [];
    return toMemoryAreas(regions).some((area) => {
      const rivals = known.filter((other) => isLibrary(other) === isLibrary(area));
      return rivals.length > 0 && !rivals.some((rival) => Math.abs(rival - area) <= 1);
    });
  }

  /** The process with most regions in common. */
  find(regions: readonly number[]): LayoutMatch | undefined {
    const owners = regions.map((region) => this.owners.get(region));
    let best: LayoutMatch | undefined;
    for (const process of owners) {
      if (!process || process === best?.process) continue;
      let shared = 0;
      for (const other of owners) if (other === process) shared++;
      if (!best || shared > best.regions) best = { process, regions: shared };
    }
    return best;
  }
}
