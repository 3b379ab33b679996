/** What no single decision can show: acceptance scenarios held by tests that run a subgraph or the whole graph. */
import type { Gate } from '@causeway/schema';
import { CALLERS } from './row.js';
import type { CallerKind } from './row.js';

/** A scenario, and the test that holds it. */
export interface HeldElsewhere {
  readonly scenario: string;
  /** Path of the test file in the repository. */
  readonly file: string;
  /** The name of the test, or of its case, as the file has it. */
  readonly test: string;
  /** Where it is a gate that no decision shows: which, and whom it binds by this test. */
  readonly gate?: { readonly gate: Gate; readonly callers: readonly CallerKind[] };
}

const held = (scenario: string, file: string, test: string): HeldElsewhere => ({
  scenario,
  file,
  test,
});

const PEOPLE_AND_OFFICES = CALLERS.filter(
  (caller) =>
    !['domestic professional', 'cross-border professional', 'health record system'].includes(
      caller,
    ),
);

/** The gates that are passed before and after a decision. */
export const GATES_ELSEWHERE: readonly HeldElsewhere[] = [
  {
    ...held(
      'a token that nobody issued is refused, whatever kind of caller it claims',
      'gateway/src/identity/identify.test.ts',
      'that is not signed at all',
    ),
    gate: { gate: 'CALLER', callers: PEOPLE_AND_OFFICES },
  },
  {
    ...held(
      'where the audit log fails, nothing is released',
      'test/e2e/faults.test.ts',
      '%s, nothing is released',
    ),
    gate: { gate: 'AUDIT', callers: CALLERS },
  },
];

/** Counts tell of nothing that is withheld. */
export const COUNTS: readonly HeldElsewhere[] = [
  held(
    'records are counted after the filter',
    'test/advisories/references.test.ts',
    'HackerOne 489146: an edge is there where its node is, its cursor tells of no other, and they are counted alike',
  ),
];

const LINKS = 'subgraphs/consents/src/links/links.test.ts';
const RACES = 'subgraphs/consents/src/links/races.test.ts';
const BUNDLES = 'subgraphs/records/src/deposits/rejected-bundles.test.ts';
const DEPOSITS = 'subgraphs/records/src/deposits/deposits.test.ts';
const STRUCTURE = 'test/e2e/structure.test.ts';
const LANGUAGES = 'test/e2e/languages.test.ts';
const SUMMARIES = 'subgraphs/consents/src/summaries/summaries.test.ts';

/** Scenarios by the letter of the acceptance list that they stand under. */
export const HELD_ELSEWHERE: Readonly<
  Record<'A' | 'B' | 'C' | 'D' | 'G' | 'H' | 'I', readonly HeldElsewhere[]>
