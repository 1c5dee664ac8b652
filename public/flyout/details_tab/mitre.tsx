import { EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { SafeLink } from '../../text/safe_link';
import type { Threat } from '../../../common/rule/threat';

/** Tactics of an alert's rule, each with its techniques, as links to MITRE's own pages. Names stay English, as MITRE's are. */
export const Mitre = ({ threat }: { threat: readonly Threat[] }): ReactElement => (
  <EuiText size="s">
    {threat.map(({ tactic, technique }) => (
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
  <SafeLink url={reference}>
    {name} ({id})
  </SafeLink>
);
