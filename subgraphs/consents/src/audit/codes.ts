/**
 * The codes by which events of the trail are told in the shape of IHE BALP's AuthZ-Consent.
 *
 * @see https://profiles.ihe.net/ITI/BALP/StructureDefinition-IHE.BasicAudit.AuthZconsent.html
 */
import type { PurposeOfUse } from '@causeway/schema';

/** A Coding with its system and code. */
export interface Code {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';

/** The kind of every event: a decision about access. */
export const SECURITY_ALERT: Code = { system: DCM, code: '110113', display: 'Security Alert' };

const AUTHORISATION = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType';

/** A decision that rests on consents. */
export const BY_CONSENT: Code = { system: AUTHORISATION, code: 'AuthZ-Consent' };

/** A decision that rests on who the caller is; the profile by consents asks for one, so it is not claimed. */
export const BY_ROLE: Code = { system: AUTHORISATION, code: 'AuthZ-Role' };

/** The parts that agents take. */
export const PARTS = {
  application: { system: DCM, code: '110150', display: 'Application' },
  system: { system: DCM, code: '110152', display: 'Destination Role ID' },
  user: {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
    code: 'IRCP',
    display: 'information recipient',
  },
  organization: {
    system: 'http://terminology.hl7.org/CodeSystem/v3-RoleClass',
    code: 'PROV',
    display: 'healthcare provider',
  },
  authorizer: {
    system: 'http://terminology.hl7.org/CodeSystem/extra-security-role-type',
    code: 'authserver',
    display: 'authorization server',
  },
} as const satisfies Readonly<Record<string, Code>>;

/** A person, as the kind of an entity. */
export const PERSON_ENTITY: Code = {
  system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  code: '1',
  display: 'Person',
};

/** The patient, as the part of an entity. */
export const PATIENT_ROLE: Code = {
  system: 'http://terminology.hl7.org/CodeSystem/object-role',
  code: '1',
  display: 'Patient',
};

/** A token, as the kind of an entity. */
export const TOKEN_ENTITY: Code = {
  system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes',
  code: 'UserOauthAgent',
};

/** A kind of FHIR resource, as the kind of an entity. */
export function resourceEntity(type: string): Code {
  return { system: 'http://hl7.org/fhir/resource-types', code: type };
}

/** A purpose of use. */
export function purposeCoding(purpose: PurposeOfUse): Code {
  return { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: purpose };
}
