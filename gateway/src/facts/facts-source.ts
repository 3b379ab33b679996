/**
 * Where the facts of a decision come from: one call per owner and wave, shared by all requests of about that time, and never
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
  TypedRecordFacts,
} from '@causeway/schema';
import { jsonText } from '../execution/index.js';
import { FactsReader } from './facts-reader.js';
import type { AskForFacts } from './facts-reader.js';
import { consentFacts, patientFacts, providerFacts, recordFacts } from './shapes.js';

export { FactsUnavailableError } from './facts-reader.js';
export type { AskForFacts } from './facts-reader.js';

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

/** A batched source of facts. */
export class FactsSource {
  readonly #patients: FactsReader<PatientFacts>;
  readonly #providers: FactsReader<ProviderFacts>;
  readonly #consents: FactsReader<ConsentFacts>;
  readonly #records: FactsReader<PatientRecordFacts>;

  constructor(ask: AskForFacts) {
    this.#patients = new FactsReader(ask, 'patients', 'patientFacts', patientFacts);
    this.#providers = new FactsReader(ask, 'providers', 'providerFacts', providerFacts);
    this.#consents = new FactsReader(ask, 'consents', 'consentFacts', consentFacts);
    this.#records = new FactsReader(ask, 'records', 'recordFacts', recordFacts);
  }

  /**
   * The facts about the caller and each patient, in the patients' order; as they stood at an instant of the past (epoch
   * milliseconds) where one is named, for whoever explains what was decided then.
   *
   * @throws FactsUnavailableError if any owner does not answer with facts
   */
  async read(
    caller: Caller,
    patients: readonly string[],
    at?: number,
  ): Promise<readonly AccessFacts[]> {
    // An office is decided on by its office alone; no patient's facts are read for it.
    if (caller.kind === 'office') return patients.map(() => NO_FACTS);
    const person = caller.kind === 'person' ? caller.person : null;
    const asOf = at === undefined ? {} : { at };
    const [ofPatients, ofConsents, providerFacts] = await Promise.all([
      this.#patients.read(textsOf<PatientFactsKey>(patients, { person, ...asOf })),
      this.#consents.read(textsOf<ConsentFactsKey>(patients, { ...consentKey(caller), ...asOf })),
      this.provider(caller, at),
    ]);
    return patients.map((_patient, position) => ({
      patientFacts: ofPatients[position] ?? null,
      consentFacts: ofConsents[position] ?? null,
      providerFacts,
    }));
  }

  /**
   * The epochs of the patients' records, in the patients' order: one that is as it was tells that no label has changed.
   * Null where that cannot be told; records are no part of a decision, so it costs them alone.
   */
  async recordEpochs(patients: readonly string[]): Promise<readonly (number | null)[]> {
    try {
      const facts = await this.#records.read(textsOf<RecordFactsKey>(patients, {}));
      return facts.map((one) => one?.epoch ?? null);
    } catch {
      return patients.map(() => null);
    }
  }

  /**
   * What a decision may know of one record of a patient, for whoever explains it; null where the patient has none such.
   *
   * @throws FactsUnavailableError if it cannot be read
   */
  async record(patient: string, record: string): Promise<TypedRecordFacts | null> {
    const [facts] = await this.#records.read([textOf({ patient, record })]);
    return facts?.record ?? null;
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
        const [facts] = await this.#consents.read([
          textOf({ patient: null, ...consentKey(caller) }),
        ]);
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
    const [facts] = await this.#consents.read([textOf({ ...key, patient: null })]);
    return facts?.grant ?? null;
  }

  /** The facts about the party that the caller acts for; null for callers who act for none. */
  async provider(caller: Caller, at?: number): Promise<ProviderFacts | null> {
    switch (caller.kind) {
      case 'person':
      case 'office':
        return null;
      case 'professional':
      case 'system': {
        const { practitionerRole, organization } = caller;
        const system = caller.kind === 'system' ? caller.system : null;
        const [facts] = await this.#providers.read([
          textOf({ practitionerRole, organization, system, ...(at !== undefined && { at }) }),
        ]);
        return facts ?? null;
      }
    }
  }
}

/** What of the caller, whoever the patient is, facts of consents are told by. */
function consentKey(caller: Caller): Omit<ConsentFactsKey, 'patient'> {
  switch (caller.kind) {
    case 'person':
    case 'office':
      return { organization: null, practitionerRole: null, grant: null };
    case 'professional':
    case 'system': {
      const { organization, practitionerRole, grant } = caller;
      return { organization, practitionerRole, grant };
    }
  }
}

type FactsKey = PatientFactsKey | ProviderFactsKey | ConsentFactsKey | RecordFactsKey;

const textOf = (key: FactsKey): string => JSON.stringify(key);

/** The texts of keys that differ by their patients alone: there are many, in every wave. */
function textsOf<Key extends FactsKey & { readonly patient: unknown }>(
  patients: readonly string[],
  common: Omit<Key, 'patient'>,
): readonly string[] {
  const members = JSON.stringify(common).slice(1, -1);
  const rest = members === '' ? '}' : `,${members}}`;
  return patients.map((patient) => `{"patient":${jsonText(patient)}${rest}`);
}

/** What is known where nothing is read. */
const NO_FACTS: AccessFacts = { patientFacts: null, providerFacts: null, consentFacts: null };
