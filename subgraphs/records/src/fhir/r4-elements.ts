/**
 * The elements of the FHIR R4 resources that this graph takes, and of the data types they are made of: made from the
 * StructureDefinitions of FHIR 4.0.1. An element reads `name:type`, with `!` for 1..1, `*` for 0..*, `+` for 1..*
 * and nothing for 0..1; `[x]` is a choice of the types after it. What every element may have (id, extension,
 * modifierExtension) and what every resource may have is not repeated here.
 *
 * @see https://hl7.org/fhir/R4/resourcelist.html
 */
export const R4_RESOURCES: Readonly<Record<string, string>> = {
  Patient:
    'identifier:Identifier* active:boolean name:HumanName* telecom:ContactPoint* gender:code birthDate:date deceased[x]:boolean|dateTime address:Address* maritalStatus:CodeableConcept multipleBirth[x]:boolean|integer photo:Attachment* contact:Patient.contact* communication:Patient.communication* generalPractitioner:Reference* managingOrganization:Reference link:Patient.link*',
  'Patient.contact':
    'relationship:CodeableConcept* name:HumanName telecom:ContactPoint* address:Address gender:code organization:Reference period:Period',
  'Patient.communication': 'language:CodeableConcept! preferred:boolean',
  'Patient.link': 'other:Reference! type:code!',
  RelatedPerson:
    'identifier:Identifier* active:boolean patient:Reference! relationship:CodeableConcept* name:HumanName* telecom:ContactPoint* gender:code birthDate:date address:Address* photo:Attachment* period:Period communication:RelatedPerson.communication*',
  'RelatedPerson.communication': 'language:CodeableConcept! preferred:boolean',
  Organization:
    'identifier:Identifier* active:boolean type:CodeableConcept* name:string alias:string* telecom:ContactPoint* address:Address* partOf:Reference contact:Organization.contact* endpoint:Reference*',
  'Organization.contact':
    'purpose:CodeableConcept name:HumanName telecom:ContactPoint* address:Address',
  Practitioner:
    'identifier:Identifier* active:boolean name:HumanName* telecom:ContactPoint* address:Address* gender:code birthDate:date photo:Attachment* qualification:Practitioner.qualification* communication:CodeableConcept*',
  'Practitioner.qualification':
    'identifier:Identifier* code:CodeableConcept! period:Period issuer:Reference',
  PractitionerRole:
    'identifier:Identifier* active:boolean period:Period practitioner:Reference organization:Reference code:CodeableConcept* specialty:CodeableConcept* location:Reference* healthcareService:Reference* telecom:ContactPoint* availableTime:PractitionerRole.availableTime* notAvailable:PractitionerRole.notAvailable* availabilityExceptions:string endpoint:Reference*',
  'PractitionerRole.availableTime':
    'daysOfWeek:code* allDay:boolean availableStartTime:time availableEndTime:time',
  'PractitionerRole.notAvailable': 'description:string! during:Period',
  Consent:
    'identifier:Identifier* status:code! scope:CodeableConcept! category:CodeableConcept+ patient:Reference dateTime:dateTime performer:Reference* organization:Reference* source[x]:Attachment|Reference policy:Consent.policy* policyRule:CodeableConcept verification:Consent.verification* provision:Consent.provision',
  'Consent.policy': 'authority:uri uri:uri',
  'Consent.verification': 'verified:boolean! verifiedWith:Reference verificationDate:dateTime',
  'Consent.provision':
    'type:code period:Period actor:Consent.provision.actor* action:CodeableConcept* securityLabel:Coding* purpose:Coding* class:Coding* code:CodeableConcept* dataPeriod:Period data:Consent.provision.data* provision:Consent.provision*',
  'Consent.provision.actor': 'role:CodeableConcept! reference:Reference!',
  'Consent.provision.data': 'meaning:code! reference:Reference!',
  AllergyIntolerance:
    'identifier:Identifier* clinicalStatus:CodeableConcept verificationStatus:CodeableConcept type:code category:code* criticality:code code:CodeableConcept patient:Reference! encounter:Reference onset[x]:dateTime|Age|Period|Range|string recordedDate:dateTime recorder:Reference asserter:Reference lastOccurrence:dateTime note:Annotation* reaction:AllergyIntolerance.reaction*',
  'AllergyIntolerance.reaction':
    'substance:CodeableConcept manifestation:CodeableConcept+ description:string onset:dateTime severity:code exposureRoute:CodeableConcept note:Annotation*',
  Condition:
    'identifier:Identifier* clinicalStatus:CodeableConcept verificationStatus:CodeableConcept category:CodeableConcept* severity:CodeableConcept code:CodeableConcept bodySite:CodeableConcept* subject:Reference! encounter:Reference onset[x]:dateTime|Age|Period|Range|string abatement[x]:dateTime|Age|Period|Range|string recordedDate:dateTime recorder:Reference asserter:Reference stage:Condition.stage* evidence:Condition.evidence* note:Annotation*',
  'Condition.stage': 'summary:CodeableConcept assessment:Reference* type:CodeableConcept',
  'Condition.evidence': 'code:CodeableConcept* detail:Reference*',
  Procedure:
    'identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference* partOf:Reference* status:code! statusReason:CodeableConcept category:CodeableConcept code:CodeableConcept subject:Reference! encounter:Reference performed[x]:dateTime|Period|string|Age|Range recorder:Reference asserter:Reference performer:Procedure.performer* location:Reference reasonCode:CodeableConcept* reasonReference:Reference* bodySite:CodeableConcept* outcome:CodeableConcept report:Reference* complication:CodeableConcept* complicationDetail:Reference* followUp:CodeableConcept* note:Annotation* focalDevice:Procedure.focalDevice* usedReference:Reference* usedCode:CodeableConcept*',
  'Procedure.performer': 'function:CodeableConcept actor:Reference! onBehalfOf:Reference',
  'Procedure.focalDevice': 'action:CodeableConcept manipulated:Reference!',
  MedicationRequest:
    'identifier:Identifier* status:code! statusReason:CodeableConcept intent:code! category:CodeableConcept* priority:code doNotPerform:boolean reported[x]:boolean|Reference medication[x]:CodeableConcept|Reference! subject:Reference! encounter:Reference supportingInformation:Reference* authoredOn:dateTime requester:Reference performer:Reference performerType:CodeableConcept recorder:Reference reasonCode:CodeableConcept* reasonReference:Reference* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference* groupIdentifier:Identifier courseOfTherapyType:CodeableConcept insurance:Reference* note:Annotation* dosageInstruction:Dosage* dispenseRequest:MedicationRequest.dispenseRequest substitution:MedicationRequest.substitution priorPrescription:Reference detectedIssue:Reference* eventHistory:Reference*',
  'MedicationRequest.dispenseRequest':
    'initialFill:MedicationRequest.dispenseRequest.initialFill dispenseInterval:Duration validityPeriod:Period numberOfRepeatsAllowed:unsignedInt quantity:Quantity expectedSupplyDuration:Duration performer:Reference',
  'MedicationRequest.dispenseRequest.initialFill': 'quantity:Quantity duration:Duration',
  'MedicationRequest.substitution': 'allowed[x]:boolean|CodeableConcept! reason:CodeableConcept',
  MedicationDispense:
    'identifier:Identifier* partOf:Reference* status:code! statusReason[x]:CodeableConcept|Reference category:CodeableConcept medication[x]:CodeableConcept|Reference! subject:Reference context:Reference supportingInformation:Reference* performer:MedicationDispense.performer* location:Reference authorizingPrescription:Reference* type:CodeableConcept quantity:Quantity daysSupply:Quantity whenPrepared:dateTime whenHandedOver:dateTime destination:Reference receiver:Reference* note:Annotation* dosageInstruction:Dosage* substitution:MedicationDispense.substitution detectedIssue:Reference* eventHistory:Reference*',
  'MedicationDispense.performer': 'function:CodeableConcept actor:Reference!',
  'MedicationDispense.substitution':
    'wasSubstituted:boolean! type:CodeableConcept reason:CodeableConcept* responsibleParty:Reference*',
  Encounter:
    'identifier:Identifier* status:code! statusHistory:Encounter.statusHistory* class:Coding! classHistory:Encounter.classHistory* type:CodeableConcept* serviceType:CodeableConcept priority:CodeableConcept subject:Reference episodeOfCare:Reference* basedOn:Reference* participant:Encounter.participant* appointment:Reference* period:Period length:Duration reasonCode:CodeableConcept* reasonReference:Reference* diagnosis:Encounter.diagnosis* account:Reference* hospitalization:Encounter.hospitalization location:Encounter.location* serviceProvider:Reference partOf:Reference',
  'Encounter.statusHistory': 'status:code! period:Period!',
  'Encounter.classHistory': 'class:Coding! period:Period!',
  'Encounter.participant': 'type:CodeableConcept* period:Period individual:Reference',
  'Encounter.diagnosis': 'condition:Reference! use:CodeableConcept rank:positiveInt',
  'Encounter.hospitalization':
    'preAdmissionIdentifier:Identifier origin:Reference admitSource:CodeableConcept reAdmission:CodeableConcept dietPreference:CodeableConcept* specialCourtesy:CodeableConcept* specialArrangement:CodeableConcept* destination:Reference dischargeDisposition:CodeableConcept',
  'Encounter.location':
    'location:Reference! status:code physicalType:CodeableConcept period:Period',
  Appointment:
    'identifier:Identifier* status:code! cancelationReason:CodeableConcept serviceCategory:CodeableConcept* serviceType:CodeableConcept* specialty:CodeableConcept* appointmentType:CodeableConcept reasonCode:CodeableConcept* reasonReference:Reference* priority:unsignedInt description:string supportingInformation:Reference* start:instant end:instant minutesDuration:positiveInt slot:Reference* created:dateTime comment:string patientInstruction:string basedOn:Reference* participant:Appointment.participant+ requestedPeriod:Period*',
  'Appointment.participant':
    'type:CodeableConcept* actor:Reference required:code status:code! period:Period',
  DocumentReference:
    'masterIdentifier:Identifier identifier:Identifier* status:code! docStatus:code type:CodeableConcept category:CodeableConcept* subject:Reference date:instant author:Reference* authenticator:Reference custodian:Reference relatesTo:DocumentReference.relatesTo* description:string securityLabel:CodeableConcept* content:DocumentReference.content+ context:DocumentReference.context',
  'DocumentReference.relatesTo': 'code:code! target:Reference!',
  'DocumentReference.content': 'attachment:Attachment! format:Coding',
  'DocumentReference.context':
    'encounter:Reference* event:CodeableConcept* period:Period facilityType:CodeableConcept practiceSetting:CodeableConcept sourcePatientInfo:Reference related:Reference*',
  Immunization:
    'identifier:Identifier* status:code! statusReason:CodeableConcept vaccineCode:CodeableConcept! patient:Reference! encounter:Reference occurrence[x]:dateTime|string! recorded:dateTime primarySource:boolean reportOrigin:CodeableConcept location:Reference manufacturer:Reference lotNumber:string expirationDate:date site:CodeableConcept route:CodeableConcept doseQuantity:Quantity performer:Immunization.performer* note:Annotation* reasonCode:CodeableConcept* reasonReference:Reference* isSubpotent:boolean subpotentReason:CodeableConcept* education:Immunization.education* programEligibility:CodeableConcept* fundingSource:CodeableConcept reaction:Immunization.reaction* protocolApplied:Immunization.protocolApplied*',
  'Immunization.performer': 'function:CodeableConcept actor:Reference!',
  'Immunization.education':
    'documentType:string reference:uri publicationDate:dateTime presentationDate:dateTime',
  'Immunization.reaction': 'date:dateTime detail:Reference reported:boolean',
  'Immunization.protocolApplied':
    'series:string authority:Reference targetDisease:CodeableConcept* doseNumber[x]:positiveInt|string! seriesDoses[x]:positiveInt|string',
  Observation:
    'identifier:Identifier* basedOn:Reference* partOf:Reference* status:code! category:CodeableConcept* code:CodeableConcept! subject:Reference focus:Reference* encounter:Reference effective[x]:dateTime|Period|Timing|instant issued:instant performer:Reference* value[x]:Quantity|CodeableConcept|string|boolean|integer|Range|Ratio|SampledData|time|dateTime|Period dataAbsentReason:CodeableConcept interpretation:CodeableConcept* note:Annotation* bodySite:CodeableConcept method:CodeableConcept specimen:Reference device:Reference referenceRange:Observation.referenceRange* hasMember:Reference* derivedFrom:Reference* component:Observation.component*',
  'Observation.referenceRange':
    'low:Quantity high:Quantity type:CodeableConcept appliesTo:CodeableConcept* age:Range text:string',
  'Observation.component':
    'code:CodeableConcept! value[x]:Quantity|CodeableConcept|string|boolean|integer|Range|Ratio|SampledData|time|dateTime|Period dataAbsentReason:CodeableConcept interpretation:CodeableConcept* referenceRange:Observation.referenceRange*',
  DiagnosticReport:
    'identifier:Identifier* basedOn:Reference* status:code! category:CodeableConcept* code:CodeableConcept! subject:Reference encounter:Reference effective[x]:dateTime|Period issued:instant performer:Reference* resultsInterpreter:Reference* specimen:Reference* result:Reference* imagingStudy:Reference* media:DiagnosticReport.media* conclusion:string conclusionCode:CodeableConcept* presentedForm:Attachment*',
  'DiagnosticReport.media': 'comment:string link:Reference!',
  ImagingStudy:
    'identifier:Identifier* status:code! modality:Coding* subject:Reference! encounter:Reference started:dateTime basedOn:Reference* referrer:Reference interpreter:Reference* endpoint:Reference* numberOfSeries:unsignedInt numberOfInstances:unsignedInt procedureReference:Reference procedureCode:CodeableConcept* location:Reference reasonCode:CodeableConcept* reasonReference:Reference* note:Annotation* description:string series:ImagingStudy.series*',
  'ImagingStudy.series':
    'uid:id! number:unsignedInt modality:Coding! description:string numberOfInstances:unsignedInt endpoint:Reference* bodySite:Coding laterality:Coding specimen:Reference* started:dateTime performer:ImagingStudy.series.performer* instance:ImagingStudy.series.instance*',
  'ImagingStudy.series.performer': 'function:CodeableConcept actor:Reference!',
  'ImagingStudy.series.instance': 'uid:id! sopClass:Coding! number:unsignedInt title:string',
  ServiceRequest:
    'identifier:Identifier* instantiatesCanonical:canonical* instantiatesUri:uri* basedOn:Reference* replaces:Reference* requisition:Identifier status:code! intent:code! category:CodeableConcept* priority:code doNotPerform:boolean code:CodeableConcept orderDetail:CodeableConcept* quantity[x]:Quantity|Ratio|Range subject:Reference! encounter:Reference occurrence[x]:dateTime|Period|Timing asNeeded[x]:boolean|CodeableConcept authoredOn:dateTime requester:Reference performerType:CodeableConcept performer:Reference* locationCode:CodeableConcept* locationReference:Reference* reasonCode:CodeableConcept* reasonReference:Reference* insurance:Reference* supportingInfo:Reference* specimen:Reference* bodySite:CodeableConcept* note:Annotation* patientInstruction:string relevantHistory:Reference*',
  Provenance:
    'target:Reference+ occurred[x]:Period|dateTime recorded:instant! policy:uri* location:Reference reason:CodeableConcept* activity:CodeableConcept agent:Provenance.agent+ entity:Provenance.entity* signature:Signature*',
  'Provenance.agent':
    'type:CodeableConcept role:CodeableConcept* who:Reference! onBehalfOf:Reference',
  'Provenance.entity': 'role:code! what:Reference! agent:Provenance.agent*',
  Medication:
    'identifier:Identifier* code:CodeableConcept status:code manufacturer:Reference form:CodeableConcept amount:Ratio ingredient:Medication.ingredient* batch:Medication.batch',
  'Medication.ingredient': 'item[x]:CodeableConcept|Reference! isActive:boolean strength:Ratio',
  'Medication.batch': 'lotNumber:string expirationDate:dateTime',
};

