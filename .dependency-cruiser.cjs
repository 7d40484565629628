/** The arrows between the rooms. What is not allowed here does not build. */
const room = (name) => `^(packages|services|tools)/${name}/`
const only = (name, packages, allowed) => ({
  name,
  severity: 'error',
  from: {
    path: '^(packages|services|tools)/[^/]+/src',
    pathNot: [...allowed, '\\.test\\.ts$', room('testing')],
  },
  to: { path: `node_modules/(${packages})/`, dependencyTypesNot: ['type-only'] },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-imports-nothing',
      comment: 'The rules of admission are pure: no package, no room, no Node.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/domain/src' },
    },
    {
      name: 'runtime-imports-no-room',
      severity: 'error',
      from: { path: '^packages/runtime/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages/(?!runtime)|services|tools)' },
    },
    {
      name: 'text-imports-no-room',
      severity: 'error',
      from: { path: '^packages/text/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(packages/(?!text)|services|tools)' },
    },
    {
      name: 'middle-rooms-know-runtime-only',
      comment: 'queue, schedule, telegram and database stand side by side on runtime.',
      severity: 'error',
      from: { path: '^packages/(queue|schedule|telegram|database|testing)/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/', pathNot: ['^packages/runtime/', '^packages/$1/'] },
    },
    {
      name: 'watchdog-needs-no-database',
      comment: 'It must speak when others cannot: what it needs of the database is handed to it.',
      severity: 'error',
      from: { path: '^packages/watchdog/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/', pathNot: '^packages/(runtime|queue|telegram|text|watchdog)/' },
    },
    {
      name: 'no-service-imports-a-service',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'nothing-imports-a-tool',
      severity: 'error',
      from: { path: '^(packages|services|tools/([^/]+))/' },
      to: { path: '^tools/', pathNot: '^tools/$2/' },
    },
    {
      name: 'nothing-imports-a-service',
      severity: 'error',
      from: { path: '^(packages|tools|bench)/' },
      to: { path: '^services/' },
    },
    {
      name: 'testing-only-in-development',
      severity: 'error',
      from: { path: '^(packages|services)/(?!testing/)', pathNot: '\\.test\\.ts$' },
      to: { path: room('testing') },
    },
    {
      name: 'scheduler-and-queue-know-no-rules',
      severity: 'error',
      from: {
        path: '^(services/scheduler|packages/(queue|schedule|telegram|database|watchdog|testing))/',
      },
      to: { path: room('domain') },
    },
    {
      name: 'rooms-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^(packages|services|tools|bench)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/',
        pathNot: ['^packages/[^/]+/(src|dist)/index\\.(ts|js|d\\.ts)$', '^packages/$2/'],
      },
    },
    only('ioredis-in-runtime-only', 'ioredis', [room('runtime')]),
    only('bullmq-in-queue-only', 'bullmq', [room('queue')]),
    only('fastify-in-ingress-only', '(@fastify/[^/]+|fastify)', [room('ingress'), room('simulator')]),
    only('node-cron-in-scheduler-only', 'node-cron', [room('scheduler')]),
    only('grammy-in-telegram-and-bot-only', 'grammy', [room('telegram'), '^services/worker/src/bot/']),
    only('database-drivers-in-database-only', '(@prisma/[^/]+|pg)', [room('database')]),
    {
      name: 'use-cases-know-no-bot',
      severity: 'error',
      from: { path: '^services/worker/src/use-cases/', pathNot: '\\.test\\.ts$' },
      to: { path: '^services/worker/src/(bot|lane|jobs)/' },
    },
    {
      name: 'no-orphans',
      severity: 'warn',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', 'page-api', '(index|main)\\.ts$', '\\.test\\.ts$', 'locales'],
      },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared-in-package-json',
      severity: 'error',
      from: { path: '^(packages|services|tools)/[^/]+/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.check.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
}
