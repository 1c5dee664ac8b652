import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Substitution } from '../../common/osquery/filled_query';
import { Mono } from '../text/mono';
import { VisibleText } from '../text/visible_text';

/** Which fields of the alert the query was filled from, and with what. */
export const SubstitutionList = ({
  substitutions,
}: {
  substitutions: readonly Substitution[];
}): ReactElement | null => {
  if (substitutions.length === 0) return null;
  return (
    <>
      <EuiSpacer size="xs" />
      <EuiText size="xs" color="subdued" data-test-subj="webServerRceSubstitutions">
        {substitutions.map((substitution) => (
          <div key={substitution.field}>
            {i18n.translate('webServerRce.guide.filledFrom', {
              defaultMessage: 'Filled from the alert:',
            })}{' '}
            <Mono strong>
              <VisibleText text={`${substitution.usedField} = ${substitution.values.join(', ')}`} />
            </Mono>
            {substitution.usedField !== substitution.field && (
              <>
                {' '}
                {i18n.translate('webServerRce.guide.fallback', {
                  defaultMessage: '(the alert has no {field})',
                  values: { field: substitution.field },
                })}
              </>
            )}
          </div>
        ))}
      </EuiText>
    </>
  );
};
