/**
 * Published consents, read as an import reads them, and judged as the gateway judges: the consents of IHE's Privacy
 * Consent on FHIR against the residual rules that it publishes and the decisions that follow from them, and the examples
 * of FHIR R4. They lie outside the clone, in `consent-vectors` of the folder `CAUSEWAY_CORPUS`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exclusionsOf, isExcluded, isInForce, isInterpreted } from '@causeway/gateway/enforcement';
import { without } from '@causeway/kit';
import type { Resolve } from '@causeway/records/fhir';
import type { Code, ConsentFact, Exclusion, PurposeOfUse, RecordFacts } from '@causeway/schema';
import { consentEntry } from '@causeway/seeds/import';

type Json = Readonly<Record<string, unknown>>;

const folder = join(process.env['CAUSEWAY_CORPUS'] ?? '', 'consent-vectors');

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Whoever is named stands in this graph under the name; the practitioner and the author, by a role each. */
const known: Resolve = (reference) => {
  const id = String(reference['reference']);
  const [type = ''] = id.split('/');
  return { type: type === 'Practitioner' ? 'PractitionerRole' : type, id };
};

const consentOf = (resource: Json, resolver: Resolve = known): ConsentFact =>
  consentEntry(resource, {
    id: String(resource['id']),
    patient: 'patient',
    source: { namespace: 'urn:vectors', id: String(resource['id']) },
    resolve: resolver,
  });

const NOW = Date.parse('2022-06-14T12:00:00+08:00');

const READER = {
  organization: 'Organization/ex-organization',
  practitionerRole: 'Practitioner/ex-practitioner',
  action: 'READ',
  purpose: 'TREAT',
  now: NOW,
} as const;

const published = new Map(
  (read('pcf-consents.r4.json') as readonly Json[]).map((resource) => {
    const id = String(resource['id']);
    return [id, without(resource, '_meta')] as const;
  }),
);

const consentNamed = (id: string): ConsentFact => {
  const resource = published.get(id);
  if (resource === undefined) throw new Error(`Expected the consent ${id}, found none`);
  return consentOf(resource);
};

interface Residual {
  readonly type: string;
  readonly [condition: string]: unknown;
}

/** What is left to be judged of each record, in the words of the specification. */
function residualOf(exclusions: readonly Exclusion[]): readonly Residual[] {
  return exclusions.flatMap(({ except = [], ...conditions }) => [
    { type: 'forbid', ...inFhir(conditions) },
    ...except.map((exception) => ({ type: 'permit', ...inFhir(exception) })),
  ]);
}

function inFhir({ securityLabel, dataPeriod, records, authoredBy, related }: Exclusion): object {
  const data = [
    ...named('instance', records),
    ...named('authoredby', authoredBy),
    ...named('related', related),
  ];
  return {
    ...(securityLabel && { securityLabel }),
    ...(dataPeriod && { dataPeriod }),
    ...(data.length > 0 && { data }),
  };
}

function named(meaning: string, ids: readonly string[] = []): readonly object[] {
  return ids.map((id) => ({
    meaning,
    reference: { reference: `http://example.org/fhir/${id}` },
  }));
}

interface Token {
  readonly extensions: {
    readonly ihe_iua: { readonly purpose_of_use: readonly { readonly code: PurposeOfUse }[] };
    readonly ihe_pcf: { readonly residual?: readonly Residual[] };
  };
}

const tokens = Object.entries(
  read('pcf-expected-tokens.json') as Readonly<
    Record<string, { readonly tokens: readonly Token[] }>
  >,
).flatMap(([id, expected]) =>
  expected.tokens.flatMap(({ extensions }) => {
    const { residual } = extensions.ihe_pcf;
    return residual === undefined ? [] : [{ id, residual }];
  }),
);

