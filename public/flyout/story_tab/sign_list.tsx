import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toSignText, type Sign } from '../../../common/detection';
import { VisibleText } from '../../text/visible_text';

/** What speaks for and against an attack, gravest first: how much each weighs, its words and its technique of ATT&CK. */
export const SignList = ({ signs }: { signs: readonly Sign[] }): ReactElement => (
  <ul data-test-subj="webServerRceSigns">
    {signs.map((sign) => (
      <li key={sign.id}>
        <EuiFlexGroup gutterSize="s" alignItems="baseline" responsive={false}>
          <EuiFlexItem grow={false} style={{ width: 44, alignItems: 'flex-end' }}>
            <Weight weight={sign.weight} />
          </EuiFlexItem>
          <EuiFlexItem style={{ minWidth: 0 }}>
            <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
              <VisibleText text={toSignText(sign, i18n.translate)} />
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
