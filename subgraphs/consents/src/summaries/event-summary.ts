import type { Language } from '@causeway/schema';
import type { AuditEventRow } from '../tables.js';
import { groundOf } from './ground.js';
import { moment, named, phrase, scopeList } from './phrase.js';
import type { NamesOf } from './phrase.js';
import { whatHappened } from './what-happened.js';
import { ASKED, FRAMES, GROUNDS, OFFICES, RESULTS, WHO } from './words.js';
import type { Result } from './words.js';

/**
 * An event of the trail in plain words: who, what, when, what came of it, and why it was possible. Professionals are
 * named by their organisation alone, and why something was refused is not told.
 */
export function eventSummary(event: AuditEventRow, namesOf: NamesOf, language: Language): string {
  const when = moment(event.recordedAt, language);
  const who = whoOf(event, namesOf, language);
  const ground = groundOf(event);
  const gap = phrase(FRAMES.gap, language);
  const why = ground === null ? '' : `${gap}${phrase(GROUNDS[ground], language)}`;
  if (event.change !== null) {
    const what = whatHappened(event.change, event, language);
    const by = event.caller.kind === 'layer' ? '' : phrase(FRAMES.by, language, { who });
    return phrase(FRAMES.change, language, { when, what, by, why });
  }
  const asked = phrase(ASKED[event.action], language);
  const scopes = scopeList(event.scopes, language);
  const result = phrase(RESULTS[resultOf(event)], language, { scopes });
  return phrase(FRAMES.request, language, { when, who, asked, result, why });
}

/** The ids of the organisations and systems that a summary names. */
export function namedIn({ caller }: Pick<AuditEventRow, 'caller'>): string[] {
  switch (caller.kind) {
    case 'professional':
      return [caller.organization];
    case 'system':
      return [caller.organization, caller.system];
    case 'person':
    case 'office':
    case 'layer':
      return [];
  }
}

function whoOf(event: AuditEventRow, namesOf: NamesOf, language: Language): string {
  const who = callerOf(event, namesOf, language);
  return event.abroad ? phrase(FRAMES.abroad, language, { who }) : who;
}

function callerOf(
  { caller, patient }: AuditEventRow,
  namesOf: NamesOf,
  language: Language,
): string {
  switch (caller.kind) {
    case 'person':
      return phrase(caller.person === patient ? WHO.own : WHO.acting, language);
    case 'professional': {
      const organization = named(namesOf(caller.organization), language);
      return phrase(WHO.professional, language, { organization });
    }
    case 'system': {
      const organization = named(namesOf(caller.organization), language);
      const system = named(namesOf(caller.system), language);
      return phrase(WHO.system, language, { organization, system });
    }
    case 'office':
      return phrase(OFFICES[caller.office], language);
    case 'layer':
      return phrase(WHO.layer, language);
  }
}

function resultOf({ outcome, release, scopes }: AuditEventRow): Result {
  if (outcome === 'DENY') return 'REFUSED';
  if (release !== 'RELEASED') return release;
  return scopes.length > 0 ? 'GIVEN' : 'PERMITTED';
}
