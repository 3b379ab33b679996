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
/** Wu Ka Yau 胡嘉柔, who turns 16 a week after the day of the world: her father decides for her until then. */
export const MINOR_WU = idOf('patient/wu-ka-yau');
/** Her father, Wu Chi Wai 胡志偉. */
export const FATHER_WU = idOf('patient/wu-chi-wai');
/** Ma Pui Shan 馬佩珊, who turned 16 the day before: her father no longer decides for her. */
export const GROWN_MA = idOf('patient/ma-pui-shan');
/** Her father, Ma Cheung Hing 馬長興. */
export const FATHER_MA = idOf('patient/ma-cheung-hing');
/** Cheung Kwok Keung 張國強, who has withdrawn from the eHealth system. */
export const WITHDRAWN_CHEUNG = idOf('patient/cheung-kwok-keung');
/** Leung Sau Fong 梁秀芳, whose registration is suspended. */
export const SUSPENDED_LEUNG = idOf('patient/leung-sau-fong');
/** Ho Yuk Lan 何玉蘭, who has died. */
export const DECEASED_HO = idOf('patient/ho-yuk-lan');
/** Tang Chun Hei 鄧俊熙, who has not joined. */
export const NOT_JOINED_TANG = idOf('patient/tang-chun-hei');
/** Yeung Suk Yee 楊淑儀, with an active restriction. */
export const RESTRICTING_YEUNG = idOf('patient/yeung-suk-yee');
/** Tsang Wai Lun 曾偉麟, with two consents that contradict each other. */
export const CONFLICTING_TSANG = idOf('patient/tsang-wai-lun');
/** Kwok Siu Fan 郭小芬, an adult found incapable of deciding. */
export const INCAPABLE_KWOK = idOf('patient/kwok-siu-fan');
/** Kwok Man Kit 郭文傑, appointed by a court to decide for her. */
export const GUARDIAN_KWOK = idOf('patient/kwok-man-kit');
/** Lau Hoi Ching 劉海晴, with consents in every status. */
export const UNDECIDED_LAU = idOf('patient/lau-hoi-ching');
/** Nobody: the patient with whom a channel is tried, under the purpose of use HTEST. */
export const TRIAL_PATIENT = idOf('patient/trial-of-a-channel');

/** Fung Tin Lok 馮天樂, whose grant is used through a public health record system. */
export const SYSTEM_FUNG = idOf('patient/fung-tin-lok');
/** An id that belongs to nobody, for tests of the answer to an unknown id. */
export const UNKNOWN_PATIENT = idOf('patient/nobody');

/** The public hospital of Dr Wong: consent is deemed. */
export const LION_ROCK_HOSPITAL = idOf('organization/lion-rock');
/** Another public hospital, where psychiatry and infectious diseases of Chan Tai Man are looked after. */
export const HARBOUR_BEND_HOSPITAL = idOf('organization/harbour-bend');
/** The private clinic of Dr Lee: no sharing consent of Chan Tai Man. */
export const BAUHINIA_CLINIC = idOf('organization/bauhinia-lane');
/** A private medical practice, with sharing consents of several patients; none of Chan Tai Man. */
export const STAR_QUAY_CLINIC = idOf('organization/star-quay-clinic');
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
/** Dr Chung's role at the private medical practice. */
export const DR_CHUNG = idOf('practitioner-role/dr-chung');
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

/** The clerk at the desk of the recognised Shenzhen hospital. */
export const CLERK_SZH = idOf('practitioner-role/clerk-szh');

/** The recognised public health record system; Dr Deng's hospital is a member. */
export const ESTUARY_RECORD = idOf('system/estuary-record');
/** The recognised Zhongshan hospital that is a member of the system. */
export const LOTUS_LAGOON_HOSPITAL = idOf('organization/lotus-lagoon');
/** Dr Deng's role there. */
export const DR_DENG = idOf('practitioner-role/dr-deng');
/** Fung Tin Lok's grant to Dr Deng. */
export const GRANT_DENG = idOf('grant/fung-tin-lok/lotus-lagoon');

/** Chan Tai Man's grant to Dr Li's hospital: redeemed, three years back, encounter open. */
export const GRANT_LI = idOf('grant/chan-tai-man/lianhua-bay');
/** Chan Tai Man's grant to Dr He's hospital: redeemed before the hospital was suspended. */
export const GRANT_HE = idOf('grant/chan-tai-man/sea-terrace');
