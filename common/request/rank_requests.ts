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
const MOST_DECODINGS = 3;

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
  command: ({ target, userAgent, referrer }, _exec, texts) =>
    [toParameters(target), userAgent, referrer].some(
      (place) => place !== undefined && holdsAny(place, texts)
    ),
  script: ({ target }, { executable }) =>
    executable !== undefined && toPath(target).split('/').includes(toFileName(executable)),
  directory: ({ target }, { workingDirectory }) => {
    const path = toPath(target);
    const folder = path.slice(0, path.lastIndexOf('/'));
    return folder !== '' && workingDirectory !== undefined && workingDirectory.endsWith(folder);
  },
  time: ({ time, precision, duration }, exec) =>
    exec.time <= time + precision && exec.time >= time - precision - (duration ?? 0),
};

const toPath = (target: string): string => decode(target.split('?', 1)[0] ?? '');
const toParameters = (target: string): string | undefined =>
  target.includes('?') ? target.slice(target.indexOf('?') + 1) : undefined;
const toFileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Blanks are typed as `+`, `%20`, `${IFS}` or twice: they count for nothing where texts are compared. */
const toComparable = (text: string): string => text.replace(/\s+/g, '');

const holdsAny = (place: string, texts: readonly string[]): boolean => {
  let text = place.replaceAll('+', ' ');
  for (let decodings = 0; decodings <= MOST_DECODINGS; decodings += 1) {
    const comparable = toComparable(text);
    if (texts.some((sought) => comparable.includes(sought))) return true;
    const decoded = decode(text);
    if (decoded === text) return false;
    text = decoded;
  }
  return false;
};

/** Percent signs that encode nothing stay as they are. */
const decode = (text: string): string =>
  text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch (error) {
      if (error instanceof URIError) return run;
      throw error;
    }
  });
