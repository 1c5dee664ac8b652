import type { CommandReading } from './command_reading';
import { findIndicators } from './indicators/find_indicators';
import { READING_LIMITS, type ReadingLimits } from './reading_limits';
import { addEncodedTexts } from './reading/add_encoded_texts';
import { readCode } from './reading/read_code';
import { readShell } from './reading/read_shell';
import { createReading, toLayer } from './reading/reading';
import { toShellText } from './to_shell_text';

/**
 * Reads a command line as the shells and interpreters that get it would, layer by layer, without running anything.
 * Every text gives a reading: what can't be parsed or decoded is passed over.
 */
export const readCommand = (
  args: readonly string[],
  limits: ReadingLimits = READING_LIMITS
): CommandReading => {
  const reading = createReading(limits);
  reading.addLayer({ kind: 'argv', language: 'shell', text: toShellText(args) });
  // Layers are added while they are read.
  for (let index = 0; index < reading.layers.length; index++) {
    if (reading.layers[index]?.language === 'shell') readShell(index, reading);
    else readCode(index, reading);
    if (index === reading.layers.length - 1) addEncodedTexts(reading);
  }
  return {
    layers: reading.layers.map(toLayer),
    commands: reading.commands,
    indicators: findIndicators(reading),
    isTruncated: reading.isTruncated(),
  };
};
