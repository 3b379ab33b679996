/** The words of a notice: who, which categories and when, in the patient's language; never what a record says. */
import { SCOPE_NAMES, isAdministrativeScope, nameIn } from '@causeway/schema';
import type { Language, NoticeTask, Scope, Texts } from '@causeway/schema';
import type { NoticeText } from './message.js';
import { NOTICE_WORDS, PLACEHOLDERS } from './words/index.js';
import type { Placeholder } from './words/index.js';

/** The words of a notice in a language. */
export function writeNotice(task: NoticeTask, language: Language): NoticeText {
  const { subject, lines } = NOTICE_WORDS[task.kind];
  const known = knownOf(task, language);
  const written = lines.flatMap((line) => fill(line[language], known) ?? []);
  return { language, subject: subject[language], text: written.join('\n') };
}

type Known = Readonly<Record<Placeholder, string | undefined>>;

function knownOf(task: NoticeTask, language: Language): Known {
  const { organization, scopes, counts, recordedAt, secret } = task;
  return {
    organisation:
      organization === null
        ? undefined
        : onOneLine(nameIn(language, organization.names) ?? UNNAMED[language]),
    categories: categoriesOf(scopes, language, counts),
    time: timeOf(recordedAt, language),
    views: viewsOf(task, language),
    code: secret ?? undefined,
  };
}

/** A line with what it names; undefined where that is not known. */
function fill(line: string, known: Known): string | undefined {
  const named = PLACEHOLDERS.filter((placeholder) => line.includes(`{${placeholder}}`));
  if (named.some((placeholder) => known[placeholder] === undefined)) return undefined;
  return line.replace(/\{(\w+)\}/g, (_, name: Placeholder) => known[name] ?? '');
}

/** The views that a notice of access lists; the access itself where it lists none. */
function viewsOf({ views, recordedAt, scopes }: NoticeTask, language: Language): string {
  const listed = views.length > 0 ? views : [{ at: recordedAt, scopes }];
  return listed
    .map((view) => {
      const categories = categoriesOf(view.scopes, language);
      const time = timeOf(view.at, language);
      return `- ${categories === undefined ? time : `${time} · ${categories}`}`;
    })
    .join('\n');
}

/** Sharable categories by name, with how many records of each where that is told; what the layer keeps of its own is none. */
function categoriesOf(
  scopes: readonly Scope[],
  language: Language,
  counts: NoticeTask['counts'] = {},
): string | undefined {
  const names = scopes.flatMap((scope) => {
    if (isAdministrativeScope(scope)) return [];
    const count = counts[scope];
    const name = SCOPE_NAMES[scope][language];
    return count === undefined ? [name] : [`${name} × ${count}`];
  });
  return names.length === 0 ? undefined : names.join(SEPARATOR[language]);
}

/** Names come from registers elsewhere: none may write lines of its own into a notice. */
const onOneLine = (name: string): string => name.replace(/\s+/g, ' ');

const timeOf = (instant: number, language: Language): string => CLOCKS[language].format(instant);

const CLOCKS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: clock('en-GB'),
  'zh-Hant': clock('zh-Hant'),
  'zh-Hans': clock('zh-Hans'),
};

function clock(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Hong_Kong',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

const SEPARATOR: Texts = { en: ', ', 'zh-Hant': '、', 'zh-Hans': '、' };

const UNNAMED: Texts = {
  en: 'a healthcare provider',
  'zh-Hant': '一間醫護機構',
  'zh-Hans': '一家医护机构',
};
