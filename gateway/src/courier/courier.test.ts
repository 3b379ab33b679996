import type { ContactFacts, NoticeOutcome, NoticeTask } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from './channel.js';
import type { Channel, Channels } from './channel.js';
import { Courier } from './courier.js';
import type { Message } from './message.js';
import { contactFacts, noticeTask } from './testing/notices.js';

const NEVER = new AbortController().signal;

interface World {
  readonly tasks?: readonly NoticeTask[];
  readonly contacts?: Readonly<Record<string, ContactFacts | null>>;
  readonly channels?: Channels;
  readonly settle?: (outcomes: readonly NoticeOutcome[]) => Promise<void>;
  readonly patience?: number;
}

/** A courier over an outbox in memory, which leases each notice once and forgets it when it is settled. */
function courierOver({ tasks = [noticeTask()], contacts, channels, settle, patience }: World) {
  const sent: Message[] = [];
  const errors: unknown[] = [];
  const outcomes: NoticeOutcome[] = [];
  const leases: number[] = [];
  const waiting = [...tasks];
  const taking: Channel = {
    send: (message) => {
      sent.push(message);
      return Promise.resolve();
    },
  };
  const courier = new Courier({
    outbox: {
      claim: (first, seconds) => {
        leases.push(seconds);
        return Promise.resolve(waiting.splice(0, first));
      },
      settle: (told) => {
        outcomes.push(...told);
        return settle?.(told) ?? Promise.resolve();
      },
    },
    readContacts: (patients) =>
      Promise.resolve(
        patients.map((patient) =>
          contacts === undefined ? contactFacts({ patient }) : (contacts[patient] ?? null),
        ),
      ),
    channels: channels ?? { APP: taking, SMS: taking, EMAIL: taking, POST: taking },
    onError: (error) => errors.push(error),
    batch: 3,
    ...(patience !== undefined && { patience }),
  });
  return { courier, sent, errors, outcomes, leases };
}

const deliver = async (world: World) => {
  const run = courierOver(world);
  await run.courier.deliver(NEVER);
  return run;
};

