import type { Code } from '@causeway/schema';
import type { Draw } from '../draw.js';
import { recordTypes } from '../graph/model.js';
import type { FieldModel, GraphModel, TypeModel } from '../graph/model.js';
import { randomDate } from './dates.js';
import { ORGANIZATIONS, PATIENTS } from './world.js';
import type { RecordData, World } from './world.js';

type RecordModel = Extract<TypeModel, { kind: 'record' }>;

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const SENSITIVITY = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** Codes that provisions name, and others. */
export const CODES: readonly Code[] = [
  { system: 'http://loinc.org', code: '1' },
  { system: 'http://loinc.org', code: '2' },
  { system: null, code: '1' },
  { system: 'http://snomed.info/sct', code: '1' },
];

/** Labels that records carry and provisions name. */
export const SECURITY_LABELS: readonly Code[] = [
  ...['N', 'R', 'V'].map((code) => ({ system: CONFIDENTIALITY, code })),
  { system: SENSITIVITY, code: 'HIV' },
  { system: SENSITIVITY, code: 'PSY' },
];

/** A random world for a graph, whose dates lie about an instant. */
export function randomWorld(draw: Draw, graph: GraphModel, now: number): World {
  const types = [...graph.types.values()].filter((type) => type.kind === 'record');
  const records = types
    .filter(({ name }) => name !== 'Patient')
    .flatMap((type) =>
      PATIENTS.flatMap((patient) =>
        draw.times(draw.one([0, 1, 2, 3, 4]), (position) =>
          randomRecord(draw, type, {
            patient,
            now,
            id: `${type.name}-${patient}-${String(position)}`,
          }),
        ),
      ),
    );
  const bare = [...PATIENTS.map(patientRecord), ...records];
  // A record of another patient's is linked to seldom, and by mistake.
  const crosses = draw.chance(0.15);
  return {
    records: bare.map((record) => ({
      ...record,
      links: randomLinks(draw, graph, record, crosses ? bare : ofSame(bare, record)),
    })),
    mine: draw.some(PATIENTS, 0.7),
  };
}

function ofSame(records: readonly RecordData[], { patient }: RecordData): readonly RecordData[] {
  return records.filter((other) => other.patient === patient);
}

function patientRecord(id: string): RecordData {
  return {
    ...{ id, type: 'Patient', patient: id, category: null, date: null, security: [] },
    ...{ author: null, code: [], party: null, links: new Map(), stamp: 0 },
  };
}

/** A record of a type; linked to nothing yet. */
export function randomRecord(
  draw: Draw,
  { name, facets, categories }: RecordModel,
  { patient, now, id }: { readonly patient: string; readonly now: number; readonly id: string },
): RecordData {
  return {
    id,
    type: name,
    patient,
    category: facets.includes('category')
      ? draw.chance(0.97)
        ? draw.one(categories)
        : null
      : null,
    date: randomDate(draw, now),
    security: randomSecurity(draw),
    author: draw.chance(0.9) ? draw.one(ORGANIZATIONS) : null,
    code: draw.some(CODES, 0.3),
    party: draw.chance(0.9) ? draw.one(ORGANIZATIONS) : null,
    links: new Map(),
    stamp: 0,
  };
}

/** Mostly normal; at times restricted, very restricted, both, of an unknown level, or of none. */
function randomSecurity(draw: Draw): readonly Code[] {
  const level = (code: string): Code => ({ system: CONFIDENTIALITY, code });
  const levels = draw.weighed<readonly Code[]>([
    [12, () => [level('N')]],
    [3, () => [level('R')]],
    [1, () => [level('V')]],
    [1, () => [level('N'), level('R')]],
    [1, () => [level(draw.one(['U', 'L', 'M', 'X']))]],
    [1, () => []],
    [0.5, () => [{ system: null, code: 'N' }]],
  ]);
  return draw.chance(0.15)
    ? [...levels, { system: SENSITIVITY, code: draw.one(['HIV', 'PSY']) }]
    : levels;
}

function randomLinks(
  draw: Draw,
  graph: GraphModel,
  { type }: RecordData,
  others: readonly RecordData[],
): RecordData['links'] {
  const links = new Map<string, readonly string[]>();
  const link = (key: string, named: string, isList: boolean): void => {
    const names = recordTypes(graph, named).map(({ name }) => name);
    const possible = others.filter((one) => names.includes(one.type));
    if (possible.length === 0) return;
    const ids = draw.times(
      isList ? draw.below(4) : draw.below(6) > 0 ? 1 : 0,
      () => draw.one(possible).id,
    );
    links.set(key, ids);
  };
  for (const { name, source, named } of graph.types.get(type)?.fields ?? []) {
    if (source.kind === 'link') link(name, named, source.isList);
    if (source.kind === 'value') link(`${name}.about`, aboutType(graph), false);
  }
  return links;
}

function aboutType(graph: GraphModel): string {
  const isAbout = ({ name }: FieldModel): boolean => name === 'about';
  return graph.types.get('Detail')?.fields.find(isAbout)?.named ?? '';
}
