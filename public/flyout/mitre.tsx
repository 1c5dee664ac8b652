import { EuiLink, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { webServerRule } from '../../common/rule/rule';

/** Tactics of the rule, each with its techniques, as links to MITRE's own pages. Names stay English, as MITRE's are. */
export const Mitre = (): ReactElement => (
  <EuiText size="s">
    {webServerRule.threat.map(({ tactic, technique }) => (
      <p key={tactic.id}>
        <MitreLink {...tactic} />
        {technique.map((known) => (
          <span key={known.id}>
            {' › '}
            <MitreLink {...known} />
            {known.subtechnique.map((sub) => (
              <span key={sub.id}>
                {' › '}
                <MitreLink {...sub} />
              </span>
            ))}
          </span>
        ))}
      </p>
    ))}
  </EuiText>
);

const MitreLink = ({
  id,
  name,
  reference,
}: {
  id: string;
  name: string;
  reference: string;
}): ReactElement => (
  <EuiLink href={reference} target="_blank">
    {name} ({id})
  </EuiLink>
);
