import { describe, expect, it } from '@jest/globals';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { accessGraphOf } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import type { AudienceName } from '../audiences.js';
import { supergraphOf } from '../testing/graphs.js';
import { contractOf } from './contract.js';

const GRAPH = accessGraphOf(
  supergraphOf(`
    type Query {
      "One patient."
      patient(id: ID! @patientId): Patient
      me: Patient
      myFindings: [Finding!]
      myGrant: Grant
      events: [Event!] @requiresScopes(scopes: [["office:auditor"]])
      register(filter: RegisterFilter): Register @open @authenticated
    }
    type Mutation { revoke(patient: ID! @patientId(action: "AUTHORISE")): Grant }
    interface Dated { date: String writtenBy: String }
    type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
      id: ID!
      name: Name
      hkid: String @domestic
      relatives: [Relative!]
      findings(of: String @consent(scope: "MED_CERT")): [Finding!] @consent(scope: "LAB_REPORT")
      pictures: [Finding!] @consent(scope: "RAD_IMAGE")
      births: [Finding!] @consent(scope: "BIRTH")
      certificates: [Finding!] @consent(scope: "MED_CERT")
      consents: String @consent(scope: "CONSENT")
    }
    type Relative @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "PERSON") @domestic {
      id: ID! patient: Patient address: HomeAddress
    }
    type Finding implements Dated @key(fields: "id") @subject(id: "patient { id }", category: "category") {
      id: ID! patient: Patient category: Category date: String writtenBy: String @domestic
    }
    type Grant @key(fields: "id") @subject(id: "patient { id }", party: "holder") @consent(scope: "GRANT") {
      id: ID! patient: Patient holder: String
    }
    type Event @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "AUDIT") { id: ID! patient: Patient }
    type Name { text: String }
    type HomeAddress { street: String }
    type Register { name: String }
    input RegisterFilter { text: String }
    enum Category { LAB_REPORT RAD_IMAGE }
  `),
);

function contract(name: AudienceName): GraphQLSchema {
  const audience = AUDIENCES.find((each) => each.name === name);
  return buildSchema((audience && contractOf(GRAPH, audience)) ?? '');
}

function fieldsIn(schema: GraphQLSchema, type: string): Readonly<Record<string, string>> {
  const of = schema.getType(type);
  if (!isObjectType(of) && !isInterfaceType(of)) return {};
  return Object.fromEntries(
    Object.values(of.getFields()).map(({ name, description }) => [
      name,
      /Access: (.*)\.$/.exec(description ?? '')?.[1] ?? '',
    ]),
  );
}

describe('a contract', () => {
  it('shows a patient all that is about patients, without conditions', () => {
    const schema = contract('patient');
    expect(Object.keys(fieldsIn(schema, 'Query'))).toEqual([
      'me',
      'myFindings',
      'patient',
      'register',
    ]);
    expect(new Set(Object.values(fieldsIn(schema, 'Patient')))).toEqual(new Set(['always']));
    expect(Object.keys(fieldsIn(schema, 'Patient'))).toContain('hkid');
    expect(Object.keys(fieldsIn(schema, 'Mutation'))).toEqual(['revoke']);
  });

  it('says what a field takes of a professional at home', () => {
    expect(fieldsIn(contract('domestic-professional'), 'Patient')).toEqual({
      id: 'with consent for PERSON',
      name: 'with consent for PERSON',
      hkid: 'with consent for PERSON',
      relatives: 'with consent for PERSON',
      findings: 'with consent for PERSON and LAB_REPORT',
      pictures:
        'with consent for PERSON and RAD_IMAGE, for some professions after a step-up for RAD_IMAGE',
      births: 'with consent for PERSON and BIRTH, for some professions after a step-up for BIRTH',
      certificates: 'with consent for PERSON and MED_CERT',
      consents: 'with consent for PERSON, for a party to it (CONSENT)',
    });
  });

  it('leaves out what never crosses the border, with all that only it leads to', () => {
    const schema = contract('cross-border-professional');
    expect(fieldsIn(schema, 'Patient')).toMatchObject({
      name: 'with consent for PERSON',
      births: expect.stringContaining('where the recognition lists BIRTH'),
    });
    for (const field of ['hkid', 'relatives', 'certificates', 'consents'])
      expect(fieldsIn(schema, 'Patient')).not.toHaveProperty(field);
    expect(fieldsIn(schema, 'Query')).not.toHaveProperty('me');
    expect(fieldsIn(schema, 'Grant')).toHaveProperty('holder', 'for a party to it (GRANT)');
    expect(schema.getType('Relative')).toBeUndefined();
    expect(schema.getType('HomeAddress')).toBeUndefined();
    expect(schema.getMutationType()).toBeUndefined();
  });

  it('leaves out arguments that could never be given', () => {
    const findings = (name: AudienceName) => {
      const patient = contract(name).getType('Patient');
      return isObjectType(patient) ? patient.getFields()['findings']?.args.length : undefined;
    };
    expect(findings('domestic-professional')).toBe(1);
    expect(findings('cross-border-professional')).toBe(0);
  });

  it('keeps of an interface what each of its types keeps', () => {
    const schema = contract('cross-border-professional');
    expect(Object.keys(fieldsIn(schema, 'Dated'))).toEqual(['date']);
    expect(fieldsIn(schema, 'Finding')).toHaveProperty(
      'date',
      "with consent for the record's own category",
    );
    expect(Object.keys(fieldsIn(schema, 'Finding'))).not.toContain('writtenBy');
  });

  it('shows an office the root fields of its role, no patient and no record of any category', () => {
    const schema = contract('commissioner');
    expect(fieldsIn(schema, 'Query')).toEqual({ events: 'always', register: 'always' });
    expect(Object.keys(fieldsIn(schema, 'Event'))).toEqual(['id']);
    expect(schema.getType('Patient')).toBeUndefined();
    expect(schema.getType('RegisterFilter')).toBeDefined();
  });

  it('says of a value that it comes with what it is part of', () => {
    expect(fieldsIn(contract('patient'), 'Name')).toEqual({
      text: 'with the value that it is part of',
    });
  });
});