describe('the consents of Privacy Consent on FHIR', () => {
  it('are 23, and 13 of them leave something to be judged', () => {
    expect(published.size).toBe(23);
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(13);
  });

  it.each(tokens)('leave the residual rules that are published: $id', ({ id, residual }) => {
    // One of them says deny, where the specification's own value set has forbid.
    const expected = residual.map((rule) => ({
      ...rule,
      type: rule.type === 'deny' ? 'forbid' : rule.type,
    }));
    expect(residualOf(exclusionsOf(consentNamed(id), READER))).toEqual(expected);
  });

  it.each([...published.keys()])('are read whole: %s', (id) => {
    const consent = consentNamed(id);
    expect(consent.origin).toBe('IMPORTED');
    // A purpose of its own and a group of users are for nobody here to interpret.
    const isOpaque = /purpose|break-glass/.test(id);
    expect(isInterpreted(consent, READER)).toBe(!isOpaque);
  });

  it('take nothing away once they are over', () => {
    const consent = consentNamed('ex-consent-expired-treat');
    expect(isInForce(consent, NOW)).toBe(true);
    expect(isInForce(consent, Date.parse('2022-12-31T23:59:59+08:00'))).toBe(true);
    expect(isInForce(consent, Date.parse('2023-01-01T00:00:00+08:00'))).toBe(false);
  });

  it.each([
    ['ex-consent-basic-treat', 'TREAT', []],
    ['ex-consent-basic-treat-infant', 'TREAT', []],
    ['ex-consent-basic-ink', 'TREAT', []],
    ['ex-consent-basic-reject', 'TREAT', [{}]],
    ['ex-consent-basic-reject', 'HRESCH', []],
    ['ex-consent-basic-research', 'HRESCH', []],
    // It speaks of a research organisation alone.
    ['ex-consent-intermediate-purpose', 'TREAT', []],
    ['ex-dissent-intermediate-break-glass', 'TREAT', [{}]],
    ['ex-dissent-intermediate-break-glass', 'BTG', [{}]],
  ] as const)('take away by %s, for %s', (id, purpose, expected) => {
    expect(exclusionsOf(consentNamed(id), { ...READER, purpose })).toEqual(expected);
  });

  it('deny by a purpose of their own to whom they speak of', () => {
    const researcher = { ...READER, organization: 'Organization/ex-org-researcher' };
    expect(exclusionsOf(consentNamed('ex-consent-intermediate-purpose'), researcher)).toEqual([{}]);
  });

  const derived = read('pcf-derived-decisions.json') as {
    readonly resources: readonly {
      readonly ref: string;
      readonly labels: readonly Code[];
      readonly date: string;
      readonly author: string;
      readonly encounter: string;
    }[];
    readonly decisions: Readonly<Record<string, Readonly<Record<string, 'permit' | 'forbid'>>>>;
  };

  const records = new Map<string, RecordFacts>(
    derived.resources.map(({ ref, labels, date, author, encounter }) => [
      ref,
      {
        patient: 'patient',
        id: ref,
        category: 'OBS_LIFESTYLE',
        date,
        security: labels,
        author: [author],
        code: [],
        party: [],
        related: [encounter],
      },
    ]),
  );

  const cells = Object.entries(derived.decisions).flatMap(([id, decisions]) =>
    Object.entries(decisions).map(([ref, decision]) => ({ id, ref, decision })),
  );

  it('decide on 65 records', () => {
    expect(cells).toHaveLength(65);
  });

  it.each(cells)('$decision $ref by $id', ({ id, ref, decision }) => {
    const record = records.get(ref);
    const names = { category: true, date: true, security: true };
    const isForbidden = exclusionsOf(consentNamed(id), READER).some(
      (exclusion) => record === undefined || isExcluded(record, exclusion, names),
    );
    expect(isForbidden ? 'forbid' : 'permit').toBe(decision);
  });
});

describe('the examples of FHIR R4', () => {
  const examples = (read('fhir-r4-consent-examples.json') as readonly Json[]).map((resource) =>
    without(resource, '_narrative'),
  );

  it('are 12', () => {
    expect(examples).toHaveLength(12);
  });

  it.each(examples.map((example) => [String(example['id']), example] as const))(
    'are read, and permit nothing: %s',
    (id, example) => {
      const unknown = consentOf(example, () => null);
      expect(unknown).toMatchObject({ origin: 'IMPORTED', kind: 'RESTRICTION' });
      // These have no condition that depends on who or what is known here.
      const isPlain = /basic|notTime|smartonfhir/.test(id);
      expect(exclusionsOf(unknown, READER)).toEqual(isPlain ? [] : [{}]);
    },
  );
});
