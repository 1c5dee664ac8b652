import { EuiFieldText, EuiFormRow, EuiTextArea, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleDefinition } from '../../common/rule/rule_definition';
import { QueryBox } from './query_box';
import type { CheckedDraft, RuleDraft } from './rule_draft';

interface RuleFieldsProps {
  readonly unit: RuleDefinition['unit'];
  readonly draft: RuleDraft;
  readonly checked: CheckedDraft;
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

/** The form's fields; each says what it takes, and says it again in red when it is given something else. */
export const RuleFields = ({
  unit,
  draft,
  checked,
  isDisabled,
  onChange,
}: RuleFieldsProps): ReactElement => {
  const queryId = useGeneratedHtmlId({ prefix: 'query' });
  return (
    <>
      <EuiFormRow
        fullWidth
        id={queryId}
        label={i18n.translate('webServerRce.settings.query', { defaultMessage: 'EQL event query' })}
        helpText={i18n.translate('webServerRce.settings.queryHelp', {
          defaultMessage:
            'Every event that matches is looked at. Alerts that exist keep the query that raised them.',
        })}
      >
        <QueryBox
          id={queryId}
          query={draft.query}
          error={checked.queryError}
          isDisabled={isDisabled}
          onChange={(query) => onChange({ query })}
        />
      </EuiFormRow>
      <EuiFormRow
        fullWidth
        label={i18n.translate('webServerRce.settings.indexPatterns', {
          defaultMessage: 'Index patterns',
        })}
        {...toHelp(
          checked.wrongFields.has('indexPatterns'),
          i18n.translate('webServerRce.settings.indexPatternsHelp', {
            defaultMessage: 'One per line: at least one, at most 50.',
          })
        )}
      >
        <EuiTextArea
          fullWidth
          rows={3}
          disabled={isDisabled}
          resize="vertical"
          value={draft.indexPatterns}
          isInvalid={checked.wrongFields.has('indexPatterns')}
          onChange={(event) => onChange({ indexPatterns: event.target.value })}
          data-test-subj="webServerRceSetting-indexPatterns"
        />
      </EuiFormRow>
      {toTextFields(unit).map(({ field, label, help }) => (
        <EuiFormRow
          key={field}
          fullWidth
          label={label}
          {...toHelp(checked.wrongFields.has(field), help)}
        >
          <EuiFieldText
            fullWidth
            value={draft[field]}
            disabled={isDisabled}
            isInvalid={checked.wrongFields.has(field)}
            onChange={(event) => onChange({ [field]: event.target.value })}
            data-test-subj={`webServerRceSetting-${field}`}
          />
        </EuiFormRow>
      ))}
    </>
  );
};

const toHelp = (isWrong: boolean, text: string): object =>
  isWrong ? { isInvalid: true, error: text } : { helpText: text };

type TextField = Exclude<keyof RuleDraft, 'query' | 'indexPatterns'>;

const toTextFields = (
  unit: RuleDefinition['unit']
): { field: TextField; label: string; help: string }[] => [
  ...(unit === 'tree' ? [toMinimumRiskField()] : []),
  {
    field: 'interval',
    label: i18n.translate('webServerRce.settings.interval', { defaultMessage: 'Runs every' }),
    help: i18n.translate('webServerRce.settings.intervalHelp', {
      defaultMessage:
        'A whole number with s, m, h or d, such as 5m or 30s. Kibana may ask for a minute or more.',
    }),
  },
  {
    field: 'lookBack',
    label: i18n.translate('webServerRce.settings.lookBack', {
      defaultMessage: 'Looks back at least',
    }),
    help: i18n.translate('webServerRce.settings.lookBackHelp', {
      defaultMessage:
        'A whole number with s, m, h or d, such as 9m, and no less than the interval. What exceeds it is the allowance for events that arrive late.',
    }),
  },
  {
    field: 'maxAlertsPerRun',
    label: i18n.translate('webServerRce.settings.maxAlerts', {
      defaultMessage: 'Alerts per run, at most',
    }),
    help: i18n.translate('webServerRce.settings.maxAlertsHelp', {
      defaultMessage:
        'A whole number from 1 to 1000. Further matches are carried over to the next run.',
    }),
  },
  {
    field: 'timestampField',
    label: i18n.translate('webServerRce.settings.timestampField', { defaultMessage: 'Time field' }),
    help: i18n.translate('webServerRce.settings.timestampFieldHelp', {
      defaultMessage: 'The date field that the period and the order of events go by.',
    }),
  },
];

const toMinimumRiskField = (): { field: TextField; label: string; help: string } => ({
  field: 'minimumRisk',
  label: i18n.translate('webServerRce.settings.minimumRisk', {
    defaultMessage: 'Least risk of an alert',
  }),
  help: i18n.translate('webServerRce.settings.minimumRiskHelp', {
    defaultMessage:
      'A whole number from 0 to 100. Commands graded below it raise no alert; each run says how many it saw.',
  }),
});
