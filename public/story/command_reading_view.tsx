import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { CommandLayer, CommandReading } from '../../common/shell';
import { CommandText } from '../text/command_text';
import { VisibleText } from '../text/visible_text';
import { toVisible } from '../text/split_hidden';
import { IndicatorRow } from './indicator_row';
import { toLayerText } from './to_layer_text';

/** What a command hides: every text found in it, decoded, and what an analyst would search for elsewhere. */
export const CommandReadingView = ({ reading }: { reading: CommandReading }): ReactElement => {
  // The command line itself stands above already.
  const found = reading.layers.slice(1);
  return (
    <div data-test-subj="webServerRceCommandReading">
      {found.map((layer, index) => (
        <Layer key={index} layer={layer} />
      ))}
      {found.length === 0 && reading.indicators.length === 0 && (
        <EuiText size="s" color="subdued">
          {i18n.translate('webServerRce.reading.nothing', {
            defaultMessage: 'It hides nothing that could be decoded, and names no address or file.',
          })}
        </EuiText>
      )}
      <EuiFlexGroup direction="column" gutterSize="none">
        {reading.indicators.map((indicator) => (
          <EuiFlexItem key={`${indicator.kind} ${indicator.value}`} grow={false}>
            <IndicatorRow indicator={indicator} />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
      {reading.isTruncated && (
        <EuiText size="xs" color="warning">
          {i18n.translate('webServerRce.reading.truncated', {
            defaultMessage:
              'The command is too large or too deep to be read whole: there is more in it.',
          })}
        </EuiText>
      )}
    </div>
  );
};

const Layer = ({ layer }: { layer: CommandLayer }): ReactElement => (
  <>
    <EuiText size="xs" color="subdued">
      <VisibleText text={`${toLayerText(layer.kind)} · ${layer.language}`} />
    </EuiText>
    <CommandText text={layer.text.split('\n').map(toVisible).join('\n')} />
    <EuiSpacer size="s" />
  </>
);
