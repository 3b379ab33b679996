/** The callers to try the graph as: what a development token states of each, and what each can be expected to see. */
import type { Office, PurposeOfUse } from '@causeway/schema';
import * as ids from './ids.js';
import { idOf } from './identifiers.js';

/** What a development token states, beside issuer, audience and times. */
export interface PersonaClaims {
  readonly sub: string;
  readonly client_id: string;
  readonly fhirUser?: `Patient/${string}` | `PractitionerRole/${string}`;
  /** The Organization id a professional acts for. */
  readonly organization?: string;
  /** The PublicHealthRecordSystem id that acts for the professional. */
  readonly system?: string;
  readonly office?: Office;
  /** The redeemed cross-border grant the token is bound to. */
  readonly grant?: string;
  readonly purpose_of_use: readonly PurposeOfUse[];
}

/** The names of the personas. */
export const PERSONA_NAMES = [
  'patient-chan',
  'sdm-chan',
  'caregiver-chan',
  'patient-trial',
  'dr-wong',
  'dr-lee',
  'pharmacist-ng',
  'dr-li',
  'dr-zhao',
  'dr-he',
  'dr-guo',
  'phrs-gd',
  'phrs-trial',
  'clerk-szh',
  'commissioner',
  'secretary',
  'auditor',
] as const;

/** A persona's name. */
export type PersonaName = (typeof PERSONA_NAMES)[number];

/** An invented caller. */
export interface Persona {
  readonly name: PersonaName;
  /** Who it is, in English and in Traditional Chinese. */
  readonly title: { readonly en: string; readonly 'zh-Hant': string };
  /** One sentence on what this caller can see. */
  readonly description: string;
  readonly claims: PersonaClaims;
  /** The purpose of use to declare when none is chosen. */
  readonly purpose: PurposeOfUse;
}

