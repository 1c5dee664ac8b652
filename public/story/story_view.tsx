import {
  EuiButtonEmpty,
  EuiButtonGroup,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Story, StoryTree } from '../../common/story/story';
import { CopyButton } from '../text/copy_button';
import { Problem } from '../text/problem';
import { VisibleText } from '../text/visible_text';
import { StoryTreePanel } from './story_tree_panel';
import { toFirstTime, toStoryText } from './to_story_text';
import { FIRST_STORY_MINUTES, useStory } from './use_story';
import { ChevronDown } from '../icons/chevron_down';

/** Minutes before and after the alert. */
const PERIODS = [FIRST_STORY_MINUTES, 60, 24 * 60] as const;
/** With more, the alert's own command is out of sight at first. */
const SHOWN_TREES = 5;

/** What was done through the alert's server around it, in order of time. */
export const StoryView = ({ alertId }: { alertId: string }): ReactElement => {
  const [minutes, setMinutes] = useState<number>(FIRST_STORY_MINUTES);
  const { data: story, error, isError, isPreviousData, refetch } = useStory(alertId, minutes);
  return (
    <div data-test-subj="webServerRceStory" aria-busy={isPreviousData}>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButtonGroup
            buttonSize="compressed"
            legend={i18n.translate('webServerRce.story.period', {
              defaultMessage: 'Time before and after the alert',
            })}
            options={PERIODS.map((period) => ({
              id: `storyPeriod-${period}`,
              label: toPeriodText(period),
            }))}
            idSelected={`storyPeriod-${minutes}`}
            onChange={(id) =>
              setMinutes(
                PERIODS.find((period) => id === `storyPeriod-${period}`) ?? FIRST_STORY_MINUTES
              )
            }
          />
        </EuiFlexItem>
        {story !== undefined && story.trees.length > 0 && (
          <EuiFlexItem grow={false}>
            <CopyButton
              toText={() => toStoryText(story)}
              label={i18n.translate('webServerRce.story.copy', { defaultMessage: 'Copy as text' })}
            />
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {isError && (
        <Problem
          title={i18n.translate('webServerRce.story.notRead', {
            defaultMessage: 'What was done through the server could not be read',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!isError && story === undefined && <EuiSkeletonText lines={4} />}
      {!isError && story !== undefined && <Trees key={minutes} story={story} />}
    </div>
  );
};

const toPeriodText = (minutes: number): string =>
  minutes < 120
    ? i18n.translate('webServerRce.story.minutes', {
        defaultMessage: '± {minutes} min',
        values: { minutes },
      })
    : i18n.translate('webServerRce.story.hours', {
        defaultMessage: '± {hours} h',
        values: { hours: minutes / 60 },
      });

const Trees = ({ story }: { story: Story }): ReactElement => {
  const [showsAll, setShowsAll] = useState(false);
  const { trees, isCut } = story;
  const first = toFirstTime(trees);
  const shown = showsAll ? trees : toNearest(trees);
  return (
    <>
      {isCut && (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="warning"
          title={i18n.translate('webServerRce.story.cut', {
            defaultMessage:
              'There is more in this period than could be read: what is missing below may still have happened. Choose a shorter period.',
          })}
        />
      )}
      <EuiText size="s">
        <p style={{ overflowWrap: 'anywhere' }}>
          <VisibleText text={toCountText(story)} />
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      {shown.map((tree) => (
        <StoryTreePanel
          key={tree.id}
          tree={tree}
          first={first}
          isOneOfMany={shown.length > SHOWN_TREES}
        />
      ))}
      {shown.length < trees.length && (
        <EuiButtonEmpty size="s" iconType={ChevronDown} onClick={() => setShowsAll(true)}>
          {i18n.translate('webServerRce.story.showAll', {
            defaultMessage: 'Show all {count} commands',
            values: { count: trees.length },
          })}
        </EuiButtonEmpty>
      )}
    </>
  );
};

/** The trees next to the alert's, in order of time: the alert itself must never be among those left out. */
const toNearest = (trees: readonly StoryTree[]): readonly StoryTree[] => {
  const place = Math.max(
    0,
    trees.findIndex(({ isOfAlert }) => isOfAlert)
  );
  const from = Math.max(
    0,
    Math.min(place - Math.floor(SHOWN_TREES / 2), trees.length - SHOWN_TREES)
  );
  return trees.slice(from, from + SHOWN_TREES);
};

const toCountText = ({ server, trees }: Story): string =>
  server === undefined
    ? i18n.translate('webServerRce.story.noServer', {
        defaultMessage:
          'No web server above this alert is known, so its other commands can not be told apart from those of the machine.',
      })
    : i18n.translate('webServerRce.story.count', {
        defaultMessage:
          '{server} ran {count, plural, =0 {no command} one {# command} other {# commands}} in this time, oldest first.',
        values: { server: server.name ?? server.executable ?? '?', count: trees.length },
      });
