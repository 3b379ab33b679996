/**
 * Where the facts of a decision come from: one call per owner and wave, shared by all requests of a tick, and never
 * remembered. An owner that cannot be asked, or that answers anything but facts, makes the whole reading fail.
 */
import type {
  Caller,
  ConsentFacts,
  ConsentFactsKey,
  GrantFact,
  PatientFacts,
  PatientFactsKey,
  PatientRecordFacts,
  ProviderFacts,
  ProviderFactsKey,
  RecordFactsKey,
  SubgraphName,
} from '@causeway/schema';
import DataLoader from 'dataloader';
import { z } from 'zod';
import { consentFacts, patientFacts, providerFacts, recordFacts } from './shapes.js';

/** What is known about one patient and the caller. */
export interface AccessFacts {
  readonly patientFacts: PatientFacts | null;
  readonly providerFacts: ProviderFacts | null;
  readonly consentFacts: ConsentFacts | null;
}

/** Which grant, and for whom. */
export interface GrantKey {
  readonly grant: string;
  readonly organization: string;
  readonly practitionerRole: string;
}

/** Asks an owner for facts: the root field by name, with its keys; answers the field's value. */
export type AskForFacts = (
  subgraph: SubgraphName,
  field: string,
  keys: readonly unknown[],
) => Promise<unknown>;

/** Facts that could not be had. */
export class FactsUnavailableError extends Error {
  constructor(subgraph: SubgraphName, options?: ErrorOptions) {
    super(`Expected facts from ${subgraph}, got none`, options);
    this.name = 'FactsUnavailableError';
  }
}

/** A batched source of facts. */
export class FactsSource {
  readonly #patients: DataLoader<PatientFactsKey, PatientFacts | null>;
  readonly #providers: DataLoader<ProviderFactsKey, ProviderFacts | null>;
  readonly #consents: DataLoader<ConsentFactsKey, ConsentFacts | null>;
  readonly #records: DataLoader<RecordFactsKey, PatientRecordFacts | null>;

  constructor(ask: AskForFacts) {
    this.#patients = loader(ask, 'patients', 'patientFacts', patientFacts);
    this.#providers = loader(ask, 'providers', 'providerFacts', providerFacts);
    this.#consents = loader(ask, 'consents', 'consentFacts', consentFacts);
    this.#records = loader(ask, 'records', 'recordFacts', recordFacts);
  }

  /**
   * The facts about the caller and each patient, in the patients' order.
   *
   * @throws FactsUnavailableError if any owner does not answer with facts
   */
  async read(caller: Caller, patients: readonly string[]): Promise<readonly AccessFacts[]> {
    const provider = this.provider(caller);
    const about = patients.map(async (patient): Promise<AccessFacts> => {
      // An office is decided on by its office alone; no patient's facts are read for it.
      if (caller.kind === 'office')
        return { patientFacts: null, providerFacts: null, consentFacts: null };
      const person = caller.kind === 'person' ? caller.person : null;
      const [patientFacts, consentFacts, providerFacts] = await Promise.all([
        this.#patients.load({ patient, person }),
        this.#consents.load(consentKey(caller, patient)),
        provider,
      ]);
      return { patientFacts, consentFacts, providerFacts };
    });
    // Both are awaited together, so that no failure of one goes unobserved while the other is under way.
    const [facts] = await Promise.all([Promise.all(about), provider]);
    return facts;
  }

  /**
   * The epochs of the patients' records, in the patients' order: one that is as it was tells that no label has changed.
   * Null where that cannot be told; records are no part of a decision, so it costs them alone.
   */
  async recordEpochs(patients: readonly string[]): Promise<readonly (number | null)[]> {
    const readings = await Promise.allSettled(
      patients.map((patient) => this.#records.load({ patient })),
    );
    return readings.map((reading) =>
      reading.status === 'fulfilled' ? (reading.value?.epoch ?? null) : null,
    );
  }

  /**
   * The patient that the caller's token stands for: a person's own self, or whom the grant is about; null for none.
   *
   * @throws FactsUnavailableError if the grant cannot be read
   */
  async tokenPatient(caller: Caller): Promise<string | null> {
    switch (caller.kind) {
      case 'person':
        return caller.person;
      case 'office':
        return null;
      case 'professional':
      case 'system': {
        if (caller.grant === null) return null;
        const facts = await this.#consents.load(consentKey(caller, null));
        return facts?.grant?.patient ?? null;
      }
    }
  }

  /**
   * A grant as it is now; null for one that is not there, or not the organisation's.
   *
   * @throws FactsUnavailableError if it cannot be read
   */
  async grant(key: GrantKey): Promise<GrantFact | null> {
    const facts = await this.#consents.load({ ...key, patient: null });
    return facts?.grant ?? null;
  }

  /** The facts about the party that the caller acts for; null for callers who act for none. */
  provider(caller: Caller): Promise<ProviderFacts | null> {
    switch (caller.kind) {
      case 'person':
      case 'office':
        return Promise.resolve(null);
      case 'professional':
      case 'system': {
        const { practitionerRole, organization } = caller;
        const system = caller.kind === 'system' ? caller.system : null;
        return this.#providers.load({ practitionerRole, organization, system });
      }
    }
  }
}

function consentKey(caller: Caller, patient: string | null): ConsentFactsKey {
  switch (caller.kind) {
    case 'person':
    case 'office':
      return { patient, organization: null, practitionerRole: null, grant: null };
    case 'professional':
    case 'system': {
      const { organization, practitionerRole, grant } = caller;
      return { patient, organization, practitionerRole, grant };
    }
  }
}

/** How many keys go into one call. */
const MAX_BATCH_SIZE = 500;

function loader<Key, Facts>(
  ask: AskForFacts,
  subgraph: SubgraphName,
  field: string,
  shape: z.ZodType<Facts>,
): DataLoader<Key, Facts | null> {
  return new DataLoader<Key, Facts | null>(
    async (keys) => {
      const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
      const answers = await answersOf(ask, subgraph, field, [...distinct.values()], shape);
      const positions = new Map([...distinct.keys()].map((text, position) => [text, position]));
      return keys.map((key) => answers[positions.get(JSON.stringify(key)) ?? -1] ?? null);
    },
    { cache: false, maxBatchSize: MAX_BATCH_SIZE, batchScheduleFn: setImmediate },
  );
}

async function answersOf<Facts>(
  ask: AskForFacts,
  subgraph: SubgraphName,
  field: string,
  keys: readonly unknown[],
  shape: z.ZodType<Facts>,
): Promise<readonly (Facts | null)[]> {
  try {
    const answers = z.array(shape.nullable()).parse(await ask(subgraph, field, keys));
    if (answers.length === keys.length) return answers;
  } catch (error) {
    throw new FactsUnavailableError(subgraph, { cause: error });
  }
  throw new FactsUnavailableError(subgraph);
}
