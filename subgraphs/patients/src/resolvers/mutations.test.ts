import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  TEST_NOW,
  officeCaller,
  permit,
  personCaller,
  professionalCaller,
} from '@causeway/kit/testing';
import type { FetchContext, JoiningStatus } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { openEmpty, patient } from '../testing/open.js';
import type { OpenPatients } from '../testing/open.js';

const DAY = 86_400_000;

let patients: OpenPatients;
let repository: OpenPatients['repository'];

beforeEach(() => {
  patients = openEmpty();
  ({ repository } = patients);
  repository.putPatient(
    patient('p-chan', {
      telecom: [{ system: 'phone', value: '+852 0000 0001' }],
      notificationPreference: { channel: 'APP', language: 'en', refusesAccessNotices: false },
    }),
    TEST_NOW - 9 * DAY,
  );
});

afterEach(() => {
  patients.close();
});

const JOIN = 'mutation ($id: ID!) { joinEHealth(patient: $id) { id joiningStatus } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawFromEHealth(patient: $id) { id joiningStatus } }';
const PREFER = `mutation ($id: ID!, $input: NotificationPreferenceInput!) {
  setNotificationPreference(patient: $id, input: $input) {
    id notificationPreference { channel language refusesAccessNotices }
  } }`;

const WISH = { channel: 'SMS', language: 'zh-Hant-HK', refusesAccessNotices: true };

const CHANGES = [
  ['joinEHealth', JOIN],
  ['withdrawFromEHealth', WITHDRAW],
  ['setNotificationPreference', PREFER],
] as const;

const authorise = permit('p-chan', { action: 'AUTHORISE' });

const change = (
  document: string,
  stated: Partial<FetchContext> & { readonly input?: unknown } = {},
): Promise<ExecutionResult> => {
  const { input = WISH, ...context } = stated;
  return patients.ask(document, {
    caller: personCaller('p-chan'),
    permits: [authorise],
    variables: { id: 'p-chan', input },
    ...context,
  });
};

/** What is kept of the patient, to see that a refused change changed nothing. */
const everything = (): unknown => ({
  row: repository.patientsById(['p-chan']),
  standings: repository.standingsOf('p-chan'),
  events: repository.joiningEvents(0, 1_000),
  facts: repository.facts([{ patient: 'p-chan', person: null }]),
});

async function expectRefusal(
  document: string,
  code: string,
  stated: Parameters<typeof change>[1] = {},
  message: string | RegExp = /^Expected /,
): Promise<void> {
  const before = everything();
  const { data, errors } = await change(document, stated);
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
  expect(everything()).toEqual(before);
}

/** What the consents subgraph does when it has ended the consents of those who withdrew. */
const takeInEverything = (): number =>
  repository.acknowledgeJoiningEvents(repository.joiningEvents(0, 1_000).length);

