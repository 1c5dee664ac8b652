/** One thing that will be run later without anyone asking. */
export interface CronFile {
  readonly kind: 'periodic' | 'anacron' | 'at' | 'systemd_timer';
  readonly path: string;
  /** When: `@daily`, a timer's words, or the moment of an at job in ISO 8601. */
  readonly schedule: string;
  /** User it runs as; empty where that is not said. */
  readonly user: string;
  /** What is run; empty where that can't be read. */
  readonly command: string;
}
