/**
 * What the labels of the graph have to be, written by hand from the domain: who may see what, coordinate by coordinate.
 * A label that is changed in a class has to be changed here too, and so be thought of twice.
 */
import type { Scope } from '@causeway/schema';
import type { LabelTables, Table } from './label-tables.js';

/** Record types: what an object's presence asks for. Without text: the record's own category alone. */
const RECORDS: Table = {
  Patient: 'PERSON',
  // Next of kin do not cross the boundary.
  RelatedPerson: 'PERSON @domestic',
  RecordSummary: 'PERSON',
  AllergyIntolerance: 'ALLERGY_ADR',
  Appointment: 'ENCOUNTER',
  Encounter: 'ENCOUNTER',
  ImagingStudy: 'RAD_IMAGE',
  Immunization: 'IMMUNISATION',
  MedicationDispense: 'MEDICATION',
  Procedure: 'PROCEDURE',
  ServiceRequest: 'REFERRAL',
  // Of more than one category: problems and Chinese medicine, laboratory and radiology, notes and certificates.
  Condition: '',
  DiagnosticReport: '',
  DocumentReference: '',
  MedicationRequest: '',
  Observation: '',
  Provenance: '',
  Consent: 'CONSENT',
  CrossBorderGrant: 'GRANT',
  AuditEvent: 'AUDIT',
  AccessNotification: 'NOTIFICATION',
  DepositReceipt: 'DEPOSIT',
};

/** What decisions read of a clinical record beside whose it is and the codes that provisions may name. */
const CLINICAL_FACTS =
  'category: category, date: clinicalDate, security: security { system code }, author: author { id }';

const CODES = '{ coding { system code } }';

