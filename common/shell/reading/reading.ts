import type { CommandLayer, LayerKind, LayerLanguage, ReadCommand } from '../command_reading';
import type { ReadingLimits } from '../reading_limits';
import { createBudget, type Budget } from './budget';

/** A layer that may still turn out to be a program: text is decoded before a shell reads it. */
export interface LayerDraft {
  readonly kind: LayerKind;
  language: LayerLanguage;
  readonly text: string;
  readonly depth: number;
  readonly from?: number;
  command?: number;
  isIncomplete: boolean;
  /** Values known where the text begins. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface FoundText {
  readonly kind: LayerKind;
  readonly language: LayerLanguage;
  readonly text: string;
  /** Index of the layer it was found in; none for the command line itself. */
  readonly from?: number;
  readonly command?: number;
  readonly variables?: ReadonlyMap<string, string>;
}

/** A reading under way. */
export interface Reading {
  readonly limits: ReadingLimits;
  readonly budget: Budget;
  readonly layers: readonly LayerDraft[];
  readonly commands: readonly ReadCommand[];
  /** Index of the new layer, or undefined where a bound is met. */
  readonly addLayer: (found: FoundText) => number | undefined;
  readonly addCommand: (command: ReadCommand) => number | undefined;
  readonly nextPipeline: () => number;
  /** Something was left out. */
  readonly truncate: () => void;
  readonly isTruncated: () => boolean;
}

export const createReading = (limits: ReadingLimits): Reading => {
  const layers: LayerDraft[] = [];
  const commands: ReadCommand[] = [];
  const budget = createBudget(limits.work);
  let isTruncated = false;
  let pipelines = 0;
  const truncate = (): void => {
    isTruncated = true;
  };
  return {
    limits,
    budget,
    layers,
    commands,
    truncate,
    addLayer: (found) => {
      const { text, variables = new Map<string, string>() } = found;
      const parent = found.from === undefined ? undefined : layers[found.from];
      const depth = parent === undefined ? 0 : parent.depth + 1;
      const isRoom = depth <= limits.depth && layers.length < limits.layers;
      if (!isRoom || !budget.spend(text.length)) return void truncate();
      if (text.length > limits.textLength) truncate();
      const kept = text.slice(0, limits.textLength);
      return layers.push({ ...found, text: kept, depth, variables, isIncomplete: false }) - 1;
    },
    addCommand: (command) => {
      if (commands.length >= limits.commands) return void truncate();
      return commands.push(command) - 1;
    },
    nextPipeline: () => pipelines++,
    isTruncated: () => isTruncated || budget.isExhausted(),
  };
};

export const toLayer = ({ variables: _, ...layer }: LayerDraft): CommandLayer => layer;
