import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personCaller } from '@causeway/kit/testing';
import type { AccessEvent, Caller } from '@causeway/schema';
import { access, authority, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { give } from '../testing/changes.js';
import type { FhirAuditEvent } from './fhir-audit-event.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const ALL = { patient: null, since: null, before: null };

const exported = (filter = ALL): FhirAuditEvent[] => [...open.repository.exportTrail(filter)];

/** The one event of an access. */
function resourceOf(stated: Partial<AccessEvent>): FhirAuditEvent {
  open.repository.recordAccess([access('e-1', 'p-1', stated)]);
  const [resource] = exported();
  if (resource === undefined) throw new Error('Expected an event');
  return resource;
}

const system: Caller = { ...drLi(), kind: 'system', system: 'phrs-gd' } as Caller;
const office: Caller = {
  kind: 'office',
  subject: 's-office',
  client: 'c-office',
  tokenId: 't-office',
  purpose: 'HOPERAT',
  office: 'AUDITOR',
};

type Json = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, readonly [least: number, most: number, of?: Shape | RegExp]>>;

const MANY = Number.POSITIVE_INFINITY;
const CODING: Shape = { system: [0, 1, /^(https?|urn):/], code: [0, 1, /^\S+$/], display: [0, 1] };
const CONCEPT: Shape = { coding: [0, MANY, CODING] };
const REFERENCE: Shape = {
  reference: [0, 1, /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/],
  identifier: [0, 1, { system: [0, 1, /^https?:/], value: [1, 1] }],
  display: [0, 1],
};

/** The cardinalities of AuditEvent in FHIR R4 (4.0.1), as far as elements are filled. */
const AUDIT_EVENT: Shape = {
  resourceType: [1, 1, /^AuditEvent$/],
  id: [1, 1, /^[A-Za-z0-9\-.]{1,64}$/],
  extension: [
    0,
    MANY,
    {
      url: [1, 1, /^https:/],
      valuePositiveInt: [0, 1],
      valueString: [0, 1],
      valueCode: [0, 1, /^\S+$/],
      valueBoolean: [0, 1],
    },
  ],
  type: [1, 1, CODING],
  subtype: [0, MANY, CODING],
  action: [0, 1, /^[CRUDE]$/],
  recorded: [1, 1, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  outcome: [0, 1, /^(0|4|8|12)$/],
  outcomeDesc: [0, 1],
  purposeOfEvent: [0, MANY, CONCEPT],
  agent: [
    1,
    MANY,
    {
      type: [0, 1, CONCEPT],
      who: [0, 1, REFERENCE],
      requestor: [1, 1],
      purposeOfUse: [0, MANY, CONCEPT],
    },
  ],
  source: [1, 1, { observer: [1, 1, REFERENCE], type: [0, MANY, CODING] }],
  entity: [
    0,
    MANY,
    {
      what: [0, 1, REFERENCE],
      type: [0, 1, CODING],
      role: [0, 1, CODING],
      detail: [0, MANY, { type: [1, 1], valueString: [1, 1] }],
    },
  ],
};

/** Where a value is not of a shape. */
function faults(value: unknown, shape: Shape, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path}: no object`];
  const given = value as Json;
  const unknown = Object.keys(given).filter((name) => !(name in shape));
  return [
    ...unknown.map((name) => `${path}.${name}: no such element`),
    ...Object.entries(shape).flatMap(([name, [least, most, of]]) => {
      const at = `${path}.${name}`;
      const one = given[name];
      if (Array.isArray(one) !== most > 1 && one !== undefined) return [`${at}: one or many`];
      const values: unknown[] = one === undefined ? [] : Array.isArray(one) ? one : [one];
      if (Array.isArray(one) && one.length === 0) return [`${at}: empty`];
      if (values.length < least) return [`${at}: missing`];
      if (of === undefined) return [];
      return values.flatMap((each) => {
        if (of instanceof RegExp) return of.test(String(each)) ? [] : [`${at}: ${String(each)}`];
        return faults(each, of, at);
      });
    }),
  ];
}

const wordsOf = ({ agent }: FhirAuditEvent) => agent.map(({ type }) => type.coding[0]?.code);

describe('an exported event', () => {
  it.each<[string, Partial<AccessEvent>]>([
    ['a professional at home', {}],
    ['a professional abroad', { caller: drLi(), abroad: true, basis: ['c-g-1', 'g-1'] }],
    ['a system abroad', { caller: system, abroad: true, basis: ['c-g-1', 'g-1'] }],
    ['a patient', { caller: personCaller('p-1'), basis: [] }],
    ['an office', { caller: office, basis: [] }],
    [
      'a deny',
      {
        outcome: 'DENY',
        gate: 'CONSENT',
        reason: 'no',
        release: 'WITHHELD',
        scopes: [],
        counts: {},
        basis: [],
      },
    ],
    ['an id that is none in FHIR', { patient: 'nobody / at all' }],
    ['an id that is empty', { patient: '' }],
  ])('has the shape of FHIR R4 for %s', (_case, stated) => {
    expect(faults(resourceOf(stated), AUDIT_EVENT, 'AuditEvent')).toEqual([]);
  });

  it('has the shape of FHIR R4 for a change', async () => {
    await open.ask(give(), { caller: personCaller('p-1'), permits: [authority('p-1')] });
    const [resource] = exported();
    expect(faults(resource, AUDIT_EVENT, 'AuditEvent')).toEqual([]);
    expect(resource).toMatchObject({ action: 'C', outcome: '0' });
  });

  it('names client, user, organisation and authorizer, as AuthZ-Consent does', () => {
    const resource = resourceOf({ caller: drLi(), abroad: true, basis: ['c-g-1', 'g-1'] });
    expect(resource.subtype).toEqual([
      {
        system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType',
        code: 'AuthZ-Consent',
      },
    ]);
    expect(resource.type).toMatchObject({ code: '110113' });
    expect(wordsOf(resource)).toEqual(['110150', 'IRCP', 'PROV', 'authserver']);
    expect(resource.agent.map(({ who, requestor }) => [who, requestor])).toEqual([
      [{ identifier: { value: 'c-shenzhen' } }, false],
      [{ reference: 'PractitionerRole/r-li' }, true],
      [{ reference: 'Organization/o-shenzhen' }, false],
      [{ display: 'Causeway' }, false],
    ]);
    expect(resource.source.observer).toEqual({ display: 'Causeway' });
    expect(resource.agent[1]?.purposeOfUse).toEqual(resource.purposeOfEvent);
  });

  it('names the patient, the consents and the token, and nothing else', () => {
    const { entity } = resourceOf({ caller: drLi(), abroad: true, basis: ['c-g-1', 'g-1'] });
    expect(entity.map(({ type, what }) => [type.code, what])).toEqual([
      ['1', { reference: 'Patient/p-1' }],
      ['Consent', { reference: 'Consent/c-g-1' }],
      [
        'Consent',
        {
          identifier: {
            system: 'https://specs.causeway.health/audit/v1.0/identifiers/CrossBorderGrant',
            value: 'g-1',
          },
        },
      ],
      ['UserOauthAgent', { identifier: { value: 'urn:ietf:params:oauth:jti:t-li' } }],
    ]);
    expect(entity[0]?.role?.code).toBe('1');
  });

  it.each<[string, Partial<AccessEvent>]>([
    ['rests on no consent', { caller: personCaller('p-1'), basis: [] }],
    [
      'was denied for want of one',
      { outcome: 'DENY', release: 'WITHHELD', scopes: [], counts: {}, basis: [] },
    ],
  ])('is of the sub-type of roles where it %s', (_case, stated) => {
    expect(resourceOf(stated).subtype).toMatchObject([{ code: 'AuthZ-Role' }]);
  });

  it('counts what was released by category, and says nothing clinical nor why it was denied', () => {
    const resource = resourceOf({ gate: 'LABEL', reason: 'a secret reason' });
    expect(resource.entity[0]?.detail).toEqual([
      { type: 'PERSON', valueString: '0' },
      { type: 'ALLERGY_ADR', valueString: '2' },
    ]);
    expect(JSON.stringify(resource)).not.toMatch(/LABEL|secret reason|Allergies|f00d/);
  });

  it('carries its place, its hash and the hash before it', () => {
    open.repository.recordAccess([access('e-1', 'p-1'), access('e-2', 'p-1')]);
    const said = exported().map(({ extension }) =>
      extension.slice(0, 3).map((one) => [one.url.split('/').at(-1), Object.values(one)[1]]),
    );
    const hashOf = (place: number) => said[place]?.[2]?.[1];
    expect(said).toEqual([
      [
        ['chain-place', 1],
        ['previous-hash', '0'.repeat(64)],
        ['hash', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ],
      [
        ['chain-place', 2],
        ['previous-hash', hashOf(0)],
        ['hash', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ],
    ]);
  });
});

describe('an export', () => {
  const AT = Date.parse('2026-06-01T12:00:00+08:00');

  beforeEach(() => {
    open.repository.recordAccess([
      access('x-1', 'p-2', { at: AT }),
      access('e-1', 'p-1', { at: AT }),
      access('e-2', 'p-1', { at: AT + 1 }),
    ]);
  });

  const ids = (filter: Partial<typeof ALL> | object) =>
    exported({ ...ALL, ...filter }).map(({ id }) => id);

  it.each<[string, object, readonly string[]]>([
    ['of all is in the order of the chains', {}, ['e-1', 'e-2', 'x-1']],
    ['of a patient leaves others out', { patient: 'p-2' }, ['x-1']],
    ['since an instant begins with it', { since: AT + 1 }, ['e-2']],
    ['before an instant leaves it out', { before: AT + 1 }, ['e-1', 'x-1']],
    ['of nobody is empty', { patient: 'nobody' }, []],
  ])('%s', (_case, filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  it('is read in pages, none left out', () => {
    const more = Array.from({ length: 1_200 }, (_, n) => access(`m-${n}`, `p-${n % 7}`));
    open.repository.recordAccess(more);
    expect(new Set(ids({})).size).toBe(1_203);
  });
});
