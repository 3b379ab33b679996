/** Deposits to test with: dr-li of a hospital in Shenzhen, for p-chan, of the encounter e-1 under the grant g-1. */
import { permit, personCaller } from '@causeway/kit/testing';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { Caller, FetchContext, Permit, PurposeOfUse } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import type { OpenRecords } from './open.js';

/** The professional abroad who deposits. */
export function depositor(purpose: PurposeOfUse = 'TREAT'): Caller {
  return {
    kind: 'professional',
    subject: 's-li',
    client: 'c-1',
    tokenId: 't-1',
    purpose,
    practitionerRole: 'r-li',
    organization: 'o-sz',
    grant: 'g-1',
  };
}

/** The permit to deposit abroad, unless told. */
export function depositPermit(stated: Partial<Permit> = {}): Permit {
  return permit('p-chan', {
    action: 'DEPOSIT',
    scopes: ['DEPOSIT'],
    depositable: CLINICAL_SCOPES,
    administrativeBasis: 'PARTY',
    parties: ['o-sz'],
    abroad: true,
    encounter: { id: 'e-1', organization: 'o-sz' },
    grant: 'g-1',
    jurisdiction: 'CN-GD',
    basis: ['c-join', 'g-1', 'c-grant'],
    ...stated,
  });
}

/** The permit to deposit at home. */
export const atHome = (stated: Partial<Permit> = {}): Permit =>
  depositPermit({
    abroad: false,
    encounter: null,
    grant: null,
    jurisdiction: 'HK',
    basis: ['c-join'],
    ...stated,
  });

/** The patient, and the permit to decide on what was deposited. */
export const deciding = (stated: Partial<Permit> = {}): Partial<FetchContext> => ({
  caller: personCaller('p-chan'),
  permits: [permit('p-chan', { action: 'AUTHORISE', scopes: ['DEPOSIT'], ...stated })],
});

/** An allergy of the patient, recorded by the depositor. */
export const allergy = (stated: object = {}): object => ({
  resourceType: 'AllergyIntolerance',
  patient: { reference: 'Patient/p-chan' },
  encounter: { reference: 'Encounter/e-1' },
  recordedDate: '2026-05-30',
  code: { coding: [{ system: 'http://snomed.info/sct', code: '91936005' }] },
  ...stated,
});

/** A laboratory result, of which nothing says so but the report. */
export const result = (stated: object = {}): object => ({
  resourceType: 'Observation',
  status: 'final',
  subject: { reference: 'Patient/p-chan' },
  effectiveDateTime: '2026-05-30',
  code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
  valueQuantity: { value: 13.2, unit: 'g/dL' },
  ...stated,
});

/** A laboratory report. */
export const report = (stated: object = {}): object => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] },
  ],
  subject: { reference: 'Patient/p-chan' },
  effectiveDateTime: '2026-05-30',
  code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
  performer: [{ reference: 'Organization/o-sz' }],
  ...stated,
});

/** A bundle of resources, or of entries where something has an entry's own members. */
export function bundleOf(...resources: readonly object[]): Record<string, unknown> {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) =>
      'resource' in resource || !('resourceType' in resource) ? resource : { resource },
    ),
  };
}

/** An idempotency key. */
export const KEY = 'key-0001';

const DEPOSIT = `mutation ($input: DepositRecordsInput!) {
  depositRecords(input: $input) {
    id patient { id } organization { id } depositedAt sourceJurisdiction isTest digest
    resources { id type category fullUrl digest }
    disputes { id record reason disputedAt withdrawnAt }
  }
}`;

/** How a deposit is made. */
export interface Depositing {
  readonly permit?: Permit;
  readonly caller?: Caller;
  readonly key?: string;
  readonly patient?: string;
  readonly uploads?: readonly string[];
}

/** Deposits a bundle. */
export function deposit(
  records: Pick<OpenRecords, 'ask'>,
  bundle: unknown,
  {
    permit: given = depositPermit(),
    caller = depositor(),
    key = KEY,
    patient = 'p-chan',
    uploads,
  }: Depositing = {},
): Promise<ExecutionResult> {
  return records.ask(DEPOSIT, {
    caller,
    permits: [given],
    variables: {
      input: { patient, idempotencyKey: key, bundle, ...(uploads !== undefined && { uploads }) },
    },
  });
}

/** A receipt as it is asked for. */
export interface AskedReceipt {
  readonly id: string;
  readonly digest: string;
  readonly resources: readonly {
    readonly id: string;
    readonly type: string;
    readonly category: string;
    readonly fullUrl: string | null;
    readonly digest: string;
  }[];
}

/** The receipt that was answered. @throws Error for another answer */
export function receiptIn({ data, errors }: ExecutionResult): AskedReceipt {
  const receipt = data?.['depositRecords'] as AskedReceipt | null | undefined;
  if (receipt != null) return receipt;
  throw new Error(`Expected a receipt, got ${errors?.[0]?.message ?? 'nothing'}`);
}

/** The code and the message that were answered. */
export function refusalIn({ errors }: ExecutionResult): string {
  const [error] = errors ?? [];
  return error === undefined ? 'taken' : `${String(error.extensions['code'])} ${error.message}`;
}
