/** Texts inside EUI's components, by EUI's own tokens; in Kibana they come with Kibana's translations. */
export const euiZhCn: Readonly<Record<string, string>> = {};
