export { parseEventLine } from './lines/parse_event_line';
export type { ScanReport } from './scan_report';
export type { ScannedEvent } from './scanned_event';
export { type FileMatch, searchFiles, type FileSearchResult } from './search_files';
export { isCompressed, STANDARD_INPUT } from './source/open_events';
