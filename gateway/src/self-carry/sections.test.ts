import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { apiSchemaOf } from '@causeway/schema';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { listDocument, patientDocument } from './documents.js';
import { RECORD_LISTS } from './sections.js';

const sdl = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const schema = apiSchemaOf(sdl);

function fieldType(type: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  return field && getNamedType(field.type);
}

describe('the lists that are exported', () => {
  const patient = schema.getType('Patient');

  it('are all the lists of clinical records that a patient has', () => {
    const lists = Object.keys(isObjectType(patient) ? patient.getFields() : {}).filter((name) => {
      const node = fieldType(fieldType(fieldType(patient, name), 'edges'), 'node');
      return (
        isObjectType(node) && node.getInterfaces().some((one) => one.name === 'ClinicalRecord')
      );
    });
    expect(RECORD_LISTS.map(({ field }) => field).toSorted()).toEqual(lists.toSorted());
  });

  it.each(RECORD_LISTS)(
    '$field stands under the category that its label names',
    ({ field, category }) => {
      expect(blockOf(field)).toContain(`scope: "${category}"`);
    },
  );

  it('are read by operations that ask linked records for their ids alone', () => {
    const text = listDocument(schema, 'conditions').replace(/\s+/g, ' ');
    expect(text).toContain('encounter { __typename id }');
    expect(text).toContain('evidenceDetail { __typename id }');
    expect(text).not.toMatch(/sourceJurisdiction|permittedActions|hkid/);
  });
});

describe('what is exported of the patient', () => {
  it('is demographics, without accounts of the layer', () => {
    const text = patientDocument(schema);
    expect(text).toContain('birthDate');
    expect(text).not.toMatch(/consents|auditEvents|relatedPersons|represents/);
  });
});

/** The text of a field of Patient in the supergraph, arguments and directives included. */
function blockOf(field: string): string {
  const [, patient = ''] = /\ntype Patient\b([\s\S]*?)\n\}/.exec(sdl) ?? [];
  const [, block = ''] =
    new RegExp(`\\n {2}${field}\\(([\\s\\S]*?)(?=\\n {2}\\w+[(:]|$)`).exec(patient) ?? [];
  return block;
}
