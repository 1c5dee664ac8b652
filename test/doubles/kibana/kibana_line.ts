import { isKibanaAtLeast } from '../../../common/is_kibana_at_least';

/**
 * In what Kibana's lines differ for this plugin, by our reading of their sources. 8.12.2 was also tried in a running Kibana;
 * where a change came in between two lines that were read, the later one is taken for it.
 */
export interface KibanaLine {
  readonly version: string;
  /** How a feature names rule types: with another form the boot ends. */
  readonly featureAlerting: 'id' | 'id_and_consumers';
  /** What authorises a route. Without `security` the boot of the newer ends. */
  readonly routeAuthorization: 'tags' | 'security';
  /** The rules client is a Promise, and `enable` is called `enableRule`. */
  readonly hasNewRulesClient: boolean;
  /** What modifies parameters in an edit is given the whole rule. */
  readonly editGivesRule: boolean;
  /** `eql.search` of a rule follows alerting's own signal in place of ours, and fails in words without a code. */
  readonly replacesEqlSignal: boolean;
  /** As long as an agent may fetch a live query. */
  readonly liveQueryLifetimeMs: number;
}

const MINUTE_MS = 60_000;

export const toKibanaLine = (version: string): KibanaLine => {
  const isNine = isKibanaAtLeast(version, 9, 0);
  return {
    version,
    featureAlerting: isKibanaAtLeast(version, 8, 18) ? 'id_and_consumers' : 'id',
    routeAuthorization: isNine ? 'security' : 'tags',
    hasNewRulesClient: isNine,
    editGivesRule: isNine,
    replacesEqlSignal: isNine,
    liveQueryLifetimeMs: (isKibanaAtLeast(version, 9, 3) ? 14 * 24 * 60 : 5) * MINUTE_MS,
  };
};

/** One of each line that the zip can be built for. */
export const KIBANA_VERSIONS = [
  '8.12.2',
  '8.15.5',
  '8.18.3',
  '8.19.4',
  '9.0.8',
  '9.1.5',
  '9.2.1',
  '9.3.0',
  '9.4.0',
  '9.5.0',
] as const;
