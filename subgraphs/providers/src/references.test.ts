import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openEmpty,
  organization,
  practitioner,
  practitionerRole,
  recognition,
  system,
} from './testing/open.js';
import type { OpenProviders } from './testing/open.js';

let providers: OpenProviders;

beforeEach(() => {
  providers = openEmpty();
  const { repository } = providers;
  repository.putOrganization(organization('o-group'));
  for (const n of [1, 2, 3]) {
    repository.putOrganization(organization(`o-${n}`, { partOf: 'o-group' }));
    repository.putPractitioner(practitioner(`pr-${n}`));
    repository.putPractitionerRole(
      practitionerRole(`r-${n}`, { organization: `o-${n}`, practitioner: `pr-${n}` }),
    );
    repository.putPublicHealthRecordSystem(
      system(`s-${n}`, { operator: `o-${n}`, members: ['o-group'] }),
    );
    repository.putRecognition(
      recognition(`rec-${n}`, { subject: { type: 'Organization', id: `o-${n}` } }),
    );
  }
});

afterEach(() => {
  providers.close();
});

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Organization { id name identifier { value } partOf { id } recognition { id conditions { kind meaning } statusHistory { status } subject { __typename } } }
    ... on PublicHealthRecordSystem { id names { text } identifier { value } operator { name } members { name } recognition { id } }
    ... on Practitioner { id identifier { value } }
    ... on PractitionerRole { id identifier { value } practitioner { id identifier { value } } organization { name } }
    ... on Recognition { id statusHistory { status } }
  }
}`;

const entities = (type: string, ids: readonly string[]) => ({
  representations: ids.map((id) => ({ __typename: type, id })),
});

const KINDS: readonly (readonly [string, string])[] = [
  ['Organization', 'o'],
  ['PublicHealthRecordSystem', 's'],
  ['Practitioner', 'pr'],
  ['PractitionerRole', 'r'],
  ['Recognition', 'rec'],
];

describe('references', () => {
  it.each(KINDS)(
    'answers %s in the order asked, with null for the missing',
    async (type, prefix) => {
      const { data, errors } = await providers.ask(ENTITIES, {
        variables: entities(type, [`${prefix}-3`, 'nobody', `${prefix}-1`]),
      });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        _entities: [
          { __typename: type, id: `${prefix}-3` },
          null,
          { __typename: type, id: `${prefix}-1` },
        ],
      });
    },
  );

  it.each(KINDS)('runs as many statements for three of %s as for one', async (type, prefix) => {
    const count = async (ids: readonly string[]): Promise<number> => {
      providers.statements.length = 0;
      await providers.ask(ENTITIES, { variables: entities(type, ids) });
      return providers.statements.length;
    };
    const one = await count([`${prefix}-2`]);
    expect(one).toBeGreaterThan(0);
    expect(await count([`${prefix}-1`, `${prefix}-2`, `${prefix}-3`])).toBe(one);
  });
});