/** The data types, written as the resources are. */
export const R4_DATA_TYPES: Readonly<Record<string, string>> = {
  Meta: 'versionId:id lastUpdated:instant source:uri profile:canonical* security:Coding* tag:Coding*',
  Narrative: 'status:code! div:xhtml!',
  Extension:
    'url:uri! value[x]:base64Binary|boolean|canonical|code|date|dateTime|decimal|id|instant|integer|markdown|oid|positiveInt|string|time|unsignedInt|uri|url|uuid|Address|Age|Annotation|Attachment|CodeableConcept|Coding|ContactPoint|Count|Distance|Duration|HumanName|Identifier|Money|Period|Quantity|Range|Ratio|Reference|SampledData|Signature|Timing|ContactDetail|Contributor|DataRequirement|Expression|ParameterDefinition|RelatedArtifact|TriggerDefinition|UsageContext|Dosage|Meta',
  Identifier:
    'use:code type:CodeableConcept system:uri value:string period:Period assigner:Reference',
  HumanName:
    'use:code text:string family:string given:string* prefix:string* suffix:string* period:Period',
  ContactPoint: 'system:code value:string use:code rank:positiveInt period:Period',
  Address:
    'use:code type:code text:string line:string* city:string district:string state:string postalCode:string country:string period:Period',
  CodeableConcept: 'coding:Coding* text:string',
  Attachment:
    'contentType:code language:code data:base64Binary url:url size:unsignedInt hash:base64Binary title:string creation:dateTime',
  Reference: 'reference:string type:uri identifier:Identifier display:string',
  Period: 'start:dateTime end:dateTime',
  Coding: 'system:uri version:string code:code display:string userSelected:boolean',
  Age: 'value:decimal comparator:code unit:string system:uri code:code',
  Range: 'low:Quantity high:Quantity',
  Annotation: 'author[x]:Reference|string time:dateTime text:markdown!',
  Dosage:
    'sequence:integer text:string additionalInstruction:CodeableConcept* patientInstruction:string timing:Timing asNeeded[x]:boolean|CodeableConcept site:CodeableConcept route:CodeableConcept method:CodeableConcept doseAndRate:Dosage.doseAndRate* maxDosePerPeriod:Ratio maxDosePerAdministration:Quantity maxDosePerLifetime:Quantity',
  'Dosage.doseAndRate': 'type:CodeableConcept dose[x]:Range|Quantity rate[x]:Ratio|Range|Quantity',
  Quantity: 'value:decimal comparator:code unit:string system:uri code:code',
  Duration: 'value:decimal comparator:code unit:string system:uri code:code',
  Timing: 'event:dateTime* repeat:Timing.repeat code:CodeableConcept',
  'Timing.repeat':
    'bounds[x]:Duration|Range|Period count:positiveInt countMax:positiveInt duration:decimal durationMax:decimal durationUnit:code frequency:positiveInt frequencyMax:positiveInt period:decimal periodMax:decimal periodUnit:code dayOfWeek:code* timeOfDay:time* when:code* offset:unsignedInt',
  Ratio: 'numerator:Quantity denominator:Quantity',
  SampledData:
    'origin:Quantity! period:decimal! factor:decimal lowerLimit:decimal upperLimit:decimal dimensions:positiveInt! data:string',
  Signature:
    'type:Coding+ when:instant! who:Reference! onBehalfOf:Reference targetFormat:code sigFormat:code data:base64Binary',
  Count: 'value:decimal comparator:code unit:string system:uri code:code',
  Distance: 'value:decimal comparator:code unit:string system:uri code:code',
  Money: 'value:decimal currency:code',
  ContactDetail: 'name:string telecom:ContactPoint*',
  Contributor: 'type:code! name:string! contact:ContactDetail*',
  DataRequirement:
    'type:code! profile:canonical* subject[x]:CodeableConcept|Reference mustSupport:string* codeFilter:DataRequirement.codeFilter* dateFilter:DataRequirement.dateFilter* limit:positiveInt sort:DataRequirement.sort*',
  'DataRequirement.codeFilter': 'path:string searchParam:string valueSet:canonical code:Coding*',
  'DataRequirement.dateFilter': 'path:string searchParam:string value[x]:dateTime|Period|Duration',
  'DataRequirement.sort': 'path:string! direction:code!',
  Expression: 'description:string name:id language:code! expression:string reference:uri',
  ParameterDefinition:
    'name:code use:code! min:integer max:string documentation:string type:code! profile:canonical',
  RelatedArtifact:
    'type:code! label:string display:string citation:markdown url:url document:Attachment resource:canonical',
  TriggerDefinition:
    'type:code! name:string timing[x]:Timing|Reference|date|dateTime data:DataRequirement* condition:Expression',
  UsageContext: 'code:Coding! value[x]:CodeableConcept|Quantity|Range|Reference!',
};
