/** Which sensitive topics a code belongs to, by the value sets. */
import type { Code } from '@causeway/schema';
import { VALUE_SETS } from './sensitive-value-sets.js';
import type { SensitiveTopic, ValueSetSystem } from './sensitive-value-sets.js';
import { coveredSystemOf } from './well-formed.js';
import type { CoveredSystem } from './well-formed.js';

/** Every topic of the value sets. */
export const SENSITIVE_TOPICS = Object.keys(VALUE_SETS) as readonly SensitiveTopic[];

const entriesOf = (topic: SensitiveTopic, system: ValueSetSystem): readonly string[] =>
  VALUE_SETS[topic][system]?.split(' ') ?? [];

/** Topics by system and whole code. */
const BY_CODE = new Map<string, SensitiveTopic>();
for (const topic of SENSITIVE_TOPICS) {
  for (const system of ['SNOMED', 'LOINC', 'RXNORM', 'CVX'] as const) {
    for (const code of entriesOf(topic, system)) BY_CODE.set(`${system} ${code}`, topic);
  }
}

/** The topics whose value sets a code is in. */
export function topicsOfCode({ system, code }: Code): readonly SensitiveTopic[] {
  const covered = systemOf(system);
  if (covered === null || code === null) return [];
  if (covered === 'ICD10' || covered === 'ICD9') {
    return SENSITIVE_TOPICS.filter((topic) =>
      entriesOf(topic, covered).some((entry) => isWithin(code, entry)),
    );
  }
  if (covered === 'ATC') {
    return SENSITIVE_TOPICS.filter((topic) =>
      entriesOf(topic, covered).some((prefix) => code.startsWith(prefix)),
    );
  }
  const topic = BY_CODE.get(`${covered} ${code}`);
  return topic === undefined ? [] : [topic];
}

const ICD9: ReadonlySet<string> = new Set([
  'http://hl7.org/fhir/sid/icd-9-cm',
  'urn:oid:2.16.840.1.113883.6.103',
]);

function systemOf(system: string | null): ValueSetSystem | null {
  return coveredSystemOf(system) ?? (system !== null && ICD9.has(system) ? 'ICD9' : null);
}

/** Whether a code of ICD is of a category in a range, or begins with a prefix; the dot does not count. */
function isWithin(code: string, entry: string): boolean {
  const [first = '', last] = entry.split('-');
  if (last === undefined) return code.replace('.', '').startsWith(first.replace('.', ''));
  // The categories of one range are of one length.
  const category = code.slice(0, first.length);
  return category >= first && category <= last;
}

/** The whole codes of every set, for the test that all of them are well-formed. */
export function sensitiveCodes(system: CoveredSystem): readonly string[] {
  return SENSITIVE_TOPICS.flatMap((topic) => entriesOf(topic, system));
}
