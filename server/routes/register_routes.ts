import { registerChangeTriage } from './change_triage';
import { registerCountAlerts } from './count_alerts';
import { registerFindAlertRequests } from './find_alert_requests';
import { registerFindAlerts } from './find_alerts';
import { registerGetAlert } from './get_alert';
import { registerGetEventSurvey } from './get_event_survey';
import { registerGetGuide } from './get_guide';
import { registerGetStory } from './get_story';
import { registerGetTriage } from './get_triage';
import { registerListRules } from './rules/list_rules';
import type { RouteDependencies } from './route_dependencies';
import { registerRunRule } from './rules/run_rule';
import { registerSetAlertStatus } from './set_alert_status';
import { registerSetRuleEnabled } from './rules/set_rule_enabled';
import { registerSetRuleParams } from './rules/set_rule_params';

/** Every endpoint of `/internal/web_server_rce`; each stands in the file of its name. */
export const registerRoutes = (dependencies: RouteDependencies): void => {
  registerFindAlerts(dependencies);
  registerCountAlerts(dependencies);
  registerGetAlert(dependencies);
  registerSetAlertStatus(dependencies);
  registerGetEventSurvey(dependencies);
  registerGetGuide(dependencies);
  registerGetStory(dependencies);
  registerFindAlertRequests(dependencies);
  registerGetTriage(dependencies);
  registerChangeTriage(dependencies);
  registerListRules(dependencies);
  registerSetRuleEnabled(dependencies);
  registerSetRuleParams(dependencies);
  registerRunRule(dependencies);
};
