/** Records that an operation meets without demanding anything of theirs before they are there. */
import { describe, expect, it } from '@jest/globals';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consentFacts,
  grant,
  grantConsent,
  patientFacts,
} from '../../gateway/src/enforcement/testing/requests.js';
import { startSmallGraph } from '../support/small-graph.js';

const PATIENT = '@key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

const CONSENTS = {
  types: `
    type Query { "The caller's patients." mine: [Patient!] }
    "A patient." type Patient ${PATIENT} { "The id." id: ID! }
  `,
  resolvers: {
    Query: { mine: () => [{ id: 'chan' }] },
    Patient: { __resolveReference: (reference: object) => reference },
  },
};

const RECORDS = {
  types: `
    type Query { "Nothing." nothing: ID @open }
    "A patient." type Patient ${PATIENT} { "The id." id: ID! "Things." things: [Thing!] }
    "A thing." union Thing = Note
    "A note." type Note @key(fields: "id") @consent(scope: "DIAGNOSIS") @subject(id: "patient { id }") {
      "The id." id: ID! "Whose." patient: Patient
    }
  `,
  resolvers: {
    Patient: {
      __resolveReference: (reference: object) => reference,
      things: () => [{ __typename: 'Note', id: 'n-1', patient: { id: 'chan' } }],
    },
  },
};

describe('records of a union', () => {
  it('are watched for changes like any others, whatever the operation says of them', async () => {
    const graph = await startSmallGraph(
      { consents: CONSENTS, records: RECORDS },
      {
        facts: {
          patientFacts: patientFacts(),
          providerFacts: abroadFacts(),
          consentFacts: consentFacts({
            consents: [grantConsent()],
            grant: grant({ scopes: ['DIAGNOSIS'] }),
          }),
        },
        now: NOW,
      },
    );
    expect(await graph.ask(abroadRequest().caller, '{ mine { things { __typename } } }')).toEqual({
      data: { mine: [{ things: [{ __typename: 'Note' }] }] },
    });
    await graph.close();
  });
});
