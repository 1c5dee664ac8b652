import type { Locale } from '../../common/i18n/locale';

/** What the stand-alone server says about itself and the one who looks, before the page draws anything. */
export interface Session {
  /** Language alerts are written in. */
  readonly locale: Locale;
  readonly capabilities: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly version: string;
  /** `agent.id` of this machine. */
  readonly agentId: string;
  /** The store holds the shipped recording. */
  readonly holdsRecording: boolean;
}

export const SESSION_PATH = '/api/stand_alone/session';