describe.each(CHANGES)('%s', (_name, document) => {
  it.each([
    ['without a permit', []],
    ['with a permit to read alone', [permit('p-chan')]],
    ['with a permit for another patient', [permit('p-lee', { action: 'AUTHORISE' })]],
    [
      'with the permit of a caregiver, who applies for grants alone',
      [permit('p-chan', { action: 'AUTHORISE', scopes: ['GRANT'] })],
    ],
  ])('is not found %s', async (_, permits) => {
    repository.setJoiningStatus('p-chan', 'ACTIVE', TEST_NOW - DAY);
    await expectRefusal(document, 'NOT_FOUND', { permits });
  });

  it('is not found for a patient who is not there, in the same words', async () => {
    const unknown = await change(document, { permits: [] });
    const nobody = await patients.ask(document, {
      caller: personCaller('p-chan'),
      permits: [permit('p-nobody', { action: 'AUTHORISE' })],
      variables: { id: 'p-nobody', input: WISH },
    });
    expect(nobody).toEqual(unknown);
    expect(nobody).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it.each([
    ['a professional', professionalCaller()],
    ['an office', officeCaller()],
  ])('is not for %s', async (_, caller) => {
    await expectRefusal(document, 'NOT_FOUND', { caller });
  });

  it("is refused in the gateway's own calls", async () => {
    await expectRefusal(document, 'FORBIDDEN', { use: 'relay', caller: null });
  });
});

describe('joining and withdrawing', () => {
  it('count at once, are kept in the history and told of', async () => {
    expect(await change(JOIN)).toEqual({
      data: { joinEHealth: { id: 'p-chan', joiningStatus: 'ACTIVE' } },
    });
    const epoch = repository.facts([{ patient: 'p-chan', person: null }])[0]?.epoch;
    patients.clock.now += DAY;
    expect(await change(WITHDRAW)).toEqual({
      data: { withdrawFromEHealth: { id: 'p-chan', joiningStatus: 'WITHDRAWN' } },
    });
    expect(repository.facts([{ patient: 'p-chan', person: null }])[0]).toMatchObject({
      joining: 'WITHDRAWN',
      epoch: (epoch ?? NaN) + 1,
    });
    expect(repository.standingsOf('p-chan')).toMatchObject([
      { joining: 'NOT_JOINED' },
      { joining: 'ACTIVE', validFrom: TEST_NOW },
      { joining: 'WITHDRAWN', validFrom: TEST_NOW + DAY, validTo: null },
    ]);
    expect(repository.joiningEvents(0, 10)).toEqual([
      { position: 1, at: TEST_NOW, patient: 'p-chan', joining: 'ACTIVE' },
      { position: 2, at: TEST_NOW + DAY, patient: 'p-chan', joining: 'WITHDRAWN' },
    ]);
  });

  it('answer each of several changes of one operation as it made things', async () => {
    const { data } = await change(`mutation ($id: ID!) {
      first: joinEHealth(patient: $id) { joiningStatus }
      second: withdrawFromEHealth(patient: $id) { joiningStatus }
    }`);
    expect(data).toEqual({
      first: { joiningStatus: 'ACTIVE' },
      second: { joiningStatus: 'WITHDRAWN' },
    });
  });

  it('keep both steps of one instant, and those taken after the clock was set back', async () => {
    await change(JOIN);
    await change(WITHDRAW);
    patients.clock.now -= DAY;
    takeInEverything();
    const { errors } = await change(JOIN);
    expect(errors).toBeUndefined();
    expect(repository.standingsOf('p-chan').map(({ joining }) => joining)).toEqual([
      'NOT_JOINED',
      'ACTIVE',
      'WITHDRAWN',
      'ACTIVE',
    ]);
  });

  const STANDINGS: readonly JoiningStatus[] = [
    'NOT_JOINED',
    'ACTIVE',
    'SUSPENDED',
    'WITHDRAWN',
    'DECEASED',
  ];
  const MAY = new Set([
    'joinEHealth NOT_JOINED',
    'joinEHealth WITHDRAWN',
    'withdrawFromEHealth ACTIVE',
    'withdrawFromEHealth SUSPENDED',
  ]);

  it.each(
    CHANGES.slice(0, 2).flatMap(([name, document]) =>
      STANDINGS.map((standing) => [name, standing, document] as const),
    ),
  )('%s of a patient who is %s', async (name, standing, document) => {
    repository.setJoiningStatus('p-chan', standing, TEST_NOW - DAY);
    takeInEverything();
    if (MAY.has(`${name} ${standing}`)) {
      expect((await change(document)).errors).toBeUndefined();
    } else {
      await expectRefusal(document, 'CONFLICT', {}, `got one who is ${standing}`);
    }
  });

  it.each([
    ['said to have died', { isDeceased: true }],
    ['who died on a day', { deceased: '2026-05-01' }],
  ])('do not join a patient %s', async (_, stated) => {
    repository.putPatient(patient('p-chan', stated));
    await expectRefusal(JOIN, 'CONFLICT', {}, 'a living patient');
  });

  it('do not join again before the consents of then are known to have ended', async () => {
    await change(JOIN);
    takeInEverything();
    await change(WITHDRAW);
    await expectRefusal(JOIN, 'CONFLICT', {}, 'whose consents have ended');
    repository.acknowledgeJoiningEvents(1);
    await expectRefusal(JOIN, 'CONFLICT', {}, 'whose consents have ended');
    repository.acknowledgeJoiningEvents(2);
    expect((await change(JOIN)).errors).toBeUndefined();
  });

  it("join again whatever is under way of another's withdrawal", async () => {
    await change(JOIN);
    await change(WITHDRAW);
    takeInEverything();
    repository.putPatient(patient('p-lee'));
    repository.setJoiningStatus('p-lee', 'WITHDRAWN');
    expect((await change(JOIN)).errors).toBeUndefined();
  });
});

describe('setNotificationPreference', () => {
  it('is answered and kept, also when a source that says nothing of it is read again', async () => {
    expect(await change(PREFER)).toEqual({
      data: { setNotificationPreference: { id: 'p-chan', notificationPreference: WISH } },
    });
    repository.putPatient(patient('p-chan'));
    expect(repository.patientsById(['p-chan'])).toMatchObject([{ notificationPreference: WISH }]);
  });

  it.each(['fr', '', 'x', 'klingon'])('is refused in the language “%s”', async (language) => {
    const input = { ...WISH, language };
    await expectRefusal(PREFER, 'BAD_USER_INPUT', { input }, 'zh-Hant or zh-Hans');
  });

  it.each([
    ['APP', {}, true],
    ['SMS', {}, false],
    ['SMS', { telecom: [{ system: 'phone', value: '1' }] }, true],
    ['SMS', { telecom: [{ system: 'sms', value: '1' }] }, true],
    ['SMS', { telecom: [{ system: 'phone', value: '1', use: 'old' }] }, false],
    ['SMS', { telecom: [{ system: 'phone' }] }, false],
    ['SMS', { telecom: [{ system: 'email', value: 'chan@example.org' }] }, false],
    ['EMAIL', { telecom: [{ system: 'phone', value: '1' }] }, false],
    ['EMAIL', { telecom: [{ system: 'email', value: 'chan@example.org' }] }, true],
    ['POST', {}, false],
    ['POST', { address: [{ text: '1 Invented Street, Sha Tin' }] }, true],
  ] as const)('by %s of a patient with %j: %s', async (channel, stated, isTaken) => {
    repository.putPatient(patient('p-chan', stated));
    const input = { ...WISH, channel };
    if (isTaken) expect((await change(PREFER, { input })).errors).toBeUndefined();
    else await expectRefusal(PREFER, 'BAD_USER_INPUT', { input }, 'reaches the patient');
  });

  it('does not depend on having joined, and is no change of what decisions read', async () => {
    const facts = () => repository.facts([{ patient: 'p-chan', person: null }]);
    const before = facts();
    expect((await change(PREFER)).errors).toBeUndefined();
    expect(facts()).toEqual(before);
  });
});
