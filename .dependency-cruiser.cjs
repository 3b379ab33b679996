/**
 * The floors of the house: imports only point to the left of
 * schema → kit, enforcement, execution → subgraphs, identity, facts, audit, relay, courier → host → seeds → test,
 * and `start` alone stands above gateway, subgraphs and seeds together.
 */
const TESTS = '[.]test[.]ts$';
const OURS = '^(schema|subgraphs|gateway|seeds|start|test)/';
const SUBGRAPHS = '^subgraphs/(patients|providers|consents|records)/';

/** Files below `from` may import, of ours, only what `to` matches. */
const mayOnlyImport = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: to },
});

/** Files below `from`, tests aside, may import no package but those named, and nothing of Node's own. */
const mayOnlyUse = (name, comment, from, packages) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { pathNot: [OURS, ...packages.map((one) => `(^|/)node_modules/${one}/`)] },
});

module.exports = {
  forbidden: [
    mayOnlyImport(
      'schema-stands-alone',
      'The vocabulary imports nothing of ours.',
      '^schema/',
      '^schema/',
    ),
    mayOnlyImport(
      'kit-knows-no-domain',
      'The walls of the subgraphs know the vocabulary alone.',
      '^subgraphs/kit/',
      '^(schema|subgraphs/kit)/',
    ),
    mayOnlyImport(
      'subgraphs-never-meet',
      'A subgraph knows the vocabulary, the kit and itself: never another subgraph, never the gateway.',
      '^subgraphs/([^/]+)/',
      '^(schema|subgraphs/kit|subgraphs/$1)/',
    ),
    mayOnlyImport(
      'gateway-meets-subgraphs-by-transport',
      'The gateway knows subgraphs by the supergraph and a transport, and stands below seeds, start and test.',
      '^gateway/',
      '^(schema|gateway)/',
    ),
    mayOnlyImport(
      'enforcement-is-pure',
      'What may be seen is decided by the vocabulary and facts that come in as arguments.',
      '^gateway/src/enforcement/',
      '^(schema/src|gateway/src/enforcement)/',
    ),
    mayOnlyUse(
      'enforcement-uses-graphql-alone',
      'No clock, no environment, no network, no library but graphql.',
      '^gateway/src/enforcement/',
      ['graphql'],
    ),
    mayOnlyImport(
      'explaining-stands-on-the-decision',
      'What was decided is explained by asking the decision again: facts and time come in as arguments.',
      '^gateway/src/explain/',
      '^(schema/src|gateway/src/(enforcement|explain))/',
    ),
    mayOnlyUse(
      'explaining-uses-nothing',
      'No clock, no environment, no network, no library.',
      '^gateway/src/explain/',
      [],
    ),
    mayOnlyImport(
      'execution-is-pure',
      'Plans are run without knowledge of any policy.',
      '^gateway/src/execution/',
      '^(schema/src|gateway/src/execution)/',
    ),
    mayOnlyUse(
      'execution-uses-graphql-alone',
      'No clock, no environment, no network, no library but graphql.',
      '^gateway/src/execution/',
      ['graphql'],
    ),
    mayOnlyImport(
      'identity-stands-on-the-vocabulary',
      'Who asks is found from the token alone.',
      '^gateway/src/identity/',
      '^(schema/src|gateway/src/identity)/',
    ),
    {
      name: 'identity-uses-jose-and-zod-alone',
      comment:
        'Verifying is for jose, the shape of claims for zod; Node gives the digest and the file.',
      severity: 'error',
      from: { path: '^gateway/src/identity/', pathNot: TESTS },
      to: { pathNot: [OURS, '(^|/)node_modules/(jose|zod)/'], dependencyTypesNot: ['core'] },
    },
    mayOnlyImport(
      'facts-stand-below-the-host',
      'The port of facts knows the floors below it.',
      '^gateway/src/facts/',
      '^(schema/src|gateway/src/(enforcement|execution|facts))/',
    ),
    mayOnlyImport(
      'audit-stands-below-the-host',
      'The port of the audit log knows the floors below it.',
      '^gateway/src/audit/',
      '^(schema/src|gateway/src/(enforcement|execution|audit))/',
    ),
    mayOnlyImport(
      'metrics-stand-on-the-vocabulary',
      'What is counted is named by closed sets; who counts, and when, is for the others to say.',
      '^gateway/src/metrics/',
      '^(schema/src|gateway/src/metrics)/',
    ),
    mayOnlyImport(
      'planning-stands-below-the-host',
      'Planning knows texts and plans, and none of the requests they are for.',
      '^gateway/src/planning/',
      '^(schema/src|gateway/src/(execution|metrics|planning))/',
    ),
    mayOnlyImport(
      'relay-stands-below-the-host',
      'The relay knows the vocabulary and its own ports.',
      '^gateway/src/relay/',
      '^(schema/src|gateway/src/relay)/',
    ),
    mayOnlyUse(
      'relay-uses-nothing',
      'When it runs, and how it reaches the subgraphs, is for the host to say.',
      '^gateway/src/relay/',
      [],
    ),
    mayOnlyImport(
      'courier-stands-below-the-host',
      'The courier knows the vocabulary and its own ports.',
      '^gateway/src/courier/',
      '^(schema/src|gateway/src/courier)/',
    ),
    mayOnlyImport(
      'pages-ask-as-clients-do',
      'Pages reach the graph by the way that requests take, and nothing behind it.',
      '^gateway/src/pages/',
      '^(schema/src/|gateway/src/(pages/|host/(answer-body|gateway|http-route|read-body|read-form)[.]ts$))',
    ),
    {
      name: 'nobody-needs-the-pages',
      comment: 'A gateway is whole without them.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '^gateway/src/(pages|explorer)/' },
      to: { path: '^gateway/src/pages/' },
    },
    mayOnlyImport(
      'explorer-is-made-of-pages',
      'The explorer asks from the browser; here it is only shown.',
      '^gateway/src/explorer/',
      '^(schema/src/|gateway/node_modules/|gateway/src/(explorer/|pages/(html|same-origin|send-page)[.]ts$|host/(http-route|read-body|read-json|send-json)[.]ts$))',
    ),
    {
      name: 'nobody-needs-the-explorer',
      comment: 'A gateway is whole without it.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/(src/)?explorer/' },
      to: { path: '^gateway/(src/)?explorer/' },
    },
    mayOnlyImport(
      'self-carry-asks-as-clients-do',
      'What patients take along is read by the way that requests take; the encrypted files are kept by the gateway’s own calls.',
      '^gateway/src/self-carry/',
      '^(schema/src/|gateway/src/(self-carry/|host/(answer-body|errors|gateway|gone-signal|http-route|own-calls|read-body|read-json|read-own|request-language|send-json)[.]ts$))',
    ),
    {
      name: 'nobody-needs-self-carry',
      comment: 'A gateway is whole without it.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '^gateway/src/self-carry/' },
      to: { path: '^gateway/src/self-carry/' },
    },
    {
      name: 'nobody-needs-the-images',
      comment: 'A gateway is whole without their routes.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: '^gateway/src/(images/|index[.]ts$)' },
      to: { path: '^gateway/src/images/' },
    },
    mayOnlyImport(
      'seeds-stand-on-the-subgraphs',
      'Seeds write through the repositories of the subgraphs.',
      '^seeds/',
      '^(schema|subgraphs|seeds)/',
    ),
    mayOnlyImport(
      'oracle-stands-apart',
      'What the gateway is held against shares nothing with it but the words.',
      '^test/fuzz/(oracle|world|graph)/',
      '^(schema/src/|test/fuzz/((oracle|world|graph)/|draw[.]))',
    ),
    mayOnlyImport(
      'start-imports-no-tests',
      'What is started needs no test.',
      '^start/',
      '^(schema|subgraphs|gateway|seeds|start)/',
    ),
    {
      name: 'packages-by-their-entry-points',
      comment:
        'Another workspace is imported by its name, so that its exports are its border. Tests may look behind it.',
      severity: 'error',
      from: { path: '^(schema|subgraphs/[^/]+|gateway|seeds|start)/' },
      to: { path: OURS, pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'gateway-never-loads-type-graphql',
      comment:
        'The decorators are an entry point of their own, so that the gateway needs no decorator library.',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: TESTS },
      to: { path: '(^|/)node_modules/(type-graphql|drizzle-orm|better-sqlite3)/', reachable: true },
    },
    {
      name: 'databases-are-opened-by-the-kit',
      comment: 'One driver, opened in one place.',
      severity: 'error',
      from: { path: OURS, pathNot: ['^subgraphs/kit/src/', TESTS] },
      to: { path: '(^|/)node_modules/better-sqlite3/' },
    },
    {
      name: 'sql-lives-in-repositories',
      comment:
        'All SQL of a subgraph is in its repository and tables, so that a second dialect has one place to go.',
      severity: 'error',
      from: {
        path: SUBGRAPHS,
        pathNot: ['/repository([.]ts$|/)', '/tables([.]ts$|/)', 'drizzle[.]config[.]ts$', TESTS],
      },
      to: { path: '(^|/)node_modules/drizzle-orm/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Files that import each other in a ring cannot be read in any order. Types of the graph may.',
      severity: 'error',
      from: { path: '^(schema/src|subgraphs/kit|gateway|seeds|start)/', pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-dependencies',
      comment: 'A package imports what its package.json names.',
      severity: 'error',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'sources-run-without-development-packages',
      comment:
        'Only tests, the composition that makes committed files and the comparison of shapes use development dependencies.',
      severity: 'error',
      from: {
        path: '^(schema|subgraphs/[^/]+|gateway|seeds|start)/src/',
        pathNot: [TESTS, '^schema/src/(compose|testing/|access-diff/shape-changes)'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-imported-by-nobody',
      comment: 'A test is an end, never a means.',
      severity: 'error',
      from: {},
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment:
        'Every import leads somewhere. The package of typed documents is nothing but types; the programs of the bench that run other gateways are copied to where those are installed.',
      severity: 'error',
      from: { pathNot: '^test/bench/peers/' },
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    // Anchored to our own folders: an unanchored `dist` would hide node_modules/*/dist, and violations with it.
    exclude: { path: '^(schema|subgraphs/[^/]+|gateway|seeds|start|test)/dist/' },
    doNotFollow: { path: '(^|/)node_modules/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
    },
  },
};
