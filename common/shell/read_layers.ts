import { READING_LIMITS, type ReadingLimits } from './reading_limits';
import { addEncodedTexts } from './reading/add_encoded_texts';
import { readArguments } from './reading/read_arguments';
import { readCode } from './reading/read_code';
import { readShell } from './reading/read_shell';
import { createReading, type Reading } from './reading/reading';
import { toShellText } from './to_shell_text';

/** Reads a command line layer by layer, as `readCommand` does, without looking for what an analyst would search elsewhere. */
export const readLayers = (
  args: readonly string[],
  limits: ReadingLimits = READING_LIMITS
): Reading => {
  const reading = createReading(limits);
  const text = toShellText(args);
  reading.addLayer({ kind: 'argv', language: 'shell', text });
  const isWhole = text.length <= limits.textLength && args.length <= limits.words;
  // Layers are added while they are read.
  for (let index = 0; index < reading.layers.length; index++) {
    if (index === 0 && isWhole) readArguments(args, index, reading);
    else if (reading.layers[index]?.language === 'shell') readShell(index, reading);
    else readCode(index, reading);
    if (index === reading.layers.length - 1) addEncodedTexts(reading);
  }
  return reading;
};