/** Every persona, in the order in which they are listed. */
export const PERSONAS: readonly Persona[] = [
  person('patient-chan', ids.PATIENT_CHAN, {
    title: { en: 'Chan Tai Man, patient', 'zh-Hant': '陳大文，病人' },
    description:
      'Sees all of his own record, restricted items included, his consents and grants, and who has looked.',
  }),
  person('sdm-chan', ids.SDM_CHAN, {
    title: {
      en: 'Chan Lam Mei Ling, mother of Chan Tsz Kit (10)',
      'zh-Hant': '陳林美玲，陳子傑（10 歲）之母',
    },
    description:
      'Sees her own record and, as substitute decision maker, that of her son; nothing of Chan Tai Man.',
  }),
  person('caregiver-chan', ids.CAREGIVER_CHAN, {
    title: {
      en: 'Chan Wing Yan, daughter and caregiver of Chan Tai Man',
      'zh-Hant': '陳詠恩，陳大文之女兒及照顧者',
    },
    description:
      'Asks for and authorises cross-border grants for her father; reads none of his records.',
  }),
  person('patient-trial', ids.TRIAL_PATIENT, {
    title: { en: 'Trial Of A Channel, nobody', 'zh-Hant': '試驗通道，並無此人' },
    description:
      'The invented patient with whom a channel is tried before it carries real records.',
  }),
  professional('dr-wong', ids.DR_WONG, ids.LION_ROCK_HOSPITAL, ['TREAT', 'CAREMGT', 'ETREAT'], {
    title: {
      en: 'Dr Wong, Lion Rock Hospital (public, Hong Kong)',
      'zh-Hant': '黃醫生，獅子岩醫院（香港公立）',
    },
    description:
      'Sees the normal records of Chan Tai Man under deemed consent; restricted ones need a step-up.',
  }),
  professional('dr-lee', ids.DR_LEE, ids.BAUHINIA_CLINIC, ['TREAT', 'CAREMGT', 'ETREAT'], {
    title: {
      en: 'Dr Lee, Bauhinia Lane Clinic (private, Hong Kong)',
      'zh-Hant': '李醫生，洋紫荊里診所（香港私營）',
    },
    description: 'Treats Chan Tai Man without his sharing consent, and so sees nothing of him.',
  }),
  professional(
    'pharmacist-ng',
    ids.PHARMACIST_NG,
    ids.FERRY_PIER_PHARMACY,
    ['TREAT', 'CAREMGT', 'ETREAT'],
    {
      title: {
        en: 'Pharmacist Ng, Ferry Pier Pharmacy (Hong Kong)',
        'zh-Hant': '吳藥劑師，渡輪碼頭藥房（香港）',
      },
      description:
        'Sees what a pharmacist generally may of Chan Tai Man; births and radiology reports need a step-up.',
    },
  ),
  professional('dr-li', ids.DR_LI, ids.LIANHUA_BAY_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Dr Li, Lianhua Bay Hospital (recognised, Shenzhen)',
      'zh-Hant': '李醫生，蓮花灣醫院（深圳，認可）',
    },
    description:
      'Sees allergies, medication and laboratory reports of the past three years by a redeemed grant.',
    grant: ids.GRANT_LI,
  }),
  professional('dr-zhao', ids.DR_ZHAO, ids.PEARL_ISLET_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Dr Zhao, Pearl Islet Hospital (recognised, Guangzhou)',
      'zh-Hant': '趙醫生，明珠洲醫院（廣州，認可）',
    },
    description:
      'Works at a recognised hospital but holds no grant, and so sees nothing of Chan Tai Man.',
  }),
  professional('dr-he', ids.DR_HE, ids.SEA_TERRACE_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Dr He, Sea Terrace Hospital (suspended, Zhuhai)',
      'zh-Hant': '何醫生，海台醫院（珠海，暫停認可）',
    },
    description:
      'Holds a grant, but the recognition of the hospital is suspended, and so sees nothing.',
    grant: ids.GRANT_HE,
  }),
  professional('dr-guo', ids.DR_GUO, ids.FLAME_TREE_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Dr Guo, Flame Tree Hospital (never recognised, Dongguan)',
      'zh-Hant': '郭醫生，鳳凰木醫院（東莞，未獲認可）',
    },
    description: 'Works at a hospital that was never recognised, and so sees nothing of anybody.',
  }),
  professional('phrs-gd', ids.DR_DENG, ids.LOTUS_LAGOON_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Estuary Health Record System (recognised, Guangdong), for Dr Deng of Lotus Lagoon Hospital',
      'zh-Hant': '河口健康紀錄系統（廣東，認可），代荷塘灣醫院鄧醫生',
    },
    description:
      'A public health record system, which names the practitioner and hospital it acts for; sees what the grant of Fung Tin Lok covers.',
    grant: ids.GRANT_DENG,
    system: ids.ESTUARY_RECORD,
  }),
  professional('phrs-trial', ids.DR_DENG, ids.LOTUS_LAGOON_HOSPITAL, ['HTEST'], {
    title: {
      en: 'Estuary Health Record System, trying its channel',
      'zh-Hant': '河口健康紀錄系統，試驗通道',
    },
    description:
      'The same system under the purpose of tests: sees invented patients of tests, and nobody else.',
    system: ids.ESTUARY_RECORD,
  }),
  professional('clerk-szh', ids.CLERK_SZH, ids.LIANHUA_BAY_HOSPITAL, ['TREAT'], {
    title: {
      en: 'Ms Lian, clerk at Lianhua Bay Hospital (recognised, Shenzhen)',
      'zh-Hant': '連女士，蓮花灣醫院文員（深圳，認可）',
    },
    description: 'Redeems the links that patients bring to the desk; reads no record.',
  }),
  office('commissioner', 'COMMISSIONER', {
    title: { en: 'Commissioner for the Electronic Health Record', 'zh-Hant': '電子健康紀錄專員' },
    description: 'Sees the register of recognitions and the audit trail; no clinical record.',
  }),
  office('secretary', 'SECRETARY_FOR_HEALTH', {
    title: { en: 'Secretary for Health', 'zh-Hant': '醫務衞生局局長' },
    description: 'Sees the register of recognitions; no clinical record and no audit trail.',
  }),
  office('auditor', 'AUDITOR', {
    title: { en: 'Auditor', 'zh-Hant': '審計人員' },
    description: 'Sees the audit trail; no clinical record.',
  }),
];

/** The persona of a name, or undefined. */
export function personaNamed(name: string): Persona | undefined {
  return PERSONAS.find((persona) => persona.name === name);
}

interface Words {
  readonly title: Persona['title'];
  readonly description: string;
}

function person(name: PersonaName, patient: string, words: Words): Persona {
  return {
    name,
    ...words,
    claims: {
      sub: idOf(`account/${name}`),
      client_id: 'ehealth-app',
      fhirUser: `Patient/${patient}`,
      purpose_of_use: ['PATRQT'],
    },
    purpose: 'PATRQT',
  };
}

function professional(
  name: PersonaName,
  role: string,
  organization: string,
  purposes: readonly PurposeOfUse[],
  { grant, system, ...words }: Words & { readonly grant?: string; readonly system?: string },
): Persona {
  return {
    name,
    ...words,
    claims: {
      sub: idOf(`account/${name}`),
      client_id: purposes.includes('CAREMGT') ? 'clinical-workstation' : 'cross-boundary-viewer',
      fhirUser: `PractitionerRole/${role}`,
      organization,
      ...(system === undefined ? {} : { system }),
      ...(grant === undefined ? {} : { grant }),
      purpose_of_use: purposes,
    },
    purpose: purposes[0] ?? 'TREAT',
  };
}

function office(name: PersonaName, held: Office, words: Words): Persona {
  return {
    name,
    ...words,
    claims: {
      sub: idOf(`account/${name}`),
      client_id: 'oversight-console',
      office: held,
      purpose_of_use: ['HOPERAT'],
    },
    purpose: 'HOPERAT',
  };
}
