import type { Alert } from '../../../common/alert/alert';
import { shorten } from '../../../common/alert/shorten';
import { toCommandLine } from '../../../common/alert/to_reason';
import {
  previewException,
  type PreviewedAlert,
} from '../../../common/api/exceptions/preview_exception';
import { findText } from '../../../common/event/get_values';
import { createExceptionSearch } from '../../../common/exception/create_exception_search';
import { getRules } from '../rules/get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

const DAYS = 30;
/** Whole alerts, events and all: more would take seconds. */
const MOST_ALERTS = 500;
const MOST_EXAMPLES = 10;
const LONGEST_COMMAND = 300;

export const registerPreviewException = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, previewException, async (request) => {
    const now = dependencies.now();
    const { catalogue } = await getRules(dependencies, request);
    const { id } = await catalogue.get(request.params.id);
    const store = await dependencies.adapters.getAlertStore(request);
    const from = new Date(now.getTime() - DAYS * 86_400_000).toISOString();
    const found = await store.listNewest({ ruleUuid: id, from, size: MOST_ALERTS + 1 });
    const asked = toRows(found.slice(0, MOST_ALERTS));
    const find = createExceptionSearch([request.body], now);
    const hidden = asked.filter(({ event, riskScore }) => find(event, riskScore) !== undefined);
    return {
      asked: asked.length,
      isCut: found.length > MOST_ALERTS,
      hidden: hidden.length,
      days: DAYS,
      examples: hidden.slice(0, MOST_EXAMPLES).map(toPreviewedAlert),
    };
  });

/** A tree whose severity rose has a document for each severity; it is one row of the list, as grave as the gravest. */
const toRows = (alerts: readonly Alert[]): readonly Alert[] => {
  const rows = new Map<string, Alert>();
  for (const alert of alerts) {
    const key = alert.rowId ?? alert.id;
    const gravest = rows.get(key);
    if (!gravest || gravest.riskScore < alert.riskScore) rows.set(key, alert);
  }
  return [...rows.values()];
};

const toPreviewedAlert = ({
  id,
  eventTime,
  severity,
  riskScore,
  event,
}: Alert): PreviewedAlert => ({
  id,
  eventTime,
  severity,
  riskScore,
  host: shorten(findText(event, 'host.name') ?? '', LONGEST_COMMAND),
  command: shorten(toCommandLine(event) ?? '', LONGEST_COMMAND),
});
