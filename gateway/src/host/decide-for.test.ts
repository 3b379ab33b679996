import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@causeway/schema';
import {
  NOW,
  consentFacts,
  domesticFacts,
  domesticRequest,
  officeRequest,
  ownRequest,
  patientFacts,
} from '../enforcement/testing/requests.js';
import type { AccessFacts } from '../facts/facts-source.js';
import { decideFor, groundsFor } from './decide-for.js';

const SHARED: AccessFacts = {
  patientFacts: patientFacts(),
  providerFacts: domesticFacts(),
  consentFacts: domesticRequest().consentFacts,
};

/** A source that answers with these facts, one after the other, and what it was asked. */
function sourceOf(...answers: readonly AccessFacts[]) {
  const asked: string[] = [];
  const read = (_caller: Caller, patients: readonly string[]): Promise<readonly AccessFacts[]> => {
    asked.push(patients.join(' '));
    const answer = answers[asked.length - 1];
    return Promise.resolve(answer === undefined ? [] : [answer]);
  };
  const options = { facts: { read }, clock: () => NOW };
  return { asked, decide: decideFor(options), grounds: groundsFor(options) };
}

describe('a decision outside the graph', () => {
  it('is made from facts that are read anew each time', async () => {
    const unshared = { ...SHARED, consentFacts: consentFacts() };
    const { asked, decide } = sourceOf(SHARED, unshared);
    const { caller } = domesticRequest();
    expect((await decide(caller, 'chan', 'READ')).effect).toBe('permit');
    expect(await decide(caller, 'chan', 'READ')).toMatchObject({
      effect: 'deny',
      gate: 'RELATION',
    });
    expect(asked).toEqual(['chan', 'chan']);
  });

  it('is made for the action that is named', async () => {
    const { decide } = sourceOf(SHARED);
    expect(await decide(domesticRequest().caller, 'chan', 'AUTHORISE')).toMatchObject({
      effect: 'deny',
      action: 'AUTHORISE',
    });
  });

  it.each([
    ['a person', ownRequest().caller],
    ['an office, which is asked for no patient', officeRequest().caller],
  ])('denies %s a text that is no id, and looks nobody up by it', async (_who, caller) => {
    const { asked, decide } = sourceOf(SHARED);
    expect(await decide(caller, 'chan’s', 'READ')).toMatchObject({
      effect: 'deny',
      gate: 'JOINING',
      patient: 'chan’s',
    });
    expect(asked).toEqual([]);
  });

  it('has no grounds in a text that is no id', async () => {
    const { asked, grounds } = sourceOf(SHARED);
    const { patientFacts: known } = await grounds(ownRequest().caller, 'chan’s', 'READ');
    expect([known, asked]).toEqual([null, []]);
  });

  it('denies where nothing is known', async () => {
    const { decide } = sourceOf();
    expect((await decide(ownRequest().caller, 'chan', 'READ')).effect).toBe('deny');
  });

  it('is not made where the facts cannot be had', async () => {
    const read = () => Promise.reject(new Error('down'));
    const decide = decideFor({ facts: { read }, clock: () => NOW });
    await expect(decide(ownRequest().caller, 'chan', 'READ')).rejects.toThrow('down');
  });
});
