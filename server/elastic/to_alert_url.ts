import { PLUGIN_ID } from '../../common/product';

const DEFAULT_SPACE = 'default';

/**
 * The address that opens an alert in its space.
 * @param publicBaseUrl Kibana's `server.publicBaseUrl`
 * @returns undefined where an administrator has not set it
 */
export const toAlertUrl = (
  publicBaseUrl: string | undefined,
  spaceId: string,
  uuid: string
): string | undefined => {
  if (publicBaseUrl === undefined) return undefined;
  const space = spaceId === DEFAULT_SPACE ? '' : `/s/${encodeURIComponent(spaceId)}`;
  return `${publicBaseUrl}${space}/app/${PLUGIN_ID}/alerts/${encodeURIComponent(uuid)}`;
};
