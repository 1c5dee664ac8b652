import type { CommandReading } from './command_reading';
import { findIndicators } from './indicators/find_indicators';
import { readLayers } from './read_layers';
import type { ReadingLimits } from './reading_limits';
import { toLayer } from './reading/reading';

/**
 * Reads a command line as the shells and interpreters that get it would, layer by layer, without running anything.
 * Every text gives a reading: what can't be parsed or decoded is passed over.
 */
export const readCommand = (args: readonly string[], limits?: ReadingLimits): CommandReading => {
  const reading = readLayers(args, limits);
  return {
    layers: reading.layers.map(toLayer),
    commands: reading.commands,
    indicators: findIndicators(reading),
    isTruncated: reading.isTruncated(),
  };
};