> = {
  A: [
    held(
      'a recognition that is suspended in the middle of a request',
      'test/e2e/provider-roles.test.ts',
      'shows nothing of its result where the recognition was suspended meanwhile',
    ),
    ...GATES_ELSEWHERE,
  ],
  B: [
    held(
      'a consent that is revoked between two fetches of a read',
      'test/e2e/consents.test.ts',
      'stops the very next fetch and releases nothing that was fetched before',
    ),
    held(
      'a patient who withdraws has no grant and no link left',
      'test/e2e/relay.test.ts',
      'has no grant and no link left when the answer leaves, and may join again',
    ),
  ],
  C: [
    held('a link that is replayed', LINKS, 'takes a link once'),
    held(
      'wrong passcodes at once',
      RACES,
      'a thousand guesses at once are five, and lock the link',
    ),
    held(
      'wrong passcodes one by one',
      LINKS,
      'counts wrong passcodes for the life of the link, says how many are left, and locks at the last',
    ),
    held(
      'a link that was forwarded',
      'test/e2e/links.test.ts',
      'that was forwarded to another hospital does not exist there',
    ),
    held(
      'a scope that a fragment creeps into',
      STRUCTURE,
      'does not get a refused field in under another name',
    ),
    held(
      'a patient without a permit beside one with',
      STRUCTURE,
      'of two patients in one operation gives each what its own permit allows',
    ),
    held(
      'a caregiver who authorises',
      'test/e2e/requests.test.ts',
      'is read in plain words, narrowed and authorised by a caregiver',
    ),
  ],
  D: [
    held('a record of another encounter', BUNDLES, 'another encounter'),
    held('a record of another patient', BUNDLES, 'a mention of another patient'),
    held('a record by another author', BUNDLES, 'another author'),
    held(
      'a change of a record that is there',
      BUNDLES,
      'answers for a record that is there as for one that is not',
    ),
    held(
      'a key that is used again',
      DEPOSITS,
      'gives the same receipt for the same bundle again, and nothing new',
    ),
    held('a key that is used for something else', DEPOSITS, 'is refused for another bundle'),
    held(
      'a deposit after the revocation',
      'test/e2e/deposit.test.ts',
      'in parallel leaves each deposit whole or undone, and none after it',
    ),
    held('a category that is not granted', BUNDLES, 'a category that is not granted'),
    held(
      'an image without a report',
      'subgraphs/records/src/deposits/deposits-with-images.test.ts',
      'is not taken with %s, and leaves nothing behind',
    ),
    held('a patient who objected', 'test/e2e/deposit.test.ts', 'the patient objected'),
  ],
  G: [
    held(
      'entities by guessed ids',
      'test/advisories/paths.test.ts',
      'CVE-2025-31481, GHSA-cg3c-245w-728m: is nothing to the subgraph either, asked by reference under the caller’s permit',
    ),
    held(
      'a denied field that @requires pulls',
      'test/advisories/composition.test.ts',
      'composition: @requires of a labelled field: does not pass without the label',
    ),
    held(
      'fragments on interfaces',
      STRUCTURE,
      'on the interface of records releases what each record’s own type releases',
    ),
    held(
      'an alias that poses as __typename',
      STRUCTURE,
      'named __typename by the client is told from the real one',
    ),
    held(
      'aliases that are counted as one',
      'test/advisories/requests.test.ts',
      'GHSA-6q22-g298-grjh, CVE-2026-35441: of many aliases is refused',
    ),
    held(
      'provenance, encounters and results as side doors',
      'test/advisories/references.test.ts',
      'CVE-2026-124427, GHSA-xpg7-m6gm-4xfh: leads to what the caller may read, and nowhere else',
    ),
    held(
      'an encounter’s diagnosis that displays what is withheld',
      'subgraphs/records/src/types/links.test.ts',
      'are those whose condition is there, each with its own use and rank',
    ),
    held(
      'what a reference displays',
      'subgraphs/records/src/fhir/to-record.test.ts',
      'does not repeat what a reference to a record or a person displays of it',
    ),
    held('a resource that another one contains', BUNDLES, 'contained resources'),
    ...COUNTS,
    held(
      'cursors',
      'test/advisories/references.test.ts',
      'CVE-2026-124427, GHSA-xpg7-m6gm-4xfh: a cursor from elsewhere leads to no neighbour that is withheld',
    ),
    held(
      'sorting and filtering',
      'test/advisories/oracles.test.ts',
      'CVE-2022-36079, CVE-2026-32098, GHSA-72hp-qff8-4pvv, GHSA-mmg8-87c5-jrc2: a filter of a refused list is refused alike, whatever it would find',
    ),
    held(
      'caches that are shared',
      'test/advisories/decisions.test.ts',
      'consent-server 6: for one of many requests at once is never another’s',
    ),
    held(
      'one text with other variables',
      'test/advisories/decisions.test.ts',
      'GHSA-hx78-272p-mqqh, graphql-shield#349: for one caller, patient or argument is never another’s',
    ),
    held(
      'subscriptions after a revocation',
      'test/e2e/subscriptions.test.ts',
      'ends when the patient revokes it',
    ),
    held(
      'differences between errors',
      'test/advisories/oracles.test.ts',
      'consent-server 10: denied and absent are one answer, and refusals depend on the permit alone',
    ),
    held(
      'timing, as far as the number of subgraph calls and what each of them asks make it',
      'test/e2e/non-interference.test.ts',
      'to $names where $what',
    ),
    held(
      'two patients with different decisions',
      STRUCTURE,
      'are fetched together, each field only for whom it is permitted',
    ),
    held(
      'a forged context',
      'schema/src/signed-context.test.ts',
      'refuses claims that were changed after signing',
    ),
  ],
  H: [
    held(
      'a permit is on record before the answer',
      'test/e2e/faults.test.ts',
      'is on record before the answer leaves',
    ),
    held(
      'a denial is on record',
      'subgraphs/consents/src/resolvers/audit-events.test.ts',
      'tells that something was denied, and never why',
    ),
    held('a sink that is down', 'test/e2e/faults.test.ts', '%s, nothing is released'),
    held(
      'patients read their own log',
      'subgraphs/consents/src/resolvers/audit-events.test.ts',
      'tells the patient who saw what, when and for what purpose',
    ),
    held(
      'a read abroad must be told',
      'subgraphs/consents/src/audit/record-access.test.ts',
      'a professional abroad',
    ),
    held(
      'what must be told reaches a patient who refuses notices',
      'gateway/src/courier/courier.test.ts',
      'tells a %s notice to a patient who refuses such notices (%s): %s',
    ),
    held(
      'a step-up to restricted records is a notice of its own',
      'subgraphs/consents/src/step-up/step-up.test.ts',
      'opens restricted records to this professional for an hour, and tells the patient',
    ),
    held(
      'an emergency is told whatever the patient prefers',
      'subgraphs/consents/src/emergencies/declare-emergency.test.ts',
      'is audited, and told to the patient whatever they prefer',
    ),
    held(
      'a deposit from abroad is told whatever the patient prefers',
      'subgraphs/consents/src/deposits/take-deposit.test.ts',
      'audits a deposit from abroad, tells the patient whatever they prefer, and registers it',
    ),
  ],
  I: [
    held('refusals in every language', LANGUAGES, 'of %s: %s, in every language'),
    held(
      'absence and denial in every language',
      LANGUAGES,
      'tells absence and denial alike, to the byte: %s',
    ),
    held(
      'the audit in three languages',
      SUMMARIES,
      'tells who, what, when, what came of it and why, in each language',
    ),
    held('names in three scripts', 'subgraphs/patients/src/resolvers/patients.test.ts', '陈大文'),
    held(
      'a home return permit of 9 and of 11 characters',
      'schema/src/identifiers/home-return-permit.test.ts',
      'H1234567801',
    ),
    held(
      'an identity card number in lower case',
      'schema/src/identifiers/hkid.test.ts',
      'a123456(3)',
    ),
    held(
      'an identity card number in full width',
      'schema/src/identifiers/hkid.test.ts',
      'Ａ１２３４５６（３）',
    ),
  ],
};
