/** mercurius gateway, over the part of the graph that the operations ask for, in the words of federation 1. */
import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { ready, urls } from './bench.mjs';

const KEY = '@key(fields: "id")';
const CODE = 'type CodeableConcept { text: String }';

const SCHEMAS = {
  patients: `
    extend type Query { patient(id: ID!): Patient }
    type Patient ${KEY} {
      id: ID! patientNumber: String birthDate: Date gender: AdministrativeGender name: [HumanName!]
    }
    type HumanName { text: String language: String }
    scalar Date
    enum AdministrativeGender { MALE FEMALE OTHER UNKNOWN }`,
  consents: `
    extend type Query { myPatients(after: ID, first: Int! = 100): [Patient!] }
    extend type Patient ${KEY} { id: ID! @external }`,
  records: `
    extend type Patient ${KEY} {
      id: ID! @external
      allergyIntolerances(first: Int): AllergyIntoleranceConnection
      conditions(first: Int): ConditionConnection
    }
    type AllergyIntoleranceConnection { totalCount: Int! edges: [AllergyIntoleranceEdge!]! }
    type AllergyIntoleranceEdge { node: AllergyIntolerance }
    type AllergyIntolerance ${KEY} {
      id: ID! code: CodeableConcept criticality: String recordedDate: DateTime author: Organization
    }
    type ConditionConnection { totalCount: Int! edges: [ConditionEdge!]! }
    type ConditionEdge { node: Condition }
    type Condition ${KEY} {
      id: ID! code: CodeableConcept recordedDate: DateTime author: Organization
    }
    ${CODE}
    scalar DateTime
    extend type Organization ${KEY} { id: ID! @external }`,
  providers: `
    type Organization ${KEY} { id: ID! names: [LocalisedText!]! }
    type LocalisedText { language: String! text: String! }`,
};

const app = Fastify();
await app.register(gateway, {
  jit: 1,
  gateway: {
    services: Object.entries(SCHEMAS).map(([name, schema]) => ({ name, url: urls[name], schema })),
  },
});
ready(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
