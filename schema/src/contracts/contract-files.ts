import { accessGraphOf } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import { contractOf } from './contract.js';

/** A file of `schema/contracts`. */
export interface ContractFile {
  /** `patient.graphql` */
  readonly name: string;
  readonly text: string;
}

/** The contract of each audience, and what each could ever hold, as they are committed. */
export function contractFiles(supergraphSdl: string): readonly ContractFile[] {
  const graph = accessGraphOf(supergraphSdl);
  const contracts = AUDIENCES.map((audience) => ({
    name: `${audience.name}.graphql`,
    text: `# What ${audience.title}\n# could ever get. Made by \`npm run schema:compose\`.\n\n${contractOf(graph, audience) ?? ''}`,
  }));
  return [
    ...contracts,
    { name: 'audiences.json', text: `${JSON.stringify(AUDIENCES, null, 2)}\n` },
  ];
}
