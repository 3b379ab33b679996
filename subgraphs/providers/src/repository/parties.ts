import type { LegalInstrument, Party } from '@causeway/schema';
import { recognitionInForce } from '../recognition-in-force.js';
import { recognitionFact } from './facts.js';
import type { OrganizationStore } from './organizations.js';
import type { RecognitionRecord, RecognitionStore } from './recognitions.js';
import type { SystemStore } from './systems.js';

/** The stores that parties are read from. */
export type PartyStores = OrganizationStore & SystemStore & RecognitionStore;

/** What others are told of organisations and systems, by id, as they are now; four statements, however many ids. */
export function partiesById(stores: PartyStores, ids: readonly string[]): Map<string, Party> {
  const names = Map.groupBy(stores.namesOf(ids), ({ owner }) => owner);
  const recognitions = Map.groupBy(stores.recognitionsOf(ids), ({ subject }) => subject);
  const partyOf = (
    kind: Party['kind'],
    { id, jurisdiction }: { readonly id: string; readonly jurisdiction: string },
  ): Party => {
    const recognition = recognitionInForce(recognitions.get(id) ?? []);
    return {
      id,
      kind,
      names: (names.get(id) ?? []).map(({ language, text }) => ({ language, text })),
      jurisdiction,
      recognition: recognitionFact(recognition),
      instrument: instrumentOf(recognition),
    };
  };
  return new Map(
    [
      ...stores.organizationsById(ids).map((row) => partyOf('Organization', row)),
      ...stores.systemsById(ids).map((row) => partyOf('PublicHealthRecordSystem', row)),
    ].map((party) => [party.id, party]),
  );
}

function instrumentOf(recognition: RecognitionRecord | null): LegalInstrument | null {
  if (recognition === null) return null;
  const { instrumentType: type, instrumentReference: reference } = recognition;
  return type === null || reference === null ? null : { type, reference };
}
