/** The ids of the people and parties that personas, tests and examples speak of. They never change. */
import { idOf } from './identifiers.js';

/** Chan Tai Man 陳大文, an adult with records in every category. */
export const PATIENT_CHAN = idOf('patient/chan-tai-man');
/** Chan Tsz Kit 陳子傑, a child of 10. */
export const CHILD_CHAN = idOf('patient/chan-tsz-kit');
/** Chan Lam Mei Ling 陳林美玲, the child's mother and substitute decision maker, and a patient herself. */
export const SDM_CHAN = idOf('patient/chan-lam-mei-ling');
/** Chan Wing Yan 陳詠恩, Chan Tai Man's daughter and caregiver: may authorise a grant for him, reads nothing. */
export const CAREGIVER_CHAN = idOf('patient/chan-wing-yan');
/** An id that belongs to nobody, for tests of the answer to an unknown id. */
export const UNKNOWN_PATIENT = idOf('patient/nobody');

/** The public hospital of Dr Wong: consent is deemed. */
export const LION_ROCK_HOSPITAL = idOf('organization/lion-rock');
/** The private clinic of Dr Lee: no sharing consent of Chan Tai Man. */
export const BAUHINIA_CLINIC = idOf('organization/bauhinia-lane');
/** The community pharmacy of pharmacist Ng: an active sharing consent of Chan Tai Man. */
export const FERRY_PIER_PHARMACY = idOf('organization/ferry-pier');
/** The recognised Shenzhen hospital of Dr Li. */
export const LIANHUA_BAY_HOSPITAL = idOf('organization/lianhua-bay');
/** The recognised Guangzhou hospital of Dr Zhao: no grant. */
export const PEARL_ISLET_HOSPITAL = idOf('organization/pearl-islet');
/** The Zhuhai hospital of Dr He: its recognition is suspended. */
export const SEA_TERRACE_HOSPITAL = idOf('organization/sea-terrace');
/** The Dongguan hospital of Dr Guo: never recognised. */
export const FLAME_TREE_HOSPITAL = idOf('organization/flame-tree');

/** Dr Wong's role at the public hospital. */
export const DR_WONG = idOf('practitioner-role/dr-wong');
/** Dr Lee's role at the private clinic. */
export const DR_LEE = idOf('practitioner-role/dr-lee');
/** Pharmacist Ng's role at the pharmacy. */
export const PHARMACIST_NG = idOf('practitioner-role/pharmacist-ng');
/** Dr Li's role at the recognised Shenzhen hospital. */
export const DR_LI = idOf('practitioner-role/dr-li');
/** Dr Zhao's role at the recognised Guangzhou hospital. */
export const DR_ZHAO = idOf('practitioner-role/dr-zhao');
/** Dr He's role at the suspended hospital. */
export const DR_HE = idOf('practitioner-role/dr-he');
/** Dr Guo's role at the hospital that was never recognised. */
export const DR_GUO = idOf('practitioner-role/dr-guo');

/** Chan Tai Man's grant to Dr Li's hospital: redeemed, three years back, encounter open. */
export const GRANT_LI = idOf('grant/chan-tai-man/lianhua-bay');
/** Chan Tai Man's grant to Dr He's hospital: redeemed before the hospital was suspended. */
export const GRANT_HE = idOf('grant/chan-tai-man/sea-terrace');
