/**
 * Role-based access at home: what each profession may see of the sharable categories, and what it may see only
 * after a step-up. Categories follow eHealth's role-based access control as far as it is published; professions
 * whose lists are not published get the narrowest published one.
 */
import type { SharableScope } from '@causeway/schema';

/** What a profession may see of a scope. */
export type RoleAccess = 'GENERAL' | 'RESTRICTED' | 'NONE';

const STEP_UP: ReadonlySet<SharableScope> = new Set([
  'BIRTH',
  'RAD_REPORT',
  'RAD_IMAGE',
  'OTHER_INVESTIGATION',
]);

/** Professions that see every category as general. */
const FULL: ReadonlySet<string> = new Set(['DOCTOR', 'DENTIST', 'NURSE', 'MIDWIFE']);

/** Professions that see some categories after a step-up only. */
const STEPPED: ReadonlySet<string> = new Set([
  'PHARMACIST',
  'MEDICAL_LABORATORY_TECHNOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'OPTOMETRIST',
  'PHYSIOTHERAPIST',
  'RADIOGRAPHER',
]);

const CHINESE_MEDICINE = 'CHINESE_MEDICINE_PRACTITIONER';

/** What the profession may see of the scope; an unknown profession sees nothing. */
export function roleAccess(profession: string, scope: SharableScope): RoleAccess {
  if (scope === 'CHINESE_MED') return profession === CHINESE_MEDICINE ? 'GENERAL' : 'NONE';
  if (scope === 'MED_CERT') return FULL.has(profession) ? 'GENERAL' : 'NONE';
  if (FULL.has(profession)) return 'GENERAL';
  if (STEPPED.has(profession) || profession === CHINESE_MEDICINE)
    return STEP_UP.has(scope) ? 'RESTRICTED' : 'GENERAL';
  return 'NONE';
}
