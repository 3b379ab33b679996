/** Faults that a run has to find: each rule of access that is taken away here leads to an answer that is not due. */
import type { Fault } from '../../audits/broken/faults.js';
import { NO_CHECK } from '../../audits/broken/faults.js';

/** A fault, and what is wrong with it in. */
export interface PlantedFault extends Fault {
  readonly name: string;
}

const ENFORCEMENT = 'gateway/src/enforcement';

const fault = (name: string, file: string, text: string, by: string): PlantedFault => ({
  name,
  file,
  changes: [{ text, by }],
});

/** A gate that lets everybody pass. */
const open = (file: string, gate: string, pass: string): PlantedFault =>
  fault(
    `the gate ${gate} lets everybody pass`,
    `${ENFORCEMENT}/decide/${file}`,
    `gate: '${gate}', pass: ${pass}`,
    `gate: '${gate}', pass: () => null`,
  );

/** The faults. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  open('party-gates.ts', 'CALLER', 'passCaller'),
  open('party-gates.ts', 'PRACTITIONER_ROLE', 'passPractitionerRole'),
  open('party-gates.ts', 'ORGANIZATION', 'passOrganization'),
  open('party-gates.ts', 'PURPOSE', 'passPurpose'),
  open('decide.ts', 'JOINING', 'passJoining'),
  open('decide.ts', 'RELATION', 'passRelation'),
  open('decide.ts', 'CONSENT', 'passConsent'),
  open('decide.ts', 'CATEGORY', 'passCategory'),
  open('decide.ts', 'DATA_PERIOD', 'passDataPeriod'),
  open('decide.ts', 'PROVISION', 'passProvision'),
  open('decide.ts', 'LABEL', 'passLabel'),
  fault(
    'a denial of which nobody knows when it ends takes nothing away',
    `${ENFORCEMENT}/decide/consents.ts`,
    '(coversInstant(consent.period, now) || !isReadable(consent.period))',
    'coversInstant(consent.period, now)',
  ),
  fault(
    'what is denied is spared by any exception',
    `${ENFORCEMENT}/exclusion.ts`,
    'return !except.some((exception) => isSpared(record, exception, names));',
    'return except.length === 0;',
  ),
  fault(
    'what stays at home crosses',
    `${ENFORCEMENT}/refusal.ts`,
    'if (demand === AT_HOME) return !permit.abroad;',
    'if (demand === AT_HOME) return true;',
  ),
  { name: 'subgraphs are believed', ...NO_CHECK },
  fault(
    'arguments demand nothing',
    `${ENFORCEMENT}/annotations.ts`,
    'return given.length === 0 ? base : [...new Set([...base, ...given])];',
    'return base;',
  ),
  fault(
    'every role is held',
    'gateway/src/host/roles.ts',
    'return refusedByRole(demands, this.#held ?? new Set());',
    'return [...demands].slice(0, 0);',
  ),
  fault(
    'a condition that nobody knows binds nothing',
    'schema/src/conditions.ts',
    'if (read === undefined || !read(draft, fact.value, now)) return { unreadable: fact };',
    'if (read !== undefined && !read(draft, fact.value, now)) return { unreadable: fact };',
  ),
  fault(
    'a suspension without an end is over',
    'schema/src/recognition.ts',
    'return end !== null && end < now ?',
    'return end === null || end < now ?',
  ),
  fault(
    'an answer leaves without an event',
    'gateway/src/audit/audit-log.ts',
    'if (failure === undefined) resolve();',
    'if (failure !== null) resolve();',
  ),
];
