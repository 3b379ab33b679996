/**
 * What could run where somebody looks at it: scripts and the like in narrative, in other texts, in attachments. All of
 * it is refused, though nothing of it would ever be displayed as markup here.
 *
 * @see https://hl7.org/fhir/R4/narrative.html#security
 */
import { filled } from '@causeway/schema';
import { objectOf, textOf } from '../fhir/elements.js';
import type { Element } from '../fhir/elements.js';
import { plainTextOf } from '../fhir/narrative.js';
import { rejected } from './refusals.js';
import { ACTIVE } from './rejection-texts.js';

/** The basic formatting of HTML that R4 allows in a narrative. */
const TAGS: ReadonlySet<string> = new Set(
  'a abbr acronym address b bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  'abbr align alt axis bgcolor border cellpadding cellspacing char charoff cite class color colspan dir face frame headers height href hspace id lang name nowrap rowspan rules scope size span src start style summary tabindex title type valign value vspace width xml:lang xml:space xmlns'.split(
    ' ',
  ),
);

const ATTRIBUTE = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'cite']);

/** Whether an XHTML fragment holds anything but basic formatting. */
function isActiveMarkup(xhtml: string): boolean {
  let end = 0;
  for (;;) {
    const start = xhtml.indexOf('<', end);
    if (start === -1) return false;
    const [tag, name = ''] =
      /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(xhtml.slice(start, start + 64)) ?? [];
    if (tag === undefined || !TAGS.has(name.toLowerCase())) return true;
    end = start + tag.length;
    for (;;) {
      ATTRIBUTE.lastIndex = end;
      const attribute = ATTRIBUTE.exec(xhtml);
      if (attribute === null) break;
      const [whole, attributeName = '', double, single = ''] = attribute;
      if (isActiveAttribute(attributeName.toLowerCase(), double ?? single)) return true;
      end += whole.length;
    }
    const close = /^\s*\/?>/.exec(xhtml.slice(end, end + 64));
    if (close === null) return true;
    end += close[0].length;
  }
}

function isActiveAttribute(name: string, value: string): boolean {
  if (!ATTRIBUTES.has(name)) return true;
  const plain = plainTextOf(value).replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  if (ADDRESSES.has(name)) return !/^(https?:|mailto:|tel:|urn:|[^:]*$)/i.test(plain);
  return name === 'style' && /url\(|expression|@import|script:|behavior|binding|\\/i.test(plain);
}

/** What an attachment may be: nothing that runs. */
const MEDIA_TYPES: ReadonlySet<string> = new Set([
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/dicom',
  'image/jpeg',
  'image/png',
  'image/tiff',
]);

const ATTACHMENT_ELEMENTS: ReadonlySet<string> = new Set(
  'id extension contentType language data url size hash title creation'.split(' '),
);

/** Refuses a resource with anything that could run. @throws GraphQLError DEPOSIT_REJECTED with its place */
export function refuseActiveContent(resource: Element, place: string): void {
  const narrative = textOf(objectOf(resource['text'])?.['div']);
  if (narrative !== null && isActiveMarkup(narrative)) {
    throw rejected(`${place}.text.div`, ACTIVE.narrative);
  }
  refuseWithin(resource, place);
}

function refuseWithin(value: unknown, place: string): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      refuseWithin(each, `${place}[${index}]`);
    });
  } else if (typeof value === 'string') {
    if (isActiveText(value)) throw rejected(place, ACTIVE.text);
  } else {
    const object = objectOf(value);
    if (object === null) return;
    if (isAttachment(object)) refuseActiveAttachment(object, place);
    for (const [name, each] of Object.entries(object)) refuseWithin(each, `${place}.${name}`);
  }
}

function isActiveText(text: string): boolean {
  return (
    /<\s*\/?\s*(script|iframe|object|embed|svg)\b/i.test(text) ||
    /^\s*(javascript|vbscript)\s*:/i.test(text)
  );
}

function isAttachment(object: Element): boolean {
  const names = Object.keys(object);
  const isOne = ['contentType', 'data', 'url'].some((name) => name in object);
  const isExtension = names.every((name) => ['id', 'url', 'extension'].includes(name));
  return isOne && !isExtension && names.every((name) => ATTACHMENT_ELEMENTS.has(name));
}

function refuseActiveAttachment(attachment: Element, place: string): void {
  const type = textOf(attachment['contentType'])?.split(';')[0]?.trim().toLowerCase();
  const isKnown = type === undefined ? !('data' in attachment) : MEDIA_TYPES.has(type);
  if (!isKnown) {
    const problem = filled(ACTIVE.mediaType, { allowed: [...MEDIA_TYPES].join(', ') });
    throw rejected(`${place}.contentType`, problem);
  }
  const url = textOf(attachment['url']);
  if (url === null || /^(https?:|urn:|[^:]*$)/i.test(url)) return;
  throw rejected(`${place}.url`, ACTIVE.scheme);
}
