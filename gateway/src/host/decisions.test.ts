import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@causeway/schema';
import { consentFacts, patientFacts } from '../enforcement/testing/requests.js';
import { FactsSource } from '../facts/facts-source.js';
import { Decisions } from './decisions.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');

const CALLER: Caller = {
  kind: 'person',
  person: 'chan',
  subject: 'subject',
  client: 'client',
  tokenId: 'token',
  purpose: 'PATRQT',
};

/** The decisions of a request by Chan, over facts that a test may change. */
function deciding(caller: Caller = CALLER, watchesRecords = false) {
  const world = {
    joining: 'ACTIVE',
    incapable: false,
    birthDate: '1980-05-05',
    records: 1,
    now: NOW,
  };
  const asked: string[] = [];
  const facts = new FactsSource((subgraph, _field, keys) => {
    asked.push(`${subgraph} ${keys.length}`);
    const { joining, incapable, birthDate } = world;
    switch (subgraph) {
      case 'patients':
        return Promise.resolve(
          keys.map(() => ({ ...patientFacts(), joining, incapable, birthDate })),
        );
      case 'records':
        return Promise.resolve(keys.map(() => ({ epoch: world.records })));
      case 'consents':
      case 'providers':
        return Promise.resolve(keys.map(() => consentFacts()));
    }
  });
  const decisions = new Decisions({ caller, facts, clock: () => world.now, watchesRecords });
  return { world, asked, decisions };
}

describe('the decisions of a request', () => {
  it('are made on each patient that is met, once between two fetches', async () => {
    const { asked, decisions } = deciding();
    await decisions.refresh(['chan', 'wong', 'chan']);
    await decisions.refresh(['wong']);
    expect(asked.sort()).toEqual(['consents 2', 'patients 2']);
    decisions.expire();
    await decisions.refresh(['wong']);
    expect(asked).toHaveLength(4);
    expect(decisions.all().map(({ patient, effect }) => [patient, effect])).toEqual([
      ['chan', 'permit'],
      ['wong', 'deny'],
    ]);
    expect(decisions.permits().map(({ patient }) => patient)).toEqual(['chan']);
  });

  it('give a permit to whom one was given, and to nobody else', async () => {
    const { decisions } = deciding();
    expect(decisions.permitFor('chan')).toBeNull();
    await decisions.refresh(['chan', 'wong']);
    expect(decisions.permitFor('chan')).toMatchObject({ patient: 'chan', action: 'READ' });
    expect(decisions.permitFor('wong')).toBeNull();
    expect(decisions.permitFor(null)).toBeNull();
    expect(decisions.permitFor('lee')).toBeNull();
  });

  it('are on what the request wants to do', async () => {
    const { decisions } = deciding();
    decisions.ask('chan', 'READ');
    decisions.ask('chan', 'AUTHORISE');
    decisions.ask('chan', 'READ');
    await decisions.refreshAll();
    expect(decisions.all()).toMatchObject([{ patient: 'chan', action: 'AUTHORISE' }]);
  });

  it('are a deny where it wants to do two things besides reading', async () => {
    const { decisions } = deciding();
    decisions.ask('chan', 'DEPOSIT');
    decisions.ask('chan', 'AUTHORISE');
    await decisions.refreshAll();
    expect(decisions.all()).toMatchObject([{ patient: 'chan', effect: 'deny' }]);
    expect(decisions.permitFor('chan')).toBeNull();
  });

  it.each([
    ['READ', 'EMERGENCY'],
    ['EMERGENCY', 'READ'],
    ['AUTHORISE', 'EMERGENCY'],
  ] as const)('are a deny where it wants to %s and %s', async (first, second) => {
    const { decisions } = deciding();
    decisions.ask('chan', first);
    decisions.ask('chan', second);
    await decisions.refreshAll();
    expect(decisions.all()).toMatchObject([
      { patient: 'chan', effect: 'deny', reason: 'two actions at once' },
    ]);
  });

  it('take the time of each reading', async () => {
    const { world, decisions } = deciding();
    world.birthDate = '2010-11-22';
    world.now = NOW - 86_400_000;
    decisions.ask('chan', 'AUTHORISE');
    await decisions.refreshAll();
    expect(decisions.permitFor('chan')).toBeNull();
    world.now = NOW;
    decisions.expire();
    await decisions.refreshAll();
    expect(decisions.permitFor('chan')).not.toBeNull();
  });

  it('fail where the facts cannot be had', async () => {
    const facts = new FactsSource(() => Promise.reject(new Error('down')));
    const decisions = new Decisions({
      caller: CALLER,
      facts,
      clock: () => NOW,
      watchesRecords: false,
    });
    await expect(decisions.refresh(['chan'])).rejects.toThrow('Expected facts from');
    expect(decisions.permitFor('chan')).toBeNull();
  });
});

describe('a change', () => {
  it('is not noticed where nothing changes', async () => {
    const { decisions } = deciding();
    await decisions.refresh(['chan']);
    decisions.expire();
    await decisions.refresh(['chan']);
    expect(decisions.hasChanged).toBe(false);
  });

  it('of the records is noticed, where the request may fetch them', async () => {
    for (const watches of [true, false]) {
      const { world, decisions } = deciding(CALLER, watches);
      await decisions.refresh(['chan']);
      world.records += 1;
      decisions.expire();
      await decisions.refresh(['chan']);
      expect(decisions.hasChanged).toBe(watches);
    }
  });

  it('wait once for whoever cannot tell whether records have changed, and then fetch none', async () => {
    const { world, asked, decisions } = deciding(CALLER, true);
    await decisions.refresh(['chan']);
    expect([decisions.watchesRecords, decisions.watchesRecordsOf('chan')]).toEqual([true, true]);
    world.records = Number.NaN;
    for (let wave = 0; wave < 3; wave += 1) {
      decisions.expire();
      await decisions.refresh(['chan', 'wong']);
      world.records = 1;
      expect(decisions.watchesRecords).toBe(false);
      expect(decisions.watchesRecordsOf('chan')).toBe(false);
    }
    expect(decisions.hasChanged).toBe(true);
    expect(asked.filter((call) => call.startsWith('records'))).toEqual(['records 1', 'records 2']);
  });

  it('of records is not watched for an office, which sees none', async () => {
    const { subject, client, tokenId } = CALLER;
    const office = { kind: 'office', office: 'AUDITOR', purpose: 'HOPERAT' } as const;
    const { asked, decisions } = deciding({ ...office, subject, client, tokenId }, true);
    await decisions.refresh(['chan']);
    expect(asked).toEqual([]);
  });
});
