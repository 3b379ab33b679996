import { describe, expect, it } from '@jest/globals';
import type { FlattenedJWSInput, JWTHeaderParameters } from 'jose';
import { EmbeddedKeys } from './embedded-keys.js';
import { proofKey } from './testing/proof-key.js';
import type { ProofKey } from './testing/proof-key.js';

const find = (keys: EmbeddedKeys, { publicJwk: jwk }: ProofKey) => {
  const header: JWTHeaderParameters = { alg: 'ES256', typ: 'dpop+jwt', jwk };
  const token = { protected: JSON.stringify(header) } as FlattenedJWSInput;
  return keys.find(header, token);
};

describe('EmbeddedKeys', () => {
  it('makes a key of a header once', async () => {
    const keys = new EmbeddedKeys();
    const client = await proofKey();
    const first = await find(keys, client);
    expect(first.thumbprint).toBe(client.thumbprint);
    expect(await find(keys, client)).toBe(first);
  });

  it('tells keys apart', async () => {
    const keys = new EmbeddedKeys();
    const [one, other] = await Promise.all([proofKey(), proofKey()]);
    expect((await find(keys, one)).thumbprint).toBe(one.thumbprint);
    expect((await find(keys, other)).thumbprint).toBe(other.thumbprint);
  });

  it('keeps within its bounds', async () => {
    const keys = new EmbeddedKeys(2);
    for (const client of await Promise.all([proofKey(), proofKey(), proofKey()]))
      await find(keys, client);
    expect(keys.size).toBe(2);
  });
});
