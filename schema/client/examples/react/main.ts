/** `npm run example:react`: serves the record viewer for the graph that `npm start` serves. */
import { servePage } from './serve-page.js';

const graph = process.env['CAUSEWAY_GRAPH'] ?? 'http://localhost:4000';
const { url } = await servePage({ port: Number(process.env['PORT'] ?? 4100), graph: () => graph });
process.stdout.write(`The record viewer is at ${url}, for the graph at ${graph}\n`);
