import type { Language } from '@causeway/schema';
import { viewsOf } from '../audit/notice-group.js';
import type { AccessNotificationRow } from '../tables.js';
import { moment, named, phrase, scopeList } from './phrase.js';
import type { NamesOf } from './phrase.js';
import { whatHappened } from './what-happened.js';
import { FRAMES } from './words.js';

/** A notice in plain words: what happened, when, and which organisation it concerns. */
export function noticeSummary(
  notice: AccessNotificationRow,
  namesOf: NamesOf,
  language: Language,
): string {
  const { kind, organization, recordedAt, scopes } = notice;
  const when = moment(recordedAt, language);
  const concerning =
    organization === null
      ? ''
      : phrase(FRAMES.concerning, language, {
          organization: named(namesOf(organization), language),
        });
  const what =
    kind === 'ACCESS'
      ? accessOf(notice, when, language)
      : phrase(FRAMES.change, language, {
          when,
          what: whatHappened(kind, { scopes }, language),
          by: '',
          why: '',
        });
  return `${what}${concerning}`;
}

function accessOf(notice: AccessNotificationRow, when: string, language: Language): string {
  const count = viewsOf(notice).length;
  const views = count > 1 ? phrase(FRAMES.views, language, { count: String(count) }) : '';
  const scopes = scopeList(notice.scopes, language);
  return phrase(FRAMES.access, language, { when, scopes, views });
}
