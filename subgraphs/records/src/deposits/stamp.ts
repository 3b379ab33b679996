import { randomUUID } from 'node:crypto';
import { toRecord } from '../fhir/to-record.js';
import type { Resource } from '../fhir/resource.js';
import type { NewRecord } from '../new-record.js';
import type { DepositTerms } from './deposit-terms.js';
import { namespaceOf } from './deposit-source.js';
import { HTEST } from './test-data.js';

const AGENT_TYPES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/**
 * The Provenance of what was deposited, as this layer states it: when, by whom, for whom, from where, on what legal
 * basis. One for all records under the same labels, so that each is shown exactly where its targets are.
 *
 * @see https://hl7.org/fhir/R4/provenance.html
 */
export function stamps(
  records: readonly NewRecord[],
  terms: DepositTerms,
  receipt: string,
): readonly NewRecord[] {
  const alike = Map.groupBy(
    records.filter(({ type }) => type !== 'Provenance'),
    ({ category, security }) => JSON.stringify([category, security]),
  );
  return [...alike.values()].map((targets) => stampOf(targets, terms, receipt));
}

function stampOf(targets: readonly NewRecord[], terms: DepositTerms, receipt: string): NewRecord {
  const [first] = targets;
  const id = randomUUID();
  const types = new Map(targets.map((target) => [`${target.type}/${target.id}`, target]));
  const stamp = toRecord(resourceOf([...types.keys()], terms), {
    id,
    patient: terms.patient,
    sourceNamespace: namespaceOf(receipt),
    sourceId: id,
    resolve: ({ reference }) => {
      const target = types.get(String(reference));
      if (target !== undefined) return { type: target.type, id: target.id };
      const [type = '', party = ''] = String(reference).split('/');
      return { type, id: party, organization: terms.organization };
    },
    sourceJurisdiction: terms.jurisdiction,
    category: first?.category ?? null,
  });
  if (stamp === null) throw new Error('Expected a Provenance of records, got one of none');
  const marks = terms.isTest ? [HTEST] : [];
  const labels = (first?.security ?? []).filter(({ code }) => code !== HTEST.code);
  return { ...stamp, security: [...marks, ...labels] };
}

function resourceOf(targets: readonly string[], terms: DepositTerms): Resource {
  const recorded = new Date(terms.now).toISOString();
  return {
    resourceType: 'Provenance',
    target: targets.map((reference) => ({ reference })),
    recorded,
    ...(terms.legalBasis.length > 0 && { policy: terms.legalBasis }),
    location: { display: terms.jurisdiction },
    reason: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
            code: terms.purpose,
          },
        ],
      },
    ],
    activity: {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'CREATE' },
      ],
    },
    agent: [
      {
        type: { coding: [{ system: AGENT_TYPES, code: 'transmitter' }] },
        who: { reference: `PractitionerRole/${terms.practitionerRole}` },
        onBehalfOf: { reference: `Organization/${terms.organization}` },
      },
    ],
  };
}
