import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { supergraphOf } from '../testing/graphs.js';
import { annotatedSdl } from './annotated.js';
import { ContractSchemas } from './contract-schemas.js';

const SUPERGRAPH = supergraphOf(`
  type Query {
    "One patient."
    patient(id: ID! @patientId): Patient
    terms: String @open
  }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
    id: ID!
    "What the identity card says."
    hkid: String @domestic
  }
`);

const descriptionOf = (type: string, field: string): string => {
  const named = buildSchema(annotatedSdl(SUPERGRAPH)).getType(type);
  return (isObjectType(named) ? named.getFields()[field]?.description : undefined) ?? '';
};

describe('an annotated schema', () => {
  it('tells with each field its label, and what it takes of each audience', () => {
    expect(descriptionOf('Patient', 'hkid')).toBe(
      [
        'What the identity card says.',
        '',
        '**Label:** with consent for `PERSON`; **never across the border**.',
        '',
        '- patient: always',
        '- domestic-professional: with consent for PERSON',
        '- cross-border-professional: never',
        '- commissioner: never',
      ].join('\n'),
    );
  });

  it('tells so of fields without a description, and of what is open', () => {
    expect(descriptionOf('Query', 'terms')).toMatch(/^\*\*Label:\*\* always\./);
    expect(descriptionOf('Query', 'terms')).toContain('- commissioner: always');
  });
});

describe('the contracts of a supergraph', () => {
  it('leave out what an audience could never get, and are made once', () => {
    const contracts = new ContractSchemas(SUPERGRAPH);
    const fieldsOf = (name: 'patient' | 'cross-border-professional') => {
      const type = contracts.of(name)?.getType('Patient');
      return isObjectType(type) ? Object.keys(type.getFields()) : [];
    };
    expect(fieldsOf('patient')).toEqual(['hkid', 'id']);
    expect(fieldsOf('cross-border-professional')).toEqual(['id']);
    expect(contracts.of('patient')).toBe(contracts.of('patient'));
  });
});
