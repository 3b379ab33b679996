/** `npm run --silent ask -- NAME OPERATION`: asks the running graph as a persona, and prints the answer. */
import './require-node-24.js';
import { Command } from 'commander';
import { textOf, variablesOf } from './asked-operation.js';
import { openDataFolder } from './data-folder.js';
import { openDevelopmentIssuer } from './dev-issuer.js';
import { StartError, runProgram } from './program.js';
import { readSettings } from './settings.js';
import { claimsFor } from './whose-token.js';

interface Options {
  readonly url: string;
  readonly variables: string;
  readonly purpose?: string;
  readonly language?: string;
}

const TOKEN_MINUTES = 5;

await runProgram(async () => {
  const settings = readSettings(process.env);
  const command = new Command('npm run --silent ask --')
    .description('Asks the running graph as a persona. `npm run personas` lists the names.')
    .argument('<name>', 'a persona, or patient:ID for any patient')
    .argument('<operation>', 'an operation, or a file with one')
    .option('--variables <json>', 'the variables of the operation', '{}')
    .option(
      '--purpose <code>',
      'the purpose of use; the first that the persona may state if absent',
    )
    .option('--language <tag>', 'the language of what is told, such as zh-Hant')
    .option('--url <address>', 'the running graph', `http://127.0.0.1:${settings.port}`)
    .parse();
  const [name = '', operation = ''] = command.args;
  const options = command.opts<Options>();
  const issuer = await openDevelopmentIssuer(openDataFolder(settings.data), settings);
  // A patient whom nobody knows is told so by the graph.
  const claims = await claimsFor(name, () => Promise.resolve(true));
  const [purpose = ''] = claims.purpose_of_use;
  const response = await send(options.url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await issuer.issue(claims, Date.now(), TOKEN_MINUTES * 60)}`,
      'purpose-of-use': options.purpose ?? purpose,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(options.language !== undefined && { 'accept-language': options.language }),
    },
    body: JSON.stringify({ query: textOf(operation), variables: variablesOf(options.variables) }),
  });
  console.log(JSON.stringify(await response.json(), null, 2));
});

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL('/graphql', url), request);
  } catch (error) {
    throw new StartError(
      `Expected a graph at ${url}, got no answer. Start it with \`npm start\`, or name another by --url`,
      { cause: error },
    );
  }
}
