/** Who may know what; CONTRIBUTING.md says why. */
const notTo = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    notTo(
      'no-circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Modules that need each other are one.',
    ),
    notTo(
      'shared-knows-nothing',
      { path: '^shared/', pathNot: '[.]test[.]ts$' },
      { path: '^(drizzle|server|client|tests)/' },
      'Rules are pure.',
    ),
    notTo(
      'shared-has-no-io',
      { path: '^shared/', pathNot: '[.]test[.]ts$' },
      { dependencyTypes: ['core'] },
      'Rules are pure.',
    ),
    notTo(
      'drizzle-knows-shared',
      { path: '^drizzle/' },
      { path: '^(server|client|tests)/' },
      'Tables stand below the server.',
    ),
    notTo(
      'server-knows-no-client',
      { path: '^server/' },
      { path: '^(client|tests)/' },
      'The server serves any client.',
    ),
    notTo(
      'client-knows-shared',
      { path: '^client/' },
      { path: '^(server|drizzle|tests)/' },
      'The client knows the API, not the server.',
    ),
    notTo(
      'resolvers-know-no-tables',
      { path: '^server/src/.*(resolver|mutations|types|inputs)[.]ts$' },
      { path: '^drizzle/', dependencyTypesNot: ['type-only'] },
      'A resolver translates; use cases and queries know the tables.',
    ),
    notTo(
      'platform-knows-no-domain',
      { path: '^server/src/platform/', pathNot: 'check-database' },
      {
        path: '^server/src/(accounts|signin|courts|registrations|filers|payments|firms|usage|billing|notices|audit|api)/',
      },
      'The platform is below every domain.',
    ),
    notTo(
      'no-tests-in-code',
      { path: '^(shared|drizzle|server|client)/' },
      { path: '[.](test|spec)[.]tsx?$' },
      'Tests are leaves.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
