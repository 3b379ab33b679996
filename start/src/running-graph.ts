import { exampleCommand } from './example-command.js';
import type { Settings } from './settings.js';

/** A graph that answers. */
export interface RunningGraph {
  /** The gateway's address without a path. */
  readonly url: string;
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
  /** Answers what is under way, then ends all that was started. */
  close(): Promise<void>;
}

/** What to tell the person at the terminal once the graph answers. */
export function welcome(
  { url, processes }: RunningGraph,
  { data, issuer, openId, host }: Settings,
): string {
  const hasPages = issuer === undefined || openId !== undefined;
  const lines = [
    'Causeway is ready.',
    '',
    ...(host.hasExplorer ? [`  Explorer   ${url}/ and ${url}/explorer`] : []),
    ...(hasPages ? [`  Pages      ${url}/authorise and ${url}/link`] : []),
    `  Graph      ${url}/graphql`,
    `  Health     ${url}/health`,
    `  Data       ${data}`,
    ...processes.map(({ name, pid }) => `  Process    ${pid}  ${name}`),
  ];
  if (issuer !== undefined) return lines.join('\n');
  return [
    ...lines,
    '',
    'Who to try it as: npm run personas. For instance, in another terminal in this folder:',
    '',
    exampleCommand(url, data),
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}
