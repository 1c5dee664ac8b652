/**
 * The layer table of the architecture as allowed edges: an import that matches no rule is an error.
 * Test files beside a module belong to `test` and may import everything.
 */
const TEST = '\\.test\\.tsx?$|^test/|^vitest\\.config\\.ts$';
const inLayer = (layer) => `^${layer}/(?!.*\\.test\\.tsx?$)`;
const npm = (names) => `^node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [TEST, '^types/', '\\.d\\.ts$', '^[^/]+$', '^scripts/', '_worker\\.ts$'] },
      to: {},
    },
  ],
  allowed: [
    { from: { path: TEST }, to: {} },
    { from: { path: inLayer('common') }, to: { path: ['^common/', npm(['zod'])] } },
    { from: { path: inLayer('server') }, to: { path: ['^common/', '^server/', '^@kbn/', '^types/kbn/', '^standalone/kibana/i18n\\.ts$', npm(['zod'])] } },
    {
      from: { path: inLayer('public') },
      to: { path: ['^common/', '^public/', '^@kbn/', '^types/kbn/', '^standalone/kibana/i18n\\.ts$', npm(['zod', '@tanstack', 'react', 'react-dom', 'react-router-dom', 'history', '@elastic/eui', '@emotion/react', '@types'])] },
    },
    { from: { path: inLayer('standalone') }, to: {} },
    { from: { path: '^scripts/' }, to: { path: ['^common/', '^scripts/', '^[a-z:_/]+$', '^node_modules/'] } },
    { from: { path: '^types/' }, to: {} },
    { from: { path: '^[^/]+$' }, to: { path: '^node_modules/|^[a-z:_/]+$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
