/** Names other software knows this product by; architecture fixes them. */
export const PLUGIN_ID = 'webServerRce';
/** Feature and consumer are the same, so that alerting's checks and Kibana's roles speak of one thing. */
export const FEATURE_ID = PLUGIN_ID;
export const RULE_TYPE_ID = 'webServerRce.eql';
export const ALERTS_CONTEXT = 'webserver-rce';
/** The first alert of each match: actions fire once for it. */
export const ACTION_GROUP = 'match';
/** A further alert of a tree that became graver: actions that want to hear of it again say so. */
export const RISEN_ACTION_GROUP = 'severity_rose';
