/**
 * The layer table of the architecture as allowed edges: an import that matches no rule is an error.
 * Test files beside a module belong to `test` and may import everything.
 */
const TEST = '\\.(test|fixture)\\.tsx?$|^test/|^vitest\\.config\\.ts$';
const inLayer = (layer) => `^${layer}/(?!.*\\.(test|fixture)\\.tsx?$)`;
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})/`;
const toPaths = (...path) => ({ path });
/** Who is outside an engine, another engine included, comes in by its door. */
const ENGINES = [
  ...[
    'access_log',
    'audit_log',
    'command_line',
    'machine',
    'osquery',
    'scan',
    'terminal',
    'worker',
  ],
];
const DOOR_OF_ENGINE = '^engines/[a-z_]+/index\\.ts$';
const core = { dependencyTypes: ['core'] };
/** What requests to Elasticsearch are made of. */
const typesOfElasticsearch = {
  path: '^node_modules/@elastic/elasticsearch/',
  dependencyTypes: ['type-only'],
};
const typesOfKibana = { path: '^types/kbn/', dependencyTypes: ['type-only'] };
/** `@kbn/i18n` by that name; the alias of tsconfig.json puts the stand-alone host's in its place. */
const i18nOfKibana = {
  path: '^standalone/kibana/i18n\\.ts$',
  dependencyTypes: ['aliased-tsconfig-paths'],
};
const allow = (layer, ...to) => to.map((edge) => ({ from: { path: inLayer(layer) }, to: edge }));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [TEST, '^types/', '^scripts/', '_worker\\.ts$'] },
      to: {},
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    { from: { path: TEST }, to: {} },
    ...allow('common', toPaths('^common/', npm('zod'))),
    // The inflater that a command line's hidden texts need: docs/decisions/008_reading_commands.md.
    ...allow('common/shell', toPaths(npm('fflate'))),
    ...allow('server', toPaths('^common/', '^server/', npm('zod')), typesOfKibana, i18nOfKibana),
    ...allow('server', typesOfElasticsearch),
    // Hashes, for ids that follow from names. Everything else of Node belongs to the hosts.
    ...allow('server', { path: '^(node:)?crypto$', ...core }),
    ...allow(
      'public',
      toPaths(
        '^common/',
        '^public/',
        npm('zod', '@tanstack/react-query', 'react', 'react-dom', 'react-router-dom', 'history'),
        npm('@elastic/eui', '@emotion/cache', '@emotion/react')
      ),
      typesOfKibana,
      i18nOfKibana
    ),
    ...ENGINES.flatMap((engine) => allow(`engines/${engine}`, toPaths(`^engines/${engine}/`))),
    ...allow('engines', toPaths('^common/', DOOR_OF_ENGINE, '^node_modules/'), core),
    ...allow(
      'standalone',
      toPaths(
        '^(common|server|public|standalone)/',
        DOOR_OF_ENGINE,
        '^types/kbn/',
        '^node_modules/'
      ),
      // The host gets its page from the build step.
      toPaths('^scripts/bundle/get_page\\.ts$'),
      core
    ),
    ...allow(
      'scripts',
      toPaths('^common/', '^scripts/', '^engines/command_line/index\\.ts$', '^node_modules/'),
      core
    ),
    ...allow('types', toPaths('^types/'), typesOfElasticsearch),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
