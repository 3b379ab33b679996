import { parseHkid } from './hkid.js';
import { parseHcpNumber } from './hcp-number.js';
import { parseHomeReturnPermit } from './home-return-permit.js';
import { parseMainlandId } from './mainland-id.js';
import { parseResidencePermit } from './residence-permit.js';
import { IDENTIFIER_SYSTEMS } from './systems.js';

const NORMAL_FORMS: Readonly<Record<string, (value: string) => string | null>> = {
  [IDENTIFIER_SYSTEMS.hkid]: parseHkid,
  [IDENTIFIER_SYSTEMS.mainlandId]: parseMainlandId,
  [IDENTIFIER_SYSTEMS.residencePermit]: (value) => parseResidencePermit(value)?.number ?? null,
  [IDENTIFIER_SYSTEMS.homeReturnPermit]: (value) => parseHomeReturnPermit(value)?.number ?? null,
  [IDENTIFIER_SYSTEMS.hcpNumber]: parseHcpNumber,
};

/**
 * The text by which two identifiers of a system are the same: the normal form where the system is one of ours and
 * the value follows its rule, else the value without outer spaces. Names and dates never count in it.
 */
export function comparableIdentifier(system: string, value: string): string {
  const normalForm = Object.hasOwn(NORMAL_FORMS, system) ? NORMAL_FORMS[system] : undefined;
  return normalForm?.(value) ?? value.trim();
}
