import {
  EuiAccordion,
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiText,
  EuiToolTip,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import { toSignTexts, type Sign } from '../../../common/detection';
import { VisibleText } from '../../text/visible_text';

/** So many are read at a glance, and leave room for what was done. */
const SHOWN_AT_ONCE = 4;

/**
 * What speaks for and against an attack, gravest first: how much each weighs, its words and its technique of ATT&CK. The less
 * grave ones are folded.
 */
export const SignList = ({ signs }: { signs: readonly Sign[] }): ReactElement => {
  const foldId = useGeneratedHtmlId({ prefix: 'webServerRceSigns' });
  const rows = useMemo(() => {
    const texts = toSignTexts(signs, i18n.translate);
    return signs.map((sign, place) => ({ sign, text: texts[place] ?? '' }));
  }, [signs]);
  const folded = rows.slice(SHOWN_AT_ONCE);
  return (
    <div data-test-subj="webServerRceSigns">
      <SignRows rows={rows.slice(0, SHOWN_AT_ONCE)} />
      {folded.length > 0 && (
        <EuiAccordion
          id={foldId}
          paddingSize="none"
          buttonContent={
            <EuiText size="xs">
              {i18n.translate('webServerRce.signs.more', {
                defaultMessage: '{count, plural, one {# more sign} other {# more signs}}',
                values: { count: folded.length },
              })}
            </EuiText>
          }
        >
          <SignRows rows={folded} />
        </EuiAccordion>
      )}
    </div>
  );
};

interface SignRow {
  readonly sign: Sign;
  readonly text: string;
}

const SignRows = ({ rows }: { rows: readonly SignRow[] }): ReactElement => (
  <ul>
    {rows.map(({ sign, text }) => (
      <li key={sign.id}>
        <EuiFlexGroup gutterSize="s" alignItems="baseline" responsive={false}>
          <EuiFlexItem grow={false} style={{ width: 44, alignItems: 'flex-end' }}>
            <Weight weight={sign.weight} />
          </EuiFlexItem>
          <EuiFlexItem style={{ minWidth: 0 }}>
            <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
              <VisibleText text={text} />
            </EuiText>
          </EuiFlexItem>
          {sign.technique !== undefined && (
            <EuiFlexItem grow={false}>
              <EuiBadge color="hollow" href={toTechniqueUrl(sign.technique)} target="_blank">
                {sign.technique}
              </EuiBadge>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      </li>
    ))}
  </ul>
);

const Weight = ({ weight }: { weight: number }): ReactElement => {
  const isFor = weight > 0;
  return (
    <EuiToolTip content={toWeightText(weight)}>
      <EuiBadge color={isFor ? 'warning' : 'hollow'} tabIndex={0}>
        {isFor ? weight : `−${-weight} %`}
      </EuiBadge>
    </EuiToolTip>
  );
};

const toWeightText = (weight: number): string =>
  weight > 0
    ? i18n.translate('webServerRce.signs.weight', {
        defaultMessage: 'By itself this would be a risk of {weight} out of 100',
        values: { weight },
      })
    : i18n.translate('webServerRce.signs.lowers', {
        defaultMessage: 'Speaks against an attack: lowers the risk by {percent} %',
        values: { percent: -weight },
      });

/** MITRE's own page; `T1059.004` stands below its technique. An id of another form leads to the search for it. */
const toTechniqueUrl = (technique: string): string =>
  `https://attack.mitre.org/techniques/${encodeURIComponent(technique).replace('.', '/')}/`;
