/** Notices and contacts for tests: invented, with what matters to a test in place of the defaults. */
import type { ContactFacts, NoticeTask } from '@causeway/schema';
import type { Message } from '../message.js';

/** A notice to be delivered. */
export function noticeTask(given: Partial<NoticeTask> = {}): NoticeTask {
  return {
    id: 'n-1',
    patient: 'p-1',
    kind: 'GRANT_REDEEMED',
    duty: 'MANDATORY',
    organization: {
      id: 'o-1',
      names: [
        { language: 'en', text: 'Bay Hospital' },
        { language: 'zh-Hant-HK', text: '灣區醫院' },
        { language: 'zh-Hans-CN', text: '湾区医院' },
      ],
    },
    purpose: 'TREAT',
    scopes: ['MEDICATION'],
    views: [],
    recordedAt: Date.parse('2026-11-22T12:00:00+08:00'),
    secret: null,
    attempts: 0,
    ...given,
  };
}

/** How a patient wants to be told. */
export function contactFacts(given: Partial<ContactFacts> = {}): ContactFacts {
  return {
    patient: 'p-1',
    language: 'en',
    channel: 'APP',
    refusesAccessNotices: false,
    telecom: [
      { system: 'phone', value: '+852 0000 0001' },
      { system: 'email', value: 'chan@example.invalid' },
    ],
    ...given,
  };
}

/** A message on its way. */
export function messageTo(given: Partial<Message> = {}): Message {
  return {
    key: 'n-1',
    patient: 'p-1',
    kind: 'GRANT_REDEEMED',
    channel: 'APP',
    to: null,
    language: 'en',
    subject: 'Your secure link was used',
    text: 'Your secure link was used.\nOrganisation: Bay Hospital',
    ...given,
  };
}
