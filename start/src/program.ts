import { DatabaseError } from '@causeway/kit';

/** A failure whose message is all that the person at the terminal needs. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

/** Runs a program; what stops it is said in words where it is known, with its stack where it is not. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** What to say of an error that stops a program. */
export function explain(error: unknown): unknown {
  if (error instanceof StartError || error instanceof DatabaseError) return error.message;
  if (typeof error !== 'object' || error === null || !('port' in error)) return error;
  const port = Number(error.port);
  if (hasCode(error, 'EADDRINUSE')) {
    return `Port ${port} is in use. End what uses it, or choose another one: PORT=${port + 1} npm start`;
  }
  if (hasCode(error, 'EACCES')) {
    return `Port ${port} may not be listened on. Choose one from 1024 on: PORT=4000 npm start`;
  }
  return error;
}

/** Whether it is an error of the system with that code, such as `EEXIST`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
