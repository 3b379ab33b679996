import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import {
  openEmpty,
  organization,
  practitioner,
  practitionerRole,
  recognition,
  system,
} from './testing/open.js';
import type { OpenProviders } from './testing/open.js';

const DAY = 86_400_000;

let providers: OpenProviders;
let repository: OpenProviders['repository'];

beforeEach(() => {
  providers = openEmpty();
  ({ repository } = providers);
});

afterEach(() => {
  providers.close();
});

const lotus = organization('o-1', {
  identifier: [{ system: 'https://invented.example/number', value: 'GD-1' }],
  name: [
    { language: 'en', text: 'Lotus Bay Hospital' },
    { language: 'zh-Hant-HK', text: '蓮灣醫院' },
    { language: 'zh-Hans-CN', text: '莲湾医院' },
  ],
  type: [{ text: 'Hospital' }],
  partOf: 'o-group',
});

describe('Query.organization', () => {
  it('answers a provider outside Hong Kong with its recognition', async () => {
    repository.putOrganization(organization('o-group'));
    repository.putOrganization(lotus);
    repository.putRecognition(recognition('rec-1'));
    const { data, errors } = await providers.ask(`{ organization(id: "o-1") {
      id identifier { system value } active type { text } names { language text } en: name hant: name(language: "zh-Hant-HK")
      telecom { value } address { text } partOf { id } jurisdiction city registration { status } deemedConsent
      recognition { id status }
    } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      organization: {
        id: 'o-1',
        identifier: [{ system: 'https://invented.example/number', value: 'GD-1' }],
        active: true,
        type: [{ text: 'Hospital' }],
        names: lotus.name,
        en: 'Lotus Bay Hospital',
        hant: '蓮灣醫院',
        telecom: [],
        address: [],
        partOf: { id: 'o-group' },
        jurisdiction: 'CN-GD',
        city: 'Shenzhen',
        registration: null,
        deemedConsent: false,
        recognition: { id: 'rec-1', status: 'APPLIED' },
      },
    });
  });

  it('answers a domestic provider with its registration', async () => {
    repository.putOrganization(organization('o-hk', { jurisdiction: 'HK', city: null }));
    repository.setRegistration('o-hk', {
      registration: { status: 'REGISTERED', period: { start: '2020-01-01', end: null } },
      deemedConsent: true,
    });
    const { data } = await providers.ask(
      '{ organization(id: "o-hk") { registration { status period { start end } } deemedConsent recognition { id } } }',
    );
    expect(data).toEqual({
      organization: {
        registration: { status: 'REGISTERED', period: { start: '2020-01-01', end: null } },
        deemedConsent: true,
        recognition: null,
      },
    });
  });

  it('answers null for an unknown id', async () => {
    expect(await providers.ask('{ organization(id: "o-nobody") { id } }')).toEqual({
      data: { organization: null },
    });
  });
});

describe('Query.practitionerRole and Query.practitioner', () => {
  it('answer the professional in three scripts, the organisation and the profession', async () => {
    repository.putOrganization(lotus);
    repository.putPractitioner(
      practitioner('pr-1', {
        name: [
          { text: 'LI Wei', family: 'LI', given: ['Wei'], language: 'en' },
          { text: '李偉', family: '李', given: ['偉'], language: 'zh-Hant-HK' },
          { text: '李伟', family: '李', given: ['伟'], language: 'zh-Hans-CN' },
        ],
        gender: 'female',
      }),
    );
    repository.putPractitionerRole(
      practitionerRole('r-1', { practitioner: 'pr-1', licenceRef: 'GD-12345' }),
    );
    const { data, errors } = await providers.ask(`{
      practitionerRole(id: "r-1") {
        id identifier { value } active period { start end } profession code { text } specialty { text } licenceRef
        practitioner { id name { text language } } organization { id name }
      }
      practitioner(id: "pr-1") { id identifier { value } active gender telecom { value } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      practitionerRole: {
        id: 'r-1',
        identifier: [],
        active: true,
        period: { start: '2024-01-01', end: null },
        profession: 'DOCTOR',
        code: [],
        specialty: [],
        licenceRef: 'GD-12345',
        practitioner: {
          id: 'pr-1',
          name: [
            { text: 'LI Wei', language: 'en' },
            { text: '李偉', language: 'zh-Hant-HK' },
            { text: '李伟', language: 'zh-Hans-CN' },
          ],
        },
        organization: { id: 'o-1', name: 'Lotus Bay Hospital' },
      },
      practitioner: { id: 'pr-1', identifier: [], active: true, gender: 'FEMALE', telecom: [] },
    });
  });
});

describe('Query.recognition', () => {
  it('answers conditions of unknown kinds too, and the whole history', async () => {
    repository.putOrganization(lotus);
    const begin = TEST_NOW - 30 * DAY;
    repository.putRecognition(
      recognition('rec-1', {
        conditions: [
          { kind: 'MAX_LOOKBACK', value: 'P3Y' },
          { kind: 'MOON_PHASE', value: 'full' },
        ],
      }),
      begin,
    );
    repository.setRecognitionStatus(
      'rec-1',
      { status: 'RECOGNISED', reason: null, suspension: null },
      begin + DAY,
    );
    const suspension = { start: '2026-05-20', end: '2026-06-10' };
    repository.setRecognitionStatus(
      'rec-1',
      { status: 'SUSPENDED', reason: 'An incident', suspension },
      TEST_NOW - DAY,
    );
    const { data, errors } = await providers.ask(`{ recognition(id: "rec-1") {
      id status period { start end } suspension { start end } conditions { kind value meaning }
      instrument { type reference }
      subject { __typename ... on Organization { id name } }
      statusHistory { status reason suspension { end } conditions { kind } since until }
    } }`);
    expect(errors).toBeUndefined();
    const conditions = [{ kind: 'MAX_LOOKBACK' }, { kind: 'MOON_PHASE' }];
    expect(data).toEqual({
      recognition: {
        id: 'rec-1',
        status: 'SUSPENDED',
        period: { start: '2026-01-01', end: '2027-12-31' },
        suspension,
        conditions: [
          {
            kind: 'MAX_LOOKBACK',
            value: 'P3Y',
            meaning: 'Only records of the last so long may be read (ISO 8601 duration).',
          },
          { kind: 'MOON_PHASE', value: 'full', meaning: null },
        ],
        instrument: { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' },
        subject: { __typename: 'Organization', id: 'o-1', name: 'Lotus Bay Hospital' },
        statusHistory: [
          {
            status: 'APPLIED',
            reason: null,
            suspension: null,
            conditions,
            since: '2026-05-02T04:00:00.000Z',
            until: '2026-05-03T04:00:00.000Z',
          },
          {
            status: 'RECOGNISED',
            reason: null,
            suspension: null,
            conditions,
            since: '2026-05-03T04:00:00.000Z',
            until: '2026-05-31T04:00:00.000Z',
          },
          {
            status: 'SUSPENDED',
            reason: 'An incident',
            suspension: { end: '2026-06-10' },
            conditions,
            since: '2026-05-31T04:00:00.000Z',
            until: null,
          },
        ],
      },
    });
  });

  it('answers a system as subject', async () => {
    repository.putPublicHealthRecordSystem(system('s-1'));
    repository.putRecognition(
      recognition('rec-1', {
        subject: { type: 'PublicHealthRecordSystem', id: 's-1' },
        instrument: null,
      }),
    );
    const { data, errors } = await providers.ask(
      '{ recognition(id: "rec-1") { instrument { type } subject { ... on PublicHealthRecordSystem { id } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ recognition: { instrument: null, subject: { id: 's-1' } } });
  });
});

describe('Query.publicHealthRecordSystem', () => {
  it('answers the operator and the members that are there', async () => {
    repository.putOrganization(lotus);
    repository.putOrganization(organization('o-operator'));
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1', 'o-gone'] }));
    const { data, errors } = await providers.ask(`{ publicHealthRecordSystem(id: "s-1") {
      id identifier { value } name names { text } operator { id } jurisdiction endpoint trustAnchor members { id } recognition { id }
    } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      publicHealthRecordSystem: {
        id: 's-1',
        identifier: [],
        name: 'System s-1',
        names: [{ text: 'System s-1' }],
        operator: { id: 'o-operator' },
        jurisdiction: 'CN-GD',
        endpoint: 'https://records.invented.example/fhir',
        trustAnchor: 'https://records.invented.example/jwks.json',
        members: [{ id: 'o-1' }],
        recognition: null,
      },
    });
  });
});

describe('the register', () => {
  it.each([
    'organization(id: "o-1") { id }',
    'organizations { totalCount }',
    'publicHealthRecordSystem(id: "s-1") { id }',
    'practitioner(id: "pr-1") { id }',
    'practitionerRole(id: "r-1") { id }',
    'recognition(id: "rec-1") { id }',
    'recognitions { totalCount }',
    '_entities(representations: [{ __typename: "Organization", id: "o-1" }]) { __typename }',
  ])("is not served in the gateway's own calls: %s", async (field) => {
    repository.putOrganization(lotus);
    const { errors } = await providers.ask(`{ ${field} }`, { use: 'facts', caller: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
