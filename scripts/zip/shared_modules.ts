import type { Plugin } from 'esbuild';

/**
 * Modules every Kibana page already holds, by their name in Kibana's `__kbnSharedDeps__`.
 * Only those that both 8.12 and 9.x share; React and EUI must be the page's own, or hooks and themes break.
 */
const NAMES: Readonly<Record<string, string>> = {
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  '@kbn/i18n': 'KbnI18n',
  history: 'History',
  react: 'React',
  'react-dom': 'ReactDom',
  'react-router-dom': 'ReactRouterDom',
};

/** Kibana does not share what JSX is compiled to, so it is made from the React that is shared. */
const JSX_RUNTIME = `
  const { createElement, Fragment } = globalThis.__kbnSharedDeps__.React;
  const jsx = (type, props, key) =>
    createElement(type, key === undefined ? props : { ...props, key });
  module.exports = { Fragment, jsx, jsxs: jsx };`;

/** Kibana shares the namespace of this module; what is imported from it is its default. */
const EMOTION_CACHE = 'module.exports = globalThis.__kbnSharedDeps__.EmotionCache.default;';

const CONTENTS = new Map([
  ['react/jsx-runtime', JSX_RUNTIME],
  ['@emotion/cache', EMOTION_CACHE],
  ...Object.entries(NAMES).map(
    ([path, name]) => [path, `module.exports = globalThis.__kbnSharedDeps__.${name};`] as const
  ),
]);
const FAMILIES = /^(@kbn|@elastic|@emotion|react|react-dom|react-router-dom|history)(\/|$)/;
const NAMESPACE = 'shared-with-kibana';

/** Takes shared modules from the page, and refuses relatives of them that the page does not share. */
export const sharedModules: Plugin = {
  name: NAMESPACE,
  setup(build) {
    build.onResolve({ filter: FAMILIES }, ({ path }) =>
      CONTENTS.has(path)
        ? { path, namespace: NAMESPACE }
        : { errors: [{ text: `Kibana's page does not share "${path}".` }] }
    );
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: CONTENTS.get(path)!,
    }));
  },
};
