import { listInjections, listReadings, toComparable, toTargetPath } from './target_text';
import type { WebRequest } from './web_request';

/** What is known of the program for which a request is sought. */
export interface SoughtExec {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly workingDirectory?: string;
  /** The program itself: a CGI script is named in its request. */
  readonly executable?: string;
  /** What was run, as typed and as decoded: a parameter of the request may hold it. */
  readonly texts: readonly string[];
}

/** Why a request is likely the one, in the order of weight. */
export const REQUEST_CLUES = ['command', 'script', 'directory', 'time'] as const;
export type RequestClue = (typeof REQUEST_CLUES)[number];

export interface RankedRequest {
  readonly request: WebRequest;
  readonly clues: readonly RequestClue[];
  /** Milliseconds from the exec to the log's time; negative where the request was logged first. */
  readonly gap: number;
}

const WEIGHTS: Readonly<Record<RequestClue, number>> = {
  command: 8,
  script: 4,
  directory: 2,
  time: 1,
};
/** A shorter text stands in many addresses by chance. */
const SHORTEST_TEXT = 2;

/**
 * Orders requests by how likely each started the program. A log's time says when the answer was sent, so the right request is
 * logged at or after the exec, or, where a program outlives its request, long after or never.
 */
export const rankRequests = (
  exec: SoughtExec,
  requests: readonly WebRequest[]
): readonly RankedRequest[] => {
  const texts = exec.texts.map(toComparable).filter(({ length }) => length >= SHORTEST_TEXT);
  return requests
    .map((request) => {
      const clues = REQUEST_CLUES.filter((clue) => TESTS[clue](request, exec, texts));
      return { request, clues, gap: request.time - exec.time };
    })
    .sort((a, b) => toWeight(b) - toWeight(a) || Math.abs(a.gap) - Math.abs(b.gap));
};

const toWeight = ({ clues }: RankedRequest): number =>
  clues.reduce((sum, clue) => sum + WEIGHTS[clue], 0);

type ClueTest = (request: WebRequest, exec: SoughtExec, texts: readonly string[]) => boolean;
const TESTS: Readonly<Record<RequestClue, ClueTest>> = {
  command: (request, _exec, texts) =>
    listReadings(request).some((reading) => texts.some((text) => reading.includes(text))) ||
    isInjected(request, texts),
  script: (request, { executable }) =>
    executable !== undefined && toTargetPath(request).split('/').includes(toFileName(executable)),
  directory: (request, { workingDirectory }) => {
    const path = toTargetPath(request);
    const folder = path.slice(0, path.lastIndexOf('/'));
    return folder !== '' && workingDirectory !== undefined && workingDirectory.endsWith(folder);
  },
  time: (request, exec) => isUnderWay(request, exec),
};

/** Whether the server was answering the request when the program started. */
export const isUnderWay = (
  { time, precision, duration }: WebRequest,
  exec: Pick<SoughtExec, 'time'>
): boolean => exec.time <= time + precision && exec.time >= time - precision - (duration ?? 0);

/** @param texts comparable */
export const isInjected = (request: WebRequest, texts: readonly string[]): boolean =>
  listInjections(request).some((value) => texts.some((text) => text.includes(value)));

const toFileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
