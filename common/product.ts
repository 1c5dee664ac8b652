/** Names other software knows this product by; architecture fixes them. */
export const PLUGIN_ID = 'webServerRce';
/** Feature and consumer are the same, so that alerting's checks and Kibana's roles speak of one thing. */
export const FEATURE_ID = PLUGIN_ID;
export const RULE_TYPE_ID = 'webServerRce.eql';
export const ALERTS_CONTEXT = 'webserver-rce';
/** Every match is an alert of its own; there is no other group to be in. */
export const ACTION_GROUP = 'match';
