/** Who asks, and for what: tokens, the registry, the purpose of use. */
import assert from 'node:assert/strict';
import { GRANT_LI, LION_ROCK_HOSPITAL } from '@causeway/seeds/ids';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { proofKey } from '../../../gateway/src/identity/testing/proof-key.js';
import type { Topic } from '../audit.js';
import { claimsOf } from '../credentials.js';
import { CHAN, RECORD } from '../questions.js';
import { refusalsOf } from '../target.js';
import type { Bearer, Credential, Target, Who } from '../target.js';

/** Expects 401 and no word of the patient. */
async function expectUnauthenticated(target: Target, who: Who): Promise<void> {
  const answer = await target.ask(who, RECORD, CHAN);
  assert.equal(answer.status, 401);
  assert.equal(answer.data ?? null, null);
  assert.deepEqual(
    answer.errors.map(({ extensions }) => extensions?.['code']),
    ['UNAUTHENTICATED'],
  );
}

/** Expects that a token that is good finds nobody. */
async function expectNobody(target: Target, credential: Credential): Promise<void> {
  const answer = await target.ask(forTreatment(credential), RECORD, CHAN);
  assert.doesNotMatch(answer.text, /CHAN|"totalCount"/);
}

async function expectPurposeRequired(target: Target, purpose: string | null): Promise<void> {
  const answer = await target.ask(await target.bearer('dr-li', purpose), RECORD, CHAN);
  assert.equal(answer.data ?? null, null);
  assert.deepEqual(
    refusalsOf(answer).map(([, code]) => code),
    ['PURPOSE_REQUIRED'],
  );
}

const forTreatment = (credential: Credential): Bearer => ({ ...credential, purpose: 'TREAT' });

const unbound = (token: string): Bearer => forTreatment({ token, prove: null });

