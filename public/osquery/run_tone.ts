import type { RunState } from '../../common/osquery/run_state';

export type RunTone = 'busy' | 'good' | 'neutral' | 'warning' | 'danger';

export const toRunTone = ({ kind }: RunState): RunTone => TONES[kind];

const TONES: Record<RunState['kind'], RunTone> = {
  waiting: 'busy',
  running: 'busy',
  rows: 'good',
  no_rows: 'neutral',
  agent_offline: 'warning',
  failed: 'danger',
  timed_out: 'warning',
};
