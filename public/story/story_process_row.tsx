import { EuiBadge, EuiIcon, EuiText, EuiTextColor, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { StoryActivity, StoryProcess } from '../../common/story/story';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { toElapsedText } from './to_elapsed_text';
import { toEvidenceText } from './to_evidence_text';
import { toCommand } from './to_story_text';

/** Deeper programs are not indented further: the command needs the room. */
const DEEPEST_INDENT = 6;
/** A script may write thousands of files. */
const MOST_ACTIVITIES = 20;

/** One program of the story: when, its command, then who and where if that is not said yet, and what it touched. */
export const StoryProcessRow = ({
  process,
  root,
  first,
}: {
  process: StoryProcess;
  /** The first program of its tree: user and directory are repeated only where they differ from this one's. */
  root: StoryProcess;
  /** Milliseconds since 1970 of the first program of the story. */
  first: number;
}): ReactElement => {
  const { euiTheme } = useEuiTheme();
  const time = useTimeFormat();
  const indent = Math.min(Math.max(0, process.depth - 1), DEEPEST_INDENT) * 16;
  const place = process !== root && toPlace(process) === toPlace(root) ? '' : toPlace(process);
  const mark = process.isOfAlert ? euiTheme.colors.danger : 'transparent';
  return (
    <li
      style={{ display: 'flex', gap: 8, paddingBlock: 2, borderLeft: `3px solid ${mark}` }}
      data-test-subj="webServerRceStoryProcess"
    >
      <EuiText size="xs" color="subdued" style={{ flex: '0 0 88px', textAlign: 'right' }}>
        <time dateTime={process.time} title={time.full(process.time)}>
          {toElapsedText(Date.parse(process.time) - first)}
        </time>
      </EuiText>
      <div style={{ flex: 1, minWidth: 0, paddingLeft: indent, overflowWrap: 'anywhere' }}>
        <code
          style={{
            fontFamily: euiTheme.font.familyCode,
            fontSize: '0.92em',
            fontWeight: process.isOfAlert ? 700 : 'inherit',
            whiteSpace: 'pre-wrap',
          }}
        >
          <VisibleText text={toCommand(process)} />
        </code>{' '}
        <EuiTextColor color="subdued" style={{ fontSize: '0.85em', paddingInline: 4 }}>
          <VisibleText text={toProcessFacts(process)} />
        </EuiTextColor>
        {process.isOfAlert && (
          <>
            {' '}
            <EuiBadge color="danger">
              {i18n.translate('webServerRce.story.thisAlert', { defaultMessage: 'this alert' })}
            </EuiBadge>
          </>
        )}
        {place !== '' && (
          <EuiText size="xs" color="subdued">
            <VisibleText text={place} />
          </EuiText>
        )}
        {process.parentGuess !== undefined && (
          <EuiText size="xs">
            <EuiIcon type="help" size="s" aria-hidden />{' '}
            <VisibleText text={toGuessText(process.parentGuess)} />
          </EuiText>
        )}
        <Activities activities={process.activities} />
      </div>
    </li>
  );
};

const toGuessText = (guess: string): string =>
  i18n.translate('webServerRce.story.guess', {
    defaultMessage: 'Who started it is a guess, from {evidence}.',
    values: { evidence: toEvidenceText(guess) },
  });

const toProcessFacts = ({ pid, exitCode }: StoryProcess): string =>
  [
    pid === undefined ? undefined : `pid ${pid}`,
    exitCode === undefined
      ? undefined
      : i18n.translate('webServerRce.story.exit', {
          defaultMessage: 'exit code {code}',
          values: { code: String(exitCode) },
        }),
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');

const toPlace = ({ user, workingDirectory }: StoryProcess): string =>
  [user, workingDirectory].filter((fact) => fact !== undefined).join(' · ');

const Activities = ({ activities }: { activities: readonly StoryActivity[] }): ReactElement => {
  const leftOut = activities.length - MOST_ACTIVITIES;
  return (
    <>
      {activities.slice(0, MOST_ACTIVITIES).map(({ kind, time, action, target }, index) => (
        <EuiText key={`${time}-${index}`} size="xs">
          <EuiIcon type={kind === 'network' ? 'globe' : 'document'} size="s" aria-hidden />{' '}
          <VisibleText text={`${action} ${target}`} />
        </EuiText>
      ))}
      {leftOut > 0 && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('webServerRce.story.moreActivities', {
            defaultMessage:
              'and {count, plural, one {# other file or connection} other {# other files and connections}}',
            values: { count: leftOut },
          })}
        </EuiText>
      )}
    </>
  );
};
