/**
 * The value sets of sensitive codes: maintained data, one entry per topic and covered system. ICD-10 and ATC entries
 * are prefixes, `X85-Y09` a range of ICD-10 categories; all others are whole codes. A code missing here is not taken
 * for harmless by that alone: the words of `sensitive-words.ts` are looked at too.
 */
import type { Code } from '@causeway/schema';
import { coveredSystemOf } from './well-formed.js';
import type { CoveredSystem } from './well-formed.js';

/** What makes a record sensitive. */
export type SensitiveTopic =
  | 'HIV'
  | 'MENTAL_HEALTH'
  | 'SUBSTANCE_USE'
  | 'SEXUAL_AND_REPRODUCTIVE_HEALTH'
  | 'DOMESTIC_VIOLENCE';

const VALUE_SETS: Readonly<
  Record<SensitiveTopic, Readonly<Partial<Record<CoveredSystem, string>>>>
> = {
  HIV: {
    SNOMED: '86406008 62479008 165816005 91947003 31676001 171121004',
    LOINC:
      '55277-8 56888-1 31201-7 7917-8 29893-5 20447-9 25836-8 21007-0 24467-3 68961-2 80203-3 48345-3 5220-9 5221-7 30361-0 49580-4',
    ICD10: 'B20-B24 Z21 R75 F02.4 Z11.4 O98.7',
    RXNORM: '11413 68244 190521 276237 195085 53654 85762 195088 343047 719872 1433868',
    ATC: 'J05AE J05AF J05AG J05AJ J05AR',
    CVX: '61',
  },
  MENTAL_HEALTH: {
    SNOMED:
      '74732009 35489007 370143000 36923009 48694002 197480006 21897009 80583007 231504006 13746004 58214004 69322001 47505003 191736004 406506008 192127007 35919005 408856003 72366004 56882008 78004001 33449004 6471006 82313006 248062006 171207006 454711000124102 715252007 710841007',
    LOINC:
      '44249-1 44250-9 44251-7 44252-5 44253-3 44254-1 44255-8 44258-2 44259-0 44260-8 44261-6 55757-9 55758-7 69722-7 69737-5 70274-6 89204-2 89206-7 94023-9 73831-0 73832-8 34788-0',
    ICD10: 'F04-F09 F20-F69 F80-F99 X60-X84 Z91.5 R45.8 T14.91',
    RXNORM:
      '36437 4493 2556 321988 32937 39786 72625 42347 15996 10737 704 6448 35636 61381 51272 89013 2626 5093 6901 200371 1091392',
    ATC: 'N05A N06A N06BA',
  },
  SUBSTANCE_USE: {
    SNOMED:
      '66214007 191816009 7200002 15167005 66590003 5602001 75544000 37344009 78267003 361055000 55680006 24165007 10939881000119105 428211000124100 713106006 763302001 226034001 266707007 56876005',
    LOINC:
      '11331-6 74013-4 72109-2 75626-2 68518-0 68519-8 68520-6 82666-9 82667-7 96841-2 96843-8 5640-8 3397-7 3426-4 19295-5 19343-3',
    ICD10: 'F10-F16 F18-F19 G31.2 K70 R78.0 T40 X42 Y90-Y91 Z71.4 Z71.5 Z72.1 Z72.2',
    RXNORM: '7243 7242 1819 6813 3554 82819',
    ATC: 'N07BB N07BC V03AB15',
  },
  SEXUAL_AND_REPRODUCTIVE_HEALTH: {
    SNOMED:
      '714812005 386394001 10383002 57797005 17369002 19169002 156073000 5880005 8098009 15628003 76272004 105629000 33839006 266113007 56335008 165829005 269828009 310861008 169553002 301807007 65200003 46706006 68254000 755621000000101 267020005 287664005 22523008 8619003 860914002 93461009 83074005',
    LOINC:
      '76690-7 76691-5 11612-9 11614-5 24111-7 21613-5 43304-5 43305-2 36902-5 20507-0 22461-8 11084-1 5292-8',
    ICD10:
      'A50-A64 F52 F64-F66 N46 N52 N97 O02-O08 Z11.3 Z20.2 Z22.4 Z30-Z31 Z33.2 Z64.0 Z70 Z72.5 Z97.5',
    RXNORM:
      '389221 807283 1605257 748856 1367439 978950 1000126 1000156 1534809 6691 14584 6373 136411 358263',
    ATC: 'G02B G03A G03XB G04BE',
  },
  DOMESTIC_VIOLENCE: {
    SNOMED: '706893006 866148006 397940009 248110007 95922009 424393004',
    LOINC: '28245-9 76499-3 76500-8 76501-6 76502-4 76503-2 76504-0',
    ICD10: 'O9A.3 O9A.4 O9A.5 T74 T76 X85-Y09 Z04.4 Z04.5 Z04.7 Z61.4 Z61.5 Z61.6 Z69 Z91.41',
  },
};

/** Every topic of the value sets. */
export const SENSITIVE_TOPICS = Object.keys(VALUE_SETS) as readonly SensitiveTopic[];

const entriesOf = (topic: SensitiveTopic, system: CoveredSystem): readonly string[] =>
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
  const covered = coveredSystemOf(system);
  if (covered === null || code === null) return [];
  if (covered === 'ICD10') {
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

/** Whether an ICD-10 code is of a category in a range, or begins with a prefix; the dot does not count. */
function isWithin(code: string, entry: string): boolean {
  const [first = '', last] = entry.split('-');
  if (last === undefined) return code.replace('.', '').startsWith(first.replace('.', ''));
  const category = code.slice(0, 3);
  return category >= first && category <= last;
}

/** The whole codes of every set, for the test that all of them are well-formed. */
export function sensitiveCodes(system: CoveredSystem): readonly string[] {
  return SENSITIVE_TOPICS.flatMap((topic) => entriesOf(topic, system));
}