const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Of whom the gateway believes what. */
export const CALLERS: Topic = {
  name: 'Who asks, and for what',
  audits: [
    {
      id: 'd001',
      level: 'MUST',
      title: 'MUST answer 401 and UNAUTHENTICATED without a token',
      needs: 'URL',
      check: (target) => expectUnauthenticated(target, null),
    },
    {
      id: 'd002',
      level: 'MUST',
      title: 'MUST take no text for a token',
      needs: 'URL',
      check: async (target) => {
        for (const token of ['x', 'a.b.c', 'undefined', `${'a'.repeat(200)}.e30.`])
          await expectUnauthenticated(target, unbound(token));
      },
    },
    {
      id: 'd003',
      level: 'MUST',
      title: 'MUST take no token whose signature was taken away (alg none)',
      needs: 'URL',
      check: async (target) => {
        const { token } = await target.bearer('dr-wong');
        const [, claims = ''] = token.split('.');
        for (const alg of ['none', 'None', 'NONE'])
          await expectUnauthenticated(
            target,
            unbound(`${base64url({ alg, typ: 'at+jwt' })}.${claims}.`),
          );
      },
    },
    {
      id: 'd004',
      level: 'MUST',
      title: 'MUST take no token whose claims were changed after it was signed',
      needs: 'URL',
      check: async (target) => {
        const { token } = await target.bearer('dr-zhao');
        const [header = '', claims = '', signature = ''] = token.split('.');
        const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
        const changed = base64url({ ...said, ...claimsOf('dr-wong') });
        await expectUnauthenticated(target, unbound(`${header}.${changed}.${signature}`));
      },
    },
    {
      id: 'd005',
      level: 'MUST',
      title: 'MUST take no token that is signed with the public key as a secret',
      needs: 'ISSUER',
      check: async (target, { publicKey }) => {
        const now = Math.floor(Date.now() / 1000);
        const token = await new SignJWT(claimsOf('dr-wong'))
          .setProtectedHeader({
            alg: 'HS256',
            typ: 'at+jwt',
            ...(publicKey.kid !== undefined && { kid: publicKey.kid }),
          })
          .setIssuedAt(now)
          .setExpirationTime(now + 60)
          .sign(Buffer.from(JSON.stringify(publicKey)));
        await expectUnauthenticated(target, unbound(token));
      },
    },
    {
      id: 'd006',
      level: 'MUST',
      title: 'MUST take no token of another key, issuer or audience, and none that is over',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const claims = claimsOf('dr-wong');
        await assert.doesNotReject(
          expectSeen(target, await issuer.issue({ claims })),
          'expected a token that is right in all to be taken',
        );
        const { privateKey } = await generateKeyPair('ES256', { extractable: true });
        for (const wrong of [
          { key: await exportJWK(privateKey) },
          { issuer: 'urn:somebody:else' },
          { audience: 'urn:another:service' },
          { expiresIn: -3_600 },
        ])
          await expectUnauthenticated(
            target,
            forTreatment(await issuer.issue({ claims, ...wrong })),
          );
      },
    },
    {
      id: 'd007',
      level: 'MUST',
      title: 'MUST answer PURPOSE_REQUIRED where no purpose of use is stated',
      needs: 'URL',
      check: (target) => expectPurposeRequired(target, null),
    },
    {
      id: 'd008',
      level: 'MUST',
      title: 'MUST answer PURPOSE_REQUIRED for a purpose of use that the token does not have',
      needs: 'URL',
      check: async (target) => {
        for (const purpose of ['ETREAT', 'HRESCH', 'treat', 'PATRQT'])
          await expectPurposeRequired(target, purpose);
      },
    },
    {
      id: 'd009',
      level: 'MUST',
      title: 'MUST know from the registry where a provider is, whatever the token claims',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const claims = { ...claimsOf('dr-guo'), jurisdiction: 'HK', kind: 'professional' };
        await expectNobody(target, await issuer.issue({ claims }));
      },
    },
    {
      id: 'd00a',
      level: 'MUST',
      title: 'MUST find nobody for a role that claims another organisation than its own',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const claims = { ...claimsOf('dr-zhao'), organization: LION_ROCK_HOSPITAL };
        await expectNobody(target, await issuer.issue({ claims }));
      },
    },
    {
      id: 'd00b',
      level: 'MUST',
      title: 'MUST find nobody under a grant to another hospital',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const claims = { ...claimsOf('dr-zhao'), grant: GRANT_LI };
        await expectNobody(target, await issuer.issue({ claims }));
      },
    },
    {
      id: 'd00c',
      level: 'MUST',
      title: 'MUST find nobody abroad by a token that names no grant',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const claims = { ...claimsOf('dr-li'), grant: undefined };
        await expectNobody(target, await issuer.issue({ claims }));
      },
    },
    {
      id: 'd00d',
      level: 'MUST',
      title: 'MUST find nobody abroad for the purpose of an emergency',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const credential = await issuer.issue({
          claims: { ...claimsOf('dr-li'), purpose_of_use: ['TREAT', 'ETREAT', 'BTG'] },
        });
        for (const purpose of ['ETREAT', 'BTG']) {
          const answer = await target.ask({ ...credential, purpose }, RECORD, CHAN);
          assert.doesNotMatch(answer.text, /CHAN|"totalCount"/);
        }
      },
    },
    {
      id: 'd00e',
      level: 'MUST',
      title: 'MUST find nobody for an emergency that was not declared',
      needs: 'URL',
      check: async (target) => {
        const answer = await target.ask(await target.bearer('dr-lee', 'ETREAT'), RECORD, CHAN);
        assert.deepEqual([answer.data, answer.errors], [{ patient: null }, []]);
      },
    },
    {
      id: 'd00f',
      level: 'MUST',
      title: 'MUST take no token that is bound to a key from who does not prove to hold it',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const { token } = await issuer.issue({ claims: claimsOf('dr-li') });
        await expectUnauthenticated(target, unbound(token));
        const stranger = await proofKey();
        const prove: Credential['prove'] = (request) =>
          stranger.proof({ ...request, now: Date.now() });
        await expectUnauthenticated(target, forTreatment({ token, prove }));
      },
    },
    {
      id: 'd010',
      level: 'MUST',
      title: 'MUST take no proof of another request or token, and none twice',
      needs: 'ISSUER',
      check: async (target, issuer) => {
        const own = await issuer.issue({ claims: claimsOf('dr-li') });
        const other = await issuer.issue({ claims: claimsOf('dr-li') });
        const { token, prove } = own;
        assert.ok(prove !== null, 'a token that names a grant is bound');
        for (const instead of [
          { method: 'GET' },
          { url: 'https://elsewhere.example/graphql' },
          { token: other.token },
        ]) {
          const wrong: Credential = {
            token,
            prove: (request) => prove({ ...request, ...instead }),
          };
          await expectUnauthenticated(target, forTreatment(wrong));
        }
        let first: string | null = null;
        const same: Credential = {
          token,
          prove: async (request) => (first ??= await prove(request)),
        };
        await expectSeen(target, same);
        await expectUnauthenticated(target, forTreatment(same));
      },
    },
  ],
};

async function expectSeen(target: Target, credential: Credential): Promise<void> {
  const answer = await target.ask(forTreatment(credential), RECORD, CHAN);
  assert.match(answer.text, /"totalCount"/);
}
