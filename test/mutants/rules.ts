/** The rules of roles, emergencies, durations, deposits and what errors tell, each by the text that keeps it. */

/** A rule that a gate or the host keeps, and the text without it. */
export interface Rule {
  readonly name: string;
  /** From the root. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
  readonly tests: readonly string[];
}

const DECIDE = 'gateway/src/enforcement/decide';
const HOST = 'gateway/src/host';

const decide = (name: string, file: string, text: string, by: string): Rule => ({
  name: `decide: ${name}`,
  file: `${DECIDE}/${file}`,
  text,
  by,
  tests: [DECIDE],
});

const host = (name: string, file: string, text: string, by: string): Rule => ({
  name: `host: ${name}`,
  file: `${HOST}/${file}`,
  text,
  by,
  tests: [
    `${HOST}/(roles|session|decisions|errors|describe-failure|access-events|intentions|decide-for)`,
  ],
});

const whole = (name: string, file: string, text: string, by: string): Rule => ({
  ...host(name, file, text, by),
  tests: ['test/engine/roles-and-actions'],
});

const deposit = (name: string, file: string, text: string, by: string): Rule => ({
  ...host(name, file, text, by),
  tests: ['test/engine/deposits'],
});

/** The rules whose loss is tried. */
export const RULES: readonly Rule[] = [
  decide(
    'every provider holds its role',
    'provider-role.ts',
    'isInGoodStanding ? ROLES[standing] : null',
    'ROLES[standing]',
  ),
  decide(
    'the role of a provider is for anybody',
    'provider-role.ts',
    "if (caller.kind === 'person' || caller.kind === 'office') return null;",
    "if (caller.kind === 'person' || caller.kind === 'office') return 'provider:domestic';",
  ),
  decide(
    'nobody but who may read holds a role',
    'gates/organization.ts',
    'if (action === null) return null;',
    '',
  ),
  decide(
    'an emergency is of any purpose',
    'emergency.ts',
    "if (caller.purpose !== 'ETREAT') return { kind: 'NONE' };",
    '',
  ),
  decide('an emergency never ends', 'emergency.ts', ' && now <= Date.parse(declared.until)', ''),
  decide(
    'an emergency is declared to read by asking for it',
    'emergency.ts',
    "if (action === 'EMERGENCY')",
    "if (action === 'EMERGENCY' || action === 'READ')",
  ),
  decide(
    'an emergency that nobody declared is a relation',
    'gates/relation.ts',
    "return 'no emergency declared';",
    'return null;',
  ),
  decide(
    'an emergency that nobody declared is a consent',
    'gates/consent.ts',
    "return 'no emergency declared';",
    'return null;',
  ),
  decide(
    'what is read in an emergency rests on nothing',
    'gates/consent.ts',
    'draft.basis.add(emergency.id);',
    '',
  ),
  decide(
    'what is read in an emergency outlasts it',
    'gates/consent.ts',
    'draft.ends.push(emergency.until);',
    '',
  ),
  decide(
    'an emergency that nobody declared names every category',
    'gates/category.ts',
    "if (kind === 'DECLARING' || kind === 'IN_FORCE')",
    "if (kind !== 'NONE')",
  ),
  decide(
    'to declare an emergency opens the record',
    'gates/category.ts',
    "if (request.action === 'EMERGENCY') narrowToDeclaration(draft);",
    '',
  ),
  decide(
    'an emergency is declared, and deposited under, for any purpose',
    'gates/purpose.ts',
    ' && fits(purpose, action)',
    '',
  ),
  decide(
    'emergencies are abroad too',
    'gates/purpose.ts',
    "CROSS_BORDER_PROVIDER: new Set(['TREAT', 'HTEST'])",
    "CROSS_BORDER_PROVIDER: new Set(['TREAT', 'HTEST', 'ETREAT'])",
  ),
  decide(
    'a permit to deposit reads what its holder could',
    'draft.ts',
    "action === 'DEPOSIT' ? widest.filter((scope) => scope === 'DEPOSIT') : widest",
    'widest',
  ),
  decide(
    'a deposit from abroad takes no code',
    'gates/consent.ts',
    "return 'deposit not authorised';",
    ';',
  ),
  decide(
    'an authorisation to deposit never ends',
    'gates/consent.ts',
    'until === null || !(now <= Date.parse(until))',
    'until === null',
  ),
  decide(
    'a permit to deposit outlasts the authorisation',
    'gates/consent.ts',
    'draft.ends.push(until);',
    '',
  ),
  decide(
    'what is not granted is deposited',
    'depositable.ts',
    "(standing === 'DOMESTIC_PROVIDER' || isGranted(scope))",
    "(standing === 'DOMESTIC_PROVIDER' || isGranted(scope) || true)",
  ),
  decide(
    'any profession deposits anything',
    'depositable.ts',
    "roleAccess(profession, scope) !== 'NONE'",
    'roleAccess(profession, scope) !== null',
  ),
  decide(
    'an objection to deposit takes nothing',
    'depositable.ts',
    'category?.includes(scope) === false',
    'category?.includes(scope) !== null',
  ),
  decide(
    'an objection to some records is none',
    'depositable.ts',
    'category?.includes(scope) === false',
    'category?.includes(scope) !== true',
  ),
  decide(
    'a patient deposits',
    'gates/relation.ts',
    "if (action === 'DEPOSIT') return 'a person deposits no record';",
    '',
  ),
  decide(
    'who decides for a patient deposits',
    'gates/relation.ts',
    "return action === 'DEPOSIT' ? 'a person deposits no record' : null;",
    'return null;',
  ),
  decide(
    'a test is run on real patients',
    'gates/joining.ts',
    "return purpose === 'HTEST' ? 'no test patient' : null;",
    'return null;',
  ),
  decide(
    'invented patients are treated',
    'gates/joining.ts',
    "if (isTest) return purpose === 'HTEST' ? null : 'test patient';",
    'if (isTest) return null;',
  ),
  decide(
    'a grant is for any purpose',
    'gates/consent.ts',
    "if (grant.purpose !== bound.purpose) return 'grant for another purpose';",
    '',
  ),
  decide(
    'a grant lasts as long as it says',
    'gates/consent.ts',
    "return 'condition MAX_GRANT_DURATION';",
    ';',
  ),
  {
    name: 'conditions: a duration that cannot be read bounds nothing',
    file: 'schema/src/conditions.ts',
    text: 'return instantAfter(now, value) !== null;',
    by: 'return true;',
    tests: ['schema/src/conditions'],
  },
  {
    name: 'duration: an open period lasts no time',
    file: 'schema/src/duration.ts',
    text: 'return to !== null && limit !== null && to <= limit;',
    by: 'return to === null || limit === null || to <= limit;',
    tests: ['schema/src/duration'],
  },
  host('a provider’s role is not read again', 'roles.ts', 'this.#isFresh = false;\n  }', '}'),
  host(
    'a role that was lost is held again',
    'roles.ts',
    'former === null ? now : new Set([...former].filter((role) => now.has(role)))',
    'now',
  ),
  host(
    'roles are held before they are read',
    'roles.ts',
    'refusedByRole(demands, this.#held ?? new Set())',
    'this.#held === null ? [] : refusedByRole(demands, this.#held)',
  ),
  host(
    'an emergency is declared and used at once',
    'decisions.ts',
    " && ![one, other].includes('EMERGENCY')",
    '',
  ),
  host(
    'attempts are told with any code',
    'remaining-attempts.ts',
    "code === 'PASSCODE_INVALID' && ",
    '',
  ),
  host(
    'attempts are told whatever they are',
    'remaining-attempts.ts',
    ' && Number.isSafeInteger(left) && Number(left) >= 0',
    '',
  ),
  whole(
    'what is for another role is planned',
    'refused-before-planning.ts',
    'new Set(roles.refused(demands))',
    'new Set<string>()',
  ),
  whole(
    'a role that was lost lets the next fetch pass',
    'session.ts',
    'return !fetch.top.some(({ below }) => this.#isOfAnotherRole(below));',
    'return true;',
  ),
  whole(
    'a role that was lost shows what was fetched',
    'exchange.ts',
    'await Promise.all([this.#decisions.refreshAll(), roles.refresh()]);\n    const mayStartAnew',
    'await this.#decisions.refreshAll();\n    const mayStartAnew',
  ),
  whole(
    'a query is never on record but for reading',
    'access-events.ts',
    'if (!isChange || ',
    'if (',
  ),
  whole(
    'what is read beside a declared emergency is not on record',
    'access-events.ts',
    'return Object.keys(released.counts).length === 0;',
    'return true;',
  ),
  deposit(
    'a deposit is dispatched without being on record',
    'session.ts',
    'await this.#options.intentions.record(permits)',
    'permits.length < 0',
  ),
  deposit(
    'a deposit is dispatched by the decision before its record',
    'session.ts',
    'this.#expire();\n      if (!(await this.#isForRoles(fetch, patients))) return null;',
    '',
  ),
  deposit(
    'a deposit is on record as intended alone',
    'access-events.ts',
    '// What was put on record as intended is put on record as completed.\n      return false;',
    'return true;',
  ),
  deposit(
    'what the records subgraph changes is on nobody’s record',
    'access-events.ts',
    "service !== 'consents'",
    "service === ''",
  ),
  host(
    'a deposit is put on record as intended again and again',
    'intentions.ts',
    ' && !this.#patients.has(patient)',
    '',
  ),
  host(
    'a route outside the graph looks up any text',
    'decide-for.ts',
    'const [known] = isPatientId(patient) ?',
    "const [known] = patient !== '' ?",
  ),
  host(
    'a route outside the graph decides on any text',
    'decide-for.ts',
    'isPatientId(patient)\n      ? decide',
    "patient !== ''\n      ? decide",
  ),
  whole(
    'a declared emergency is on record twice',
    'access-events.ts',
    'return Object.keys(released.counts).length === 0;',
    'return false;',
  ),
];
