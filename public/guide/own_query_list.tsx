import { EuiAccordion, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { QueryBlock } from './query_block';
import type { FilledOwnQuery } from './use_own_queries';

/** Queries of our own that belong to a step, folded: the guide's own stand first. */
export const OwnQueryList = ({
  queries,
}: {
  queries: readonly FilledOwnQuery[];
}): ReactElement | null => {
  const id = useGeneratedHtmlId({ prefix: 'own' });
  const [isOpen, setOpen] = useState(false);
  if (queries.length === 0) return null;
  return (
    <EuiAccordion
      id={id}
      paddingSize="none"
      forceState={isOpen ? 'open' : 'closed'}
      onToggle={setOpen}
      data-test-subj="webServerRceOwnQueries"
      buttonContent={
        <EuiText size="xs">
          {i18n.translate('webServerRce.guide.ownQueries', {
            defaultMessage:
              '{count, plural, one {# more query, of this product} other {# more queries, of this product}}',
            values: { count: queries.length },
          })}
        </EuiText>
      }
    >
      {isOpen &&
        queries.map(({ id: queryId, part, evidenceSql, reading }) => (
          <div key={queryId}>
            <EuiSpacer size="s" />
            <QueryBlock
              part={part}
              id={`${id}-${queryId}`}
              evidenceSql={evidenceSql}
              reading={reading}
              isOwn
            />
          </div>
        ))}
    </EuiAccordion>
  );
};
