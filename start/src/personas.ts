/** `npm run personas`: who there is to try the graph as. */
import './require-node-24.js';
import { PERSONAS } from '@causeway/seeds/personas';
import type { Persona } from '@causeway/seeds/personas';

const width = Math.max(...PERSONAS.map(({ name }) => name.length));

function describe({ name, title, description, claims }: Persona): string {
  const indent = ' '.repeat(width + 2);
  return [
    `${name.padEnd(width)}  ${title.en} (${title['zh-Hant']})`,
    `${indent}${description}`,
    `${indent}Purpose-Of-Use: ${claims.purpose_of_use.join(' or ')}`,
  ].join('\n');
}

console.log(
  [
    'Invented callers; nobody here is real.',
    ...PERSONAS.map(describe),
    'A token:                      npm run --silent token -- patient-chan',
    'For an imported patient:      npm run --silent token -- patient:ID',
  ].join('\n\n'),
);
