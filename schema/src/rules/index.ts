/**
 * The rules of labelling and of the schema, by what of the design they hold. Each is one file, named like the rule.
 * The rules `links-are-known`, `object-types-are-of-one-kind` and `root-fields-are-of-one-kind` are found broken while
 * labels are read.
 */
import { argumentsFilterWithinTheirLabels } from './arguments-filter-within-their-labels.js';
import { definitionsFollowTheSpecification } from './definitions-follow-the-specification.js';
import { derivedFieldsCarryWhatTheyRead } from './derived-fields-carry-what-they-read.js';
import { everythingIsDescribed } from './everything-is-described.js';
import { externalCopiesCarryNoLabels } from './external-copies-carry-no-labels.js';
import { interfacesAndUnionsCarryNoLabels } from './interfaces-and-unions-carry-no-labels.js';
import { keysAreNeverLabelled } from './keys-are-never-labelled.js';
import { labelledFieldsAreNullable } from './labelled-fields-are-nullable.js';
import { labelsSurviveComposition } from './labels-survive-composition.js';
import { mixedTypesNameTheirCategory } from './mixed-types-name-their-category.js';
import { names } from './names.js';
import { nothingOpenAboutPatients } from './nothing-open-about-patients.js';
import { openTypesCarryNoLabels } from './open-types-carry-no-labels.js';
import { patientIdsStandAtRoots } from './patient-ids-stand-at-roots.js';
import { recordFieldsAreLabelled } from './record-fields-are-labelled.js';
import { recordTypesAreNoInterfaceObjects } from './record-types-are-no-interface-objects.js';
import { rolesSurviveComposition } from './roles-survive-composition.js';
import { rootValuesAreLabelled } from './root-values-are-labelled.js';
import { rootsAreNotReturned } from './roots-are-not-returned.js';
import type { CompositionRule, SupergraphRule } from './rule.js';
import { scopesAreInTheCatalogue } from './scopes-are-in-the-catalogue.js';
import { subgraphsAgreeOnLabels } from './subgraphs-agree-on-labels.js';
import { subgraphsComposeEveryDirective } from './subgraphs-compose-every-directive.js';
import { subjectsArePlainSelections } from './subjects-are-plain-selections.js';
import { subjectsComeWithTheRecord } from './subjects-come-with-the-record.js';
import { subscriptionsAskQueries } from './subscriptions-ask-queries.js';
import { unnamedEntrancesHoldOnlyKeys } from './unnamed-entrances-hold-only-keys.js';
import { valueTypesCarryNoLabels } from './value-types-carry-no-labels.js';

/** Rules without which the labels of a supergraph cannot be relied on. */
export const LABEL_RULES: Readonly<Record<string, SupergraphRule>> = {
  // A record type's fields have labels, and a refusal can be told.
  'record-fields-are-labelled': recordFieldsAreLabelled,
  'scopes-are-in-the-catalogue': scopesAreInTheCatalogue,
  'root-values-are-labelled': rootValuesAreLabelled,
  'labelled-fields-are-nullable': labelledFieldsAreNullable,
  'mixed-types-name-their-category': mixedTypesNameTheirCategory,
  'subjects-are-plain-selections': subjectsArePlainSelections,
  'subjects-come-with-the-record': subjectsComeWithTheRecord,
  // Labels stand only where a patient is known to whom they belong.
  'keys-are-never-labelled': keysAreNeverLabelled,
  'open-types-carry-no-labels': openTypesCarryNoLabels,
  'value-types-carry-no-labels': valueTypesCarryNoLabels,
  'interfaces-and-unions-carry-no-labels': interfacesAndUnionsCarryNoLabels,
  'record-types-are-no-interface-objects': recordTypesAreNoInterfaceObjects,
  'nothing-open-about-patients': nothingOpenAboutPatients,
  // What derives from other values carries their labels.
  'derived-fields-carry-what-they-read': derivedFieldsCarryWhatTheyRead,
  'arguments-filter-within-their-labels': argumentsFilterWithinTheirLabels,
  // Every way into the graph says whose data it leads to.
  'patient-ids-stand-at-roots': patientIdsStandAtRoots,
  'unnamed-entrances-hold-only-keys': unnamedEntrancesHoldOnlyKeys,
  'roots-are-not-returned': rootsAreNotReturned,
  'subscriptions-ask-queries': subscriptionsAskQueries,
};

/** Rules of form, which no access depends on, save that no field can pose as a response key of the gateway. */
export const FORM_RULES: Readonly<Record<string, SupergraphRule>> = {
  'everything-is-described': everythingIsDescribed,
  names,
};

/** Rules about what composition made of the subgraphs. */
export const COMPOSITION_RULES: Readonly<Record<string, CompositionRule>> = {
  'subgraphs-compose-every-directive': subgraphsComposeEveryDirective,
  'definitions-follow-the-specification': definitionsFollowTheSpecification,
  'subgraphs-agree-on-labels': subgraphsAgreeOnLabels,
  'external-copies-carry-no-labels': externalCopiesCarryNoLabels,
  'labels-survive-composition': labelsSurviveComposition,
  'roles-survive-composition': rolesSurviveComposition,
};
