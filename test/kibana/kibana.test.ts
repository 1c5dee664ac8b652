import { describeInstallation } from './administration/installation_suite';
import { nodesSuite } from './administration/nodes_suite';
import { savedObjectsSuite } from './administration/saved_objects_suite';
import { spacesSuite } from './administration/spaces_suite';
import { actionsSuite } from './actions_suite';
import { httpApiSuite } from './http_api_suite';
import { defendSuite } from './defend_suite';
import { describeInKibana } from './kibana';
import { livingSuite } from './living_suite';
import { neighboursSuite } from './neighbours_suite';
import { readerSuite } from './reader_suite';
import { risenSuite } from './risen_suite';
import { securityAlertsSuite } from './security_alerts_suite';
import { securityRulesSuite } from './security_rules_suite';
import { strangerSuite } from './stranger_suite';
import { triageSuite } from './triage_suite';
import { withoutSecuritySuite } from './without_security_suite';

// One file, because they switch the same rule and so may not run at the same time.
describeInKibana('triage in Kibana', triageSuite);
describeInKibana('the HTTP API in Kibana', httpApiSuite);
describeInKibana('actions in Kibana', actionsSuite);
describeInKibana('our rules in Elastic Security', securityRulesSuite);
describeInKibana('Elastic Security’s alerts in our app', securityAlertsSuite);
describeInKibana('response actions in Kibana', defendSuite);
describeInKibana('living with the rules in Kibana', livingSuite);
describeInKibana('a tree that becomes graver in Kibana', risenSuite);
describeInKibana('the ways to Kibana’s other apps', neighboursSuite);
describeInKibana('two spaces in Kibana', spacesSuite);
describeInKibana('Stack Management in Kibana', savedObjectsSuite);
describeInKibana('two nodes of Kibana', nodesSuite, 'KIBANA_NODE_URL');
describeInKibana('a reader in Kibana', readerSuite, 'KIBANA_READER_URL');
describeInKibana('a stranger in Kibana', strangerSuite, 'KIBANA_STRANGER_URL');
describeInKibana(
  'somebody without Elastic Security in Kibana',
  withoutSecuritySuite,
  'KIBANA_WITHOUT_SECURITY_URL'
);
// Last: what follows would ask a Kibana whose files are others.
describeInstallation();
