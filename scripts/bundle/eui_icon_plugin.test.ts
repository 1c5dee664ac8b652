import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { createEuiIconPlugin } from './eui_icon_plugin';
import { PROJECT_ROOT } from './project_root.mjs';

/** The files of a page with EUI's icons, the one that is loaded first in front. */
const bundleIcons = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { EuiIcon } from '@elastic/eui/es/components/icon';",
      resolveDir: PROJECT_ROOT,
    },
    ...{ bundle: true, write: false, format: 'esm', splitting: true, outdir: 'nowhere' },
    plugins: [createEuiIconPlugin()],
  });
  return outputFiles.map(({ text }) => text);
};

test('icons that a view or EUI draws are loaded with the page, all others in one file of their own', async () => {
  const files = await bundleIcons();
  const find = (drawing: string) =>
    files.flatMap((text, at) => (text.includes(drawing) ? [at] : []));
  const [others] = find('EuiIconLogoSlack = function');
  expect(others).toBeGreaterThan(0);
  expect(find('EuiIconLogoDocker = function')).toEqual([others]);
  const named = ['EuiIconBellSlash', 'EuiIconMagnify', 'EuiIconCross', 'EuiIconChevronSingleDown'];
  for (const icon of named) {
    const places = find(`${icon} = function`);
    expect(places).toHaveLength(1);
    expect(places).not.toEqual([others]);
  }
  expect(files[0]).toContain('iconComponentCache = { ...namedIcons }');
});
