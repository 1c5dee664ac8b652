export { parseEventLine } from './lines/parse_event_line';
export { countEvents, type LineForm, type ScanReport } from './scan_report';
export type { ScannedEvent } from './scanned_event';
export { type FileMatch, searchFiles, type FileSearchResult } from './search_files';
export { isCompressed, openEvents, STANDARD_INPUT } from './source/open_events';
export { readPieces } from './source/read_pieces';
