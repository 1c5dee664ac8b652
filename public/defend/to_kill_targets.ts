import type { Alert } from '../../common/alert/alert';
import { toCommandLine } from '../../common/alert/to_reason';
import { findText, getValues } from '../../common/event/get_values';
import type { Story } from '../../common/story/story';
import { toCommand } from '../story/to_story_text';
import type { KillTarget } from './defend_client';

/** A process that can be chosen to be killed. */
export interface NamedTarget extends KillTarget {
  readonly command: string;
  /** Its end is in the data. */
  readonly hasEnded: boolean;
}

/** More nobody looks through. */
const MOST_TARGETS = 50;

/** The processes of the alert's tree, those without a known end first; the alert's own where no story is there. */
export const toKillTargets = (
  { event }: Pick<Alert, 'event'>,
  story: Story | undefined
): readonly NamedTarget[] => {
  const processes = story?.trees.find(({ isOfAlert }) => isOfAlert)?.processes ?? [];
  const targets = processes.map((process) => ({
    pid: process.pid,
    entityId: process.entityId === '' ? undefined : process.entityId,
    command: toCommand(process),
    hasEnded: process.exitCode !== undefined,
  }));
  const known = targets.length > 0 ? targets : [toOwnTarget(event)];
  return known
    .filter(({ pid }) => pid !== undefined && pid > 1)
    .sort((a, b) => Number(a.hasEnded) - Number(b.hasEnded))
    .slice(0, MOST_TARGETS);
};

const toOwnTarget = (event: Alert['event']): NamedTarget => {
  const pid = Number(getValues(event, 'process.pid')[0]);
  return {
    pid: Number.isInteger(pid) ? pid : undefined,
    entityId: findText(event, 'process.entity_id'),
    command: toCommandLine(event) ?? '',
    hasEnded: false,
  };
};
