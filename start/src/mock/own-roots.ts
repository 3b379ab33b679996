/**
 * What the gateway asks a mock subgraph on its own behalf: facts, feeds, the audit log, notices. Facts are those of the
 * society; nothing is told between subgraphs, and nothing is due.
 */
import { refused } from '@causeway/kit';
import type { ConsentFactsKey, PatientFactsKey, ProviderFactsKey } from '@causeway/schema';
import type { MockSociety } from './society-facts.js';

/** Answers a root field of the gateway's own. */
export type OwnRoot = (args: Readonly<Record<string, unknown>>) => unknown;

/** The root fields of the gateway's own, of all four subgraphs, over a society. */
export function ownRoots(society: MockSociety): Readonly<Record<string, OwnRoot>> {
  const feeds = new Map<string, number>();
  const position = (feed: string): number => feeds.get(feed) ?? 0;
  const take =
    (feed: string): OwnRoot =>
    ({ events }) => {
      const told = events as readonly { readonly position: number }[];
      feeds.set(feed, told.at(-1)?.position ?? position(feed));
      return told.length;
    };
  return {
    patientFacts: ({ keys }) =>
      (keys as readonly PatientFactsKey[]).map((key) => society.patientFacts(key)),
    providerFacts: ({ keys }) =>
      (keys as readonly ProviderFactsKey[]).map((key) => society.providerFacts(key)),
    consentFacts: ({ keys }) =>
      (keys as readonly ConsentFactsKey[]).map((key) => society.consentFacts(key)),
    recordFacts: ({ keys }) => listOf(keys).map(() => society.recordFacts()),
    contactFacts: ({ patients }) => listOf(patients).map(() => null),

    joiningEvents: () => [],
    partyEvents: () => [],
    dutyEvents: () => [],
    depositEvents: () => [],
    encounterEvents: () => [],
    grantChanges: ({ after, first }) => society.grantChanges(Number(after)).slice(0, Number(first)),
    lastGrantChange: () => society.grantChanges(0).length,
    feedPositions: () => ({
      providers: position('providers'),
      patients: position('patients'),
      records: position('records'),
    }),
    dutyFeedPositions: () => ({ duties: position('duties'), encounters: position('encounters') }),
    applyPartyEvents: take('providers'),
    applyJoiningEvents: take('patients'),
    applyDepositEvents: take('records'),
    applyDutyEvents: take('duties'),
    applyEncounterEvents: take('encounters'),
    acknowledgeJoiningEvents: ({ upTo }) => upTo,

    recordAccess: ({ events }) => listOf(events).length,
    anchorAudit: () => 0,
    settleTime: () => 0,
    claimNotices: () => [],
    settleNotices: ({ outcomes }) => listOf(outcomes).length,

    imagePatients: ({ ids }) => listOf(ids).map(() => null),
    storedImages: ({ ids }) => listOf(ids).map(() => null),
    readImage: () => null,
    uploadState: () => null,
    carriedFiles: () => [],
    fetchCarriedFile: () => null,
    revokeCarriedFile: () => null,
    openCarriedFile: keepsNoFiles,
    storeCarriedFile: keepsNoFiles,
    createUpload: keepsNoFiles,
    appendUpload: keepsNoFiles,
  };
}

function keepsNoFiles(): never {
  throw refused(
    'FORBIDDEN',
    'Expected a subgraph that keeps files, got a mock; start it with `npm run mock -- --real records`',
  );
}

function listOf(value: unknown): readonly unknown[] {
  return value as readonly unknown[];
}
