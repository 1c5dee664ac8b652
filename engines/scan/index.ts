export { parseEventLine } from './lines/parse_event_line';
export { countEvents, type LineForm, type ScanReport } from './scan_report';
export type { ScannedEvent } from './scanned_event';
export { type FileMatch, searchFiles, type FileSearchResult } from './search_files';
export { isCompressed, openEvents, openText, STANDARD_INPUT } from './source/open_events';
export { readPieces } from './source/read_pieces';
export { toFileError } from './source/to_file_error';
