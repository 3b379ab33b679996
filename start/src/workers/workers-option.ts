import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';

/** The most processes that a gateway is spread over. */
const MOST = 64;

/** How many gateways are to answer, as the command line says; undefined for one alone. */
export function workersAsked(name: string, description: string): number | undefined {
  return new Command(name)
    .description(description)
    .option(
      '--workers <number>',
      `how many processes answer as the gateway, such as ${availableParallelism()}, one for each core`,
      readWorkers,
    )
    .parse()
    .opts<{ workers?: number }>().workers;
}

function readWorkers(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST}.`);
}
