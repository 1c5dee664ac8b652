import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Clause, ValueClause } from '../../common/eql/explain/clause';
import { Mono } from '../text/mono';
import { VisibleText } from '../text/visible_text';

/** One clause and what decided it: field, value of the event, and the member of the query's list that it met. */
export const ClauseText = ({ clause, query }: { clause: Clause; query: string }): ReactElement => {
  switch (clause.kind) {
    case 'value':
      return <ValueText clause={clause} query={query} />;
    case 'or': {
      // Of alternatives the one that held says why; where none did, the clause as it is written.
      const held = clause.clauses.find(({ outcome }) => outcome);
      return held === undefined ? (
        <QueryPart clause={clause} query={query} />
      ) : (
        <ClauseText clause={held} query={query} />
      );
    }
    case 'and':
    case 'not':
    case 'constant':
      return <QueryPart clause={clause} query={query} />;
    case 'absence':
      return (
        <Found field={clause.field} values={clause.values}>
          <QueryPart clause={clause} query={query} />
        </Found>
      );
    case 'computed':
      return (
        <>
          <QueryPart clause={clause} query={query} />{' '}
          {clause.fields.map(({ field, values }) => (
            <Found key={field} field={field} values={values} />
          ))}
        </>
      );
  }
};

const ValueText = ({ clause, query }: { clause: ValueClause; query: string }): ReactElement => {
  if (clause.decisive === undefined) {
    return (
      <Found field={clause.field} values={clause.values}>
        <QueryPart clause={clause} query={query} />
      </Found>
    );
  }
  const { value, memberRange } = clause.decisive;
  return (
    <>
      <Mono>{clause.field}</Mono> {i18n.translate('webServerRce.why.is', { defaultMessage: 'is' })}{' '}
      <Mono strong>
        <VisibleText text={toShort(String(value))} />
      </Mono>
      {', '}
      {i18n.translate('webServerRce.why.askedFor', { defaultMessage: 'asked for by' })}{' '}
      <Mono>{query.slice(memberRange.start, memberRange.end)}</Mono>
    </>
  );
};

const Found = ({
  field,
  values,
  children,
}: {
  field: string;
  values: readonly unknown[];
  children?: ReactElement;
}): ReactElement => (
  <>
    {children} <Mono>{field}</Mono>{' '}
    {values.length === 0 ? (
      i18n.translate('webServerRce.why.missing', { defaultMessage: 'is missing' })
    ) : (
      <>
        {i18n.translate('webServerRce.why.is', { defaultMessage: 'is' })}{' '}
        <Mono strong>
          <VisibleText text={toShort(values.map(String).join(', '))} />
        </Mono>
      </>
    )}
  </>
);

const LONGEST = 200;

const QueryPart = ({ clause, query }: { clause: Clause; query: string }): ReactElement => (
  <Mono>{toShort(query.slice(clause.range.start, clause.range.end).replaceAll(/\s+/g, ' '))}</Mono>
);

const toShort = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
