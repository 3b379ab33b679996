import type { Step } from './run-import.js';

/** A place that progress is written to: a terminal's standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): void;
}

const WORDS = {
  resume: 'Completing an import that was interrupted',
  decide: 'Resolving references, classifying',
  providers: 'Writing providers',
  consents: 'Writing patients',
  records: 'Writing patients',
  patients: 'Writing patients',
  report: 'Counting',
} as const;

/** Shows the steps of an import: on a terminal in one line that changes, elsewhere every tenth of the way. */
export function showProgress(stream: ProgressStream): (step: Step) => void {
  let shown = '';
  return (step) => {
    const text = textOf(step, stream.isTTY === true);
    if (text === shown) return;
    shown = text;
    stream.write(stream.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  };
}

function textOf(step: Step, isExact: boolean): string {
  if (step.name === 'read') return `Reading files: ${share(step.done, step.of, isExact)}`;
  if (!('of' in step)) return WORDS[step.name];
  return step.name === 'providers'
    ? WORDS.providers
    : `${WORDS[step.name]}: ${share(step.done + 1, step.of, isExact)}`;
}

function share(done: number, of: number, isExact: boolean): string {
  return isExact ? `${done} of ${of}` : `${Math.floor((done * 10) / of) * 10} %`;
}