/** What `@subject` names: whose the record is, and what decisions read of it. */
const SUBJECTS: Table = {
  Patient: 'id: id',
  RelatedPerson: 'id: patient { id }',
  RecordSummary: 'id: patient { id }',
  AllergyIntolerance: `id: patient { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  Appointment: `id: subject { id }, ${CLINICAL_FACTS}, code: serviceType ${CODES}`,
  Condition: `id: subject { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  DiagnosticReport: `id: subject { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  DocumentReference: `id: subject { id }, ${CLINICAL_FACTS}, code: type ${CODES}`,
  Encounter: `id: subject { id }, ${CLINICAL_FACTS}, code: type ${CODES}`,
  ImagingStudy: `id: subject { id }, ${CLINICAL_FACTS}, code: procedureCode ${CODES}`,
  Immunization: `id: patient { id }, ${CLINICAL_FACTS}, code: vaccineCode ${CODES}`,
  MedicationDispense: `id: subject { id }, ${CLINICAL_FACTS}, code: medicationCodeableConcept ${CODES}`,
  MedicationRequest: `id: subject { id }, ${CLINICAL_FACTS}, code: medicationCodeableConcept ${CODES}`,
  Observation: `id: subject { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  Procedure: `id: subject { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  Provenance: `id: patient { id }, ${CLINICAL_FACTS}`,
  ServiceRequest: `id: subject { id }, ${CLINICAL_FACTS}, code: code ${CODES}`,
  Consent: 'id: subject { id }, party: grantee { id }',
  CrossBorderGrant: 'id: patient { id }, party: requester { id }',
  AuditEvent: 'id: patient { id }',
  AccessNotification: 'id: patient { id }',
  DepositReceipt: 'id: patient { id }, party: organization { id }',
};

/** What a patient's lists hold, by category. */
const LISTS: Readonly<Partial<Record<Scope, readonly string[]>>> = {
  ALLERGY_ADR: ['allergyIntolerances'],
  DIAGNOSIS: ['conditions'],
  PROCEDURE: ['procedures'],
  MEDICATION: ['medicationRequests', 'medicationDispenses'],
  ENCOUNTER: ['encounters', 'appointments'],
  CLINICAL_NOTE: ['clinicalNotes', 'clinicalNoteReports'],
  BIRTH: ['birthRecords', 'birthObservations'],
  IMMUNISATION: ['immunizations'],
  LAB_REPORT: ['laboratoryReports', 'laboratoryObservations'],
  RAD_REPORT: ['radiologyReports', 'radiologyObservations'],
  RAD_IMAGE: ['imagingStudies'],
  OTHER_INVESTIGATION: ['otherInvestigationReports', 'otherInvestigationObservations'],
  REFERRAL: ['serviceRequests'],
  OBS_LIFESTYLE: ['observations'],
  MED_CERT: ['medicalCertificates'],
  CHINESE_MED: ['chineseMedicineConditions', 'chineseMedicineRequests', 'chineseMedicineNotes'],
  CONSENT: ['consents'],
  GRANT: ['crossBorderGrants'],
  AUDIT: ['auditEvents'],
  NOTIFICATION: ['accessNotifications'],
  DEPOSIT: ['depositReceipts'],
};

/** Counts of a category are that category's. */
const SUMMARIES: Readonly<Partial<Record<Scope, string>>> = {
  ALLERGY_ADR: 'allergyAdr',
  DIAGNOSIS: 'diagnosis',
  PROCEDURE: 'procedure',
  MEDICATION: 'medication',
  ENCOUNTER: 'encounter',
  CLINICAL_NOTE: 'clinicalNote',
  BIRTH: 'birth',
  IMMUNISATION: 'immunisation',
  LAB_REPORT: 'labReport',
  RAD_REPORT: 'radReport',
  RAD_IMAGE: 'radImage',
  OTHER_INVESTIGATION: 'otherInvestigation',
  REFERRAL: 'referral',
  OBS_LIFESTYLE: 'obsLifestyle',
  MED_CERT: 'medCert',
  CHINESE_MED: 'chineseMed',
};

/** What a record says of another category than its own. */
const OF_ANOTHER_CATEGORY: Table = {
  'Appointment.reasonCode': 'DIAGNOSIS',
  'Encounter.reasonCode': 'DIAGNOSIS',
  'Encounter.diagnosis': 'DIAGNOSIS',
  'ImagingStudy.reasonCode': 'DIAGNOSIS',
  'Immunization.reasonCode': 'DIAGNOSIS',
  'Immunization.reaction': 'ALLERGY_ADR',
  'MedicationRequest.reasonCode': 'DIAGNOSIS',
  'Procedure.reasonCode': 'DIAGNOSIS',
  'Procedure.complication': 'DIAGNOSIS',
  'ServiceRequest.reasonCode': 'DIAGNOSIS',
  // Counts and cursors of all patients' events.
  'Query.auditEvents': 'AUDIT',
  // What is asked and what a change answers, where that is no record.
  'Query.grantRequests': 'GRANT',
  'Mutation.issueRequestCode': 'GRANT',
  'Mutation.authoriseGrant': 'GRANT',
  'Mutation.declineGrant': 'GRANT',
  'Mutation.issueLink': 'GRANT',
  'Mutation.requestStepUp': 'PERSON @domestic',
  'Mutation.confirmStepUp': 'PERSON @domestic',
  'Mutation.declareEmergency': 'PERSON @domestic',
};

/** What identifies a person beyond the minimal set: it never crosses the boundary. */
const IDENTITY = [
  'identifier',
  'hkid',
  'address',
  'telecom',
  'notificationPreference',
  'relatedPersons',
  'represents',
  'deceasedBoolean',
  'deceased',
  'preferredLanguage',
  'joiningStatus',
  'generalPractitioner',
];

/** Words that may repeat what other categories say, and staff: of other providers the organisation alone crosses. */
const WORDS_AND_STAFF: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['recorder', 'asserter', 'note'],
  Appointment: ['description', 'comment', 'patientInstruction', 'participant'],
  Condition: ['recorder', 'asserter', 'note'],
  DiagnosticReport: ['performer', 'resultsInterpreter', 'presentedForm'],
  DocumentReference: ['writtenBy', 'authenticator'],
  Encounter: ['participant'],
  ImagingStudy: ['referrer', 'interpreter', 'description', 'note'],
  Immunization: ['performer', 'note'],
  MedicationDispense: ['performer', 'receiver', 'note'],
  MedicationRequest: ['requester', 'performer', 'recorder', 'note'],
  Observation: ['performer', 'note'],
  Procedure: ['recorder', 'asserter', 'performer', 'note'],
  Provenance: ['agent'],
  ServiceRequest: ['requester', 'performer', 'note', 'patientInstruction'],
};

/** What stays at home in every clinical record: its narrative, and who wrote it. */
const IN_EVERY_RECORD = ['text', 'authorRole'];

/** Whose data a root field leads to: `READ id` is the patient whose id the argument gives. */
const ROOTS: Table = {
  'query patient': 'READ id',
  'query me': 'token',
  'query myGrant': 'token',
  'query myPatients': 'unnamed',
  'query auditEvents': 'unnamed',
  'query organization': 'open',
  'query organizations': 'open',
  'query publicHealthRecordSystem': 'open',
  'query practitioner': 'open',
  'query practitionerRole': 'open',
  'query recognition': 'open',
  'query recognitions': 'open',
  'query recordTypes': 'open',
  'query grantRequest': 'open',
  'query myGrantRequests': 'open',
  'query grantRequests': 'AUTHORISE patient',
  'mutation giveSharingConsent': 'AUTHORISE patient',
  'mutation revokeSharingConsent': 'AUTHORISE patient',
  'mutation revokeGrant': 'AUTHORISE patient',
  'mutation depositRecords': 'DEPOSIT input.patient',
  'mutation disputeDeposit': 'AUTHORISE patient',
  'mutation withdrawDispute': 'AUTHORISE patient',
  'mutation issueRequestCode': 'AUTHORISE patient',
  'mutation requestGrant': 'open',
  'mutation authoriseGrant': 'AUTHORISE patient',
  'mutation declineGrant': 'AUTHORISE patient',
  'mutation requestSharingConsent': 'open',
  'mutation answerSharingRequest': 'AUTHORISE patient',
  'mutation restrictAccess': 'AUTHORISE patient',
  'mutation liftRestriction': 'AUTHORISE patient',
  'query transfers': 'open',
  'query depositDuties': 'open',
  'query depositDutyReport': 'open',
  'query depositDutyItems': 'open',
  'mutation specifyDepositDuty': 'open',
  'mutation endDepositDuty': 'open',
  'mutation presentDepositCode': 'open',
  'mutation objectToDeposit': 'AUTHORISE patient',
  'mutation liftDepositObjection': 'AUTHORISE patient',
  'mutation issueLink': 'AUTHORISE patient',
  'mutation redeemLink': 'open',
  'mutation closeEncounter': 'open',
  'mutation requestStepUp': 'READ patient',
  'mutation confirmStepUp': 'READ patient',
  'mutation declareEmergency': 'EMERGENCY patient',
  'mutation joinEHealth': 'AUTHORISE patient',
  'mutation withdrawFromEHealth': 'AUTHORISE patient',
  'mutation setNotificationPreference': 'AUTHORISE patient',
  'mutation applyForRecognition': 'open',
  'mutation recogniseParty': 'open',
  'mutation refuseRecognition': 'open',
  'mutation suspendRecognition': 'open',
  'mutation extendSuspension': 'open',
  'mutation liftSuspension': 'open',
  'mutation cancelRecognition': 'open',
  'mutation changeRecognitionConditions': 'open',
};

/** Roles, for whatever other router serves this graph: its registers are for callers who are known. */
const ROLES: Table = {
  'Query.myGrant': 'authenticated',
  'Query.myPatients': 'authenticated',
  'Query.auditEvents': 'office:auditor or office:commissioner',
  'Query.organization': 'authenticated',
  'Query.organizations': 'authenticated',
  'Query.publicHealthRecordSystem': 'authenticated',
  'Query.practitioner': 'authenticated',
  'Query.practitionerRole': 'authenticated',
  'Query.recognition': 'authenticated',
  'Query.recognitions': 'authenticated',
  'Query.recordTypes': 'authenticated',
  'Query.grantRequest': 'provider:cross-border',
  'Query.myGrantRequests': 'provider:cross-border',
  'Mutation.requestGrant': 'provider:cross-border',
  'Mutation.requestSharingConsent': 'provider:domestic',
  'Mutation.presentDepositCode': 'provider:cross-border',
  'Query.transfers': 'office:auditor or office:commissioner',
  'Query.depositDuties': 'authenticated',
  'Query.depositDutyReport':
    'office:commissioner or office:secretary-for-health or provider:cross-border or provider:domestic',
  'Query.depositDutyItems':
    'office:commissioner or office:secretary-for-health or provider:cross-border or provider:domestic',
  'Mutation.specifyDepositDuty': 'office:secretary-for-health',
  'Mutation.endDepositDuty': 'office:secretary-for-health',
  'DepositDutyChange.recordedBy':
    'office:auditor or office:commissioner or office:secretary-for-health',
  'Mutation.redeemLink': 'provider:cross-border',
  'Mutation.closeEncounter': 'provider:cross-border',
  'Mutation.requestStepUp': 'provider:domestic',
  'Mutation.confirmStepUp': 'provider:domestic',
  'Mutation.applyForRecognition': 'office:commissioner',
  'Mutation.recogniseParty': 'office:commissioner',
  'Mutation.refuseRecognition': 'office:commissioner',
  'Mutation.suspendRecognition': 'office:commissioner',
  'Mutation.extendSuspension': 'office:commissioner',
  'Mutation.liftSuspension': 'office:commissioner',
  'Mutation.cancelRecognition': 'office:commissioner',
  'Mutation.changeRecognitionConditions': 'office:commissioner',
  'RecognitionState.recordedBy': 'office:auditor or office:commissioner',
};

const rowsOf = (type: string, fields: readonly string[], label: string) =>
  fields.map((field) => [`${type}.${field}`, label] as const);

/** The labels that the graph has to have. */
export const EXPECTED_LABELS: LabelTables = {
  records: RECORDS,
  subjects: SUBJECTS,
  openTypes: [
    'DepositDuty',
    'DepositDutyItem',
    'DepositDutyReport',
    'Organization',
    'Practitioner',
    'PractitionerRole',
    'PublicHealthRecordSystem',
    'Recognition',
    'RecordTypeDescription',
  ],
  labelled: Object.fromEntries([
    ...Object.entries(LISTS).flatMap(([scope, lists]) => rowsOf('Patient', lists, scope)),
    ...Object.entries(SUMMARIES).flatMap(([scope, field]) =>
      rowsOf('RecordSummary', [field], scope),
    ),
    ...rowsOf('Patient', IDENTITY, '@domestic'),
    ...Object.entries(WORDS_AND_STAFF).flatMap(([type, fields]) =>
      rowsOf(type, [...IN_EVERY_RECORD, ...fields], '@domestic'),
    ),
    ...rowsOf('CrossBorderGrant', ['practitionerRole'], '@domestic'),
    ...Object.entries(OF_ANOTHER_CATEGORY),
  ]),
  roots: ROOTS,
  roles: ROLES,
  // What the gateway alone asks.
  hidden: [
    'AccessEventInput',
    'AccessFacts',
    'AccessFactsKey',
    'ContactFacts',
    'DepositDutyEvent',
    'DepositDutyEventInput',
    'DepositEvent',
    'DepositEventInput',
    'DutyFeedPositions',
    'EncounterEvent',
    'EncounterEventInput',
    'FeedPositions',
    'JoiningEvent',
    'JoiningEventInput',
    'Mutation.acknowledgeJoiningEvents',
    'Mutation.anchorAudit',
    'Mutation.applyDepositEvents',
    'Mutation.applyDutyEvents',
    'Mutation.applyEncounterEvents',
    'Mutation.applyJoiningEvents',
    'Mutation.applyPartyEvents',
    'Mutation.claimNotices',
    'Mutation.recordAccess',
    'Mutation.settleNotices',
    'Mutation.settleTime',
    'NoticeOutcomeInput',
    'NoticeTask',
    'PartyEvent',
    'PartyEventInput',
    'Query.consentFacts',
    'Query.contactFacts',
    'Query.depositEvents',
    'Query.dutyEvents',
    'Query.dutyFeedPositions',
    'Query.encounterEvents',
    'Query.feedPositions',
    'Query.joiningEvents',
    'Query.partyEvents',
    'Query.patientFacts',
    'Query.providerFacts',
    'Query.recordFacts',
  ],
};
