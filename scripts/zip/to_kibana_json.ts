import type { Manifest } from './manifest';

/** The manifest of an installed plugin. Kibana refuses to boot on any key beyond those it knows. */
export interface KibanaJson {
  readonly id: string;
  readonly version: string;
  readonly kibanaVersion: string;
  readonly owner: { readonly name: string };
  readonly description: string;
  readonly server: boolean;
  readonly ui: boolean;
  readonly requiredPlugins: readonly string[];
  readonly optionalPlugins: readonly string[];
}

/** Flattens the manifest for one exact Kibana version: the installer compares all three numbers. */
export const toKibanaJson = (
  { owner, description, plugin }: Manifest,
  version: string,
  kibanaVersion: string
): KibanaJson => ({
  id: plugin.id,
  version,
  kibanaVersion,
  owner: { name: owner.replace(/^@/, '') },
  description,
  server: plugin.server,
  ui: plugin.browser,
  requiredPlugins: plugin.requiredPlugins,
  optionalPlugins: plugin.optionalPlugins,
});
