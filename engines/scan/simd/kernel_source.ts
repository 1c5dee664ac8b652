import { jsonSource } from './json_source';
import { searchSource } from './search_source';
import { shapeSource } from './shape_source';

/**
 * The inner loops of scanning, in WebAssembly's text format: 16 bytes at a step, which JavaScript can not do.
 * All functions read memory at `$at` and on, and may read up to 64 bytes past `$end`; what they find there is not used.
 */
export const kernelSource = `${searchSource}\n${jsonSource}\n${shapeSource}`;
