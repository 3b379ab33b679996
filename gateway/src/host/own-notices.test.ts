import { describe, expect, it } from '@jest/globals';
import { contactFacts, noticeTask } from '../courier/testing/notices.js';
import type { OwnCall } from './own-calls.js';
import { ownContacts, ownOutbox } from './own-notices.js';

const answering =
  (answer: unknown): OwnCall =>
  () =>
    Promise.resolve(answer);

const claim = (answer: unknown) => ownOutbox(answering(answer)).claim(10, 30);

describe('the outbox', () => {
  it('hands out notices as they are', async () => {
    const tasks = [noticeTask(), noticeTask({ id: 'n-2', organization: null, secret: '30481759' })];
    expect(await claim(tasks)).toEqual(tasks);
  });

  it.each([
    ['no list', null],
    ['a kind without words', [{ ...noticeTask(), kind: 'FORTUNE' }]],
    ['no duty', [{ ...noticeTask(), duty: undefined }]],
    ['a category that nobody knows', [{ ...noticeTask(), scopes: ['GOSSIP'] }]],
    ['no key', [{ ...noticeTask(), id: '' }]],
  ])('is no outbox where it answers with %s', async (_, answer) => {
    await expect(claim(answer)).rejects.toThrow('an answer of another shape');
  });

  it('leaves nothing of an answer of another shape in the error', async () => {
    const task = { ...noticeTask({ patient: 'p-secret', secret: '30481759' }), kind: 'FORTUNE' };
    const error = await claim([task]).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toMatch(/secret|30481759/);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('contacts', () => {
  const [chan, yeung] = [contactFacts({ patient: 'chan' }), contactFacts({ patient: 'yeung' })];

  it('are those of the patients, in their order, whatever the order of the answer', async () => {
    const contacts = await ownContacts(answering([yeung, chan]))(['chan', 'nobody', 'yeung']);
    expect(contacts).toEqual([chan, null, yeung]);
  });

  it('are nobody’s where the answer is of another patient', async () => {
    expect(await ownContacts(answering([yeung]))(['chan'])).toEqual([null]);
  });

  it('are none where the way of telling is unknown', async () => {
    const odd = { ...chan, channel: 'PIGEON' };
    await expect(ownContacts(answering([odd]))(['chan'])).rejects.toThrow('another shape');
  });
});
