import type { Story, StoryProcess, StoryTree } from '../../common/story/story';
import { NOW } from './sample_alerts';

/** A program that was started so many seconds after the first one. */
export const toStoryProcess = (
  second: number,
  args: readonly string[],
  part: Partial<StoryProcess> = {}
): StoryProcess => ({
  entityId: `entity-${second}`,
  eventId: `event-${second}`,
  eventIndex: 'logs-endpoint.events.process-default',
  time: new Date(Date.parse(NOW) - 120_000 + second * 1000).toISOString(),
  pid: 4711 + second,
  name: args[0],
  executable: `/usr/bin/${args[0] ?? ''}`,
  args,
  user: 'www-data',
  workingDirectory: '/srv/www',
  depth: 1,
  parentGuess: undefined,
  exitCode: undefined,
  activities: [],
  isOfAlert: false,
  ...part,
});

export const toStoryTree = (
  processes: readonly StoryProcess[],
  part: Partial<StoryTree> = {}
): StoryTree => ({
  id: processes[0]?.entityId ?? 'tree',
  risk: 73,
  severity: 'high',
  signs: [],
  processes,
  leftOut: 0,
  isOfAlert: processes.some(({ isOfAlert }) => isOfAlert),
  ...part,
});

/** The sample alert's `whoami`, and nothing else. */
export const toSampleStory = (part: Partial<Story> = {}): Story => ({
  server: {
    entityId: 'worker',
    name: 'php-fpm8.2',
    executable: '/usr/sbin/php-fpm8.2',
    user: 'www-data',
  },
  trees: [toStoryTree([toStoryProcess(0, ['sh', '-c', 'whoami'], { isOfAlert: true })])],
  from: '2026-11-24T02:43:00.000Z',
  to: '2026-11-24T03:13:00.000Z',
  isCut: false,
  ...part,
});
