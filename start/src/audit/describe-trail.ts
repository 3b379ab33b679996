import type { BrokenAnchor, BrokenChain, NotedAnchor, TrailState } from '@causeway/consents';
import { StartError } from '../program.js';

/** What to tell of a verified trail. */
export function describeTrail(trail: TrailState): string {
  switch (trail.state) {
    case 'INTACT': {
      const { patients, events, newest } = trail;
      const verified = `Verified ${count(events)} events of ${count(patients)} patients: all as they were recorded.`;
      if (newest === null) return `${verified}\nNo anchor binds them yet.`;
      const noted = `${newest.sequence}:${newest.hash}`;
      return [
        verified,
        `Newest anchor: ${noted}`,
        `It binds ${count(newest.events)} of them. Keep it elsewhere, and verify against it with --anchor ${noted}`,
      ].join('\n');
    }
    case 'BROKEN_ANCHOR':
      return `Broken: ${describeAnchor(trail.anchor)}`;
    case 'BROKEN_CHAIN':
      return `Broken: patient ${trail.patient}, ${describeChain(trail.chain)}`;
  }
}

/**
 * The anchor that a text of the form `12:5f3a…` names.
 *
 * @throws StartError for another text
 */
export function notedAnchor(text: string): NotedAnchor {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined || Number(sequence) === 0) {
    throw new StartError(
      'Expected an anchor as `audit:verify` prints it, a number, a colon and 64 hexadecimal digits; got another text',
    );
  }
  return { sequence: Number(sequence), hash };
}

function describeAnchor({ anchor, problem }: BrokenAnchor): string {
  switch (problem) {
    case 'REMOVED':
      return `anchor ${anchor} was removed`;
    case 'CHANGED':
      return `anchor ${anchor} was changed`;
    case 'ENDS_CHANGED':
      return `the ends that anchor ${anchor} binds were changed`;
    case 'REWRITTEN':
      return `anchor ${anchor} is not the one that was noted: the trail was rewritten`;
  }
}

function describeChain({ problem, sequence, event, anchor }: BrokenChain): string {
  const found = event === null ? '' : ` (event ${event})`;
  const by =
    anchor === undefined
      ? ''
      : `, as anchor ${anchor} shows${problem === 'CHANGED' ? '; it may begin before that place' : ''}`;
  return `place ${sequence}: ${WORDS[problem]}${found}${by}`;
}

const WORDS: Readonly<Record<BrokenChain['problem'], string>> = {
  REMOVED: 'an event was removed',
  CHANGED: 'the event was changed',
  REORDERED: 'the event was reordered',
  ADDED: 'the event was added',
};

function count(number: number): string {
  return number.toLocaleString('en');
}