describe('the courier', () => {
  it('delivers everything that waits, under the key of the notice, and settles it', async () => {
    const tasks = Array.from({ length: 7 }, (_, n) => noticeTask({ id: `n-${n}` }));
    const { sent, outcomes, errors } = await deliver({ tasks });
    expect(sent.map(({ key }) => key)).toEqual(tasks.map(({ id }) => id));
    expect(outcomes).toEqual(tasks.map(({ id }) => ({ id, result: 'DELIVERED' })));
    expect(errors).toEqual([]);
  });

  it.each([
    ['PREFERENCE', true, 'SUPPRESSED'],
    ['PREFERENCE', false, 'DELIVERED'],
    ['MANDATORY', true, 'DELIVERED'],
    ['MANDATORY', false, 'DELIVERED'],
  ] as const)(
    'tells a %s notice to a patient who refuses such notices (%s): %s',
    async (duty, refusesAccessNotices, result) => {
      const { sent, outcomes } = await deliver({
        tasks: [noticeTask({ duty })],
        contacts: { 'p-1': contactFacts({ refusesAccessNotices }) },
      });
      expect(outcomes).toEqual([{ id: 'n-1', result }]);
      expect(sent).toHaveLength(result === 'DELIVERED' ? 1 : 0);
    },
  );

  it.each([
    ['APP', null],
    ['SMS', '+852 0000 0001'],
    ['EMAIL', 'chan@example.invalid'],
    ['POST', null],
  ] as const)('tells by %s, to %s', async (channel, to) => {
    const { sent } = await deliver({ contacts: { 'p-1': contactFacts({ channel }) } });
    expect(sent).toMatchObject([{ channel, to, patient: 'p-1' }]);
  });

  it.each([
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['en-GB', 'en'],
    ['pt', 'en'],
  ])('speaks to a patient who prefers %s in %s', async (language, spoken) => {
    const { sent } = await deliver({ contacts: { 'p-1': contactFacts({ language }) } });
    expect(sent).toMatchObject([{ language: spoken }]);
  });

  const email = (value: string) =>
    contactFacts({ channel: 'EMAIL', telecom: [{ system: 'email', value }] });

  it.each([
    ['has no such address', contactFacts({ channel: 'EMAIL', telecom: [] })],
    ['names two addresses at once', email('a@example.invalid, b@example.invalid')],
    ['names an address behind a name', email('"b@example.invalid" <a@example.invalid>')],
    ['breaks the line within an address', email('a@example.invalid\nbcc: b@example.invalid')],
  ])('tells a patient in the app who %s', async (_, contact) => {
    const { sent, outcomes } = await deliver({ contacts: { 'p-1': contact } });
    expect(sent).toMatchObject([{ channel: 'APP', to: null }]);
    expect(outcomes).toEqual([{ id: 'n-1', result: 'DELIVERED' }]);
  });

  it('has a notice wait to somebody of whom nothing is known', async () => {
    const { sent, outcomes, errors } = await deliver({ contacts: {} });
    expect(sent).toEqual([]);
    expect(outcomes).toEqual([{ id: 'n-1', result: 'FAILED' }]);
    expect(errors).toMatchObject([{ failure: 'no address' }]);
  });

  it('has a notice wait that no channel serves', async () => {
    const { outcomes, errors } = await deliver({ channels: {} });
    expect(outcomes).toEqual([{ id: 'n-1', result: 'FAILED' }]);
    expect(errors).toMatchObject([{ failure: 'not served' }]);
  });

  it('keeps one that fails from harming the others', async () => {
    const tasks = ['n-1', 'n-2', 'n-3'].map((id) => noticeTask({ id }));
    const picky: Channel = {
      send: ({ key }) =>
        key === 'n-2' ? Promise.reject(new DeliveryError('turned away')) : Promise.resolve(),
    };
    const { outcomes } = await deliver({ tasks, channels: { APP: picky } });
    expect(new Map(outcomes.map(({ id, result }) => [id, result]))).toEqual(
      new Map([
        ['n-1', 'DELIVERED'],
        ['n-2', 'FAILED'],
        ['n-3', 'DELIVERED'],
      ]),
    );
  });

  it('gives a slow channel up before the lease ends', async () => {
    const slow: Channel = {
      send: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new DeliveryError('timeout'));
          });
        }),
    };
    const { outcomes, leases } = await deliver({ channels: { APP: slow }, patience: 0.05 });
    expect(outcomes).toEqual([{ id: 'n-1', result: 'FAILED' }]);
    expect(leases[0]).toBeGreaterThan(10);
  });

  it('reports that it could not settle, and ends the round', async () => {
    const tasks = Array.from({ length: 9 }, (_, n) => noticeTask({ id: `n-${n}` }));
    const { sent, errors } = await deliver({
      tasks,
      settle: () => Promise.reject(new Error('down')),
    });
    expect(sent).toHaveLength(3);
    expect(errors).toEqual([new Error('down')]);
  });

  it('claims nothing more once it is told to end', async () => {
    const closing = new AbortController();
    const run = courierOver({
      tasks: Array.from({ length: 9 }, (_, n) => noticeTask({ id: `n-${n}` })),
      settle: () => {
        closing.abort();
        return Promise.resolve();
      },
    });
    await run.courier.deliver(closing.signal);
    expect(run.sent).toHaveLength(3);
  });

  it('says nothing of patient, code or address in what it reports', async () => {
    const task = noticeTask({
      id: 'n-secret',
      patient: 'p-secret',
      kind: 'PASSCODE',
      secret: '30481759',
    });
    const contact = contactFacts({
      channel: 'EMAIL',
      telecom: [{ system: 'email', value: 'secret@example.invalid' }],
    });
    for (const channels of [
      {},
      { EMAIL: { send: () => Promise.reject(new DeliveryError('turned away', 'status 500')) } },
    ]) {
      const { errors } = await deliver({
        tasks: [task],
        contacts: { 'p-secret': contact },
        channels,
      });
      expect(errors).toHaveLength(1);
      expect(String(errors[0])).not.toMatch(/secret|30481759/);
    }
  });
});
