import { describe, expect, it } from '@jest/globals';
import { sourceOf } from '../identity/source-key.js';
import { ReferenceIndex } from './reference-index.js';
import type { IndexedItem } from './reference-index.js';

const UUID = '0a0a0a0a-1111-4222-8333-444444444444';

let next = 0;
function item(
  file: string,
  type: string,
  id: string,
  { fullUrl = null, bundle = null }: { fullUrl?: string | null; bundle?: string | null } = {},
): IndexedItem {
  next += 1;
  const resource = { resourceType: type, id };
  const folder = file.slice(0, file.lastIndexOf('/'));
  const source = sourceOf({ place: '', resource, fullUrl, bundle, bundleLabels: [] }, folder);
  return {
    seq: next,
    file,
    root: '/data',
    type,
    localId: `${type}/${id}`,
    fullUrl,
    bundle,
    source,
  };
}

/** The ids of the items that a reference means, from one of them. */
function meant(reference: string, from: IndexedItem, ...others: IndexedItem[]): (string | null)[] {
  const all = [from, ...others];
  const found = new ReferenceIndex(all).itemsOf(reference, from);
  return found.map((seq) => all.find((each) => each.seq === seq)?.localId ?? null);
}

const inBundle = { bundle: '' };

describe('ReferenceIndex', () => {
  it('takes the exact URL in the bundle, whatever the resource calls itself', () => {
    const from = item('/data/a.json', 'Observation', 'o', {
      ...inBundle,
      fullUrl: 'https://x.example/Observation/o',
    });
    const named = item('/data/a.json', 'Patient', '00001', {
      ...inBundle,
      fullUrl: 'https://x.example/Patient/00002',
    });
    expect(meant('https://x.example/Patient/00002', from, named)).toEqual(['Patient/00001']);
    expect(meant('Patient/00002', from, named)).toEqual(['Patient/00001']);
  });

  it('takes type and id in the bundle where its entries are named by UUIDs', () => {
    const from = item('/data/a.json', 'Observation', 'o', {
      ...inBundle,
      fullUrl: `urn:uuid:${UUID}`,
    });
    const patient = item('/data/a.json', 'Patient', 'p', {
      ...inBundle,
      fullUrl: 'urn:uuid:1b1b1b1b-1111-4222-8333-444444444444',
    });
    expect(meant('Patient/p/_history/2', from, patient)).toEqual(['Patient/p']);
  });

  it('never takes what another bundle calls by the same name', () => {
    const from = item('/data/a.json', 'Observation', 'o', inBundle);
    const other = item('/data/b.json', 'Patient', '1', inBundle);
    expect(meant('Patient/1', from, other)).toEqual([]);
  });

  it('takes a UUID anywhere', () => {
    const from = item('/data/Condition.ndjson', 'Condition', 'c');
    const patient = item('/data/Patient.ndjson', 'Patient', UUID);
    expect(meant(`Patient/${UUID}`, from, patient)).toEqual([`Patient/${UUID}`]);
    expect(meant(`urn:uuid:${UUID}`, from, patient)).toEqual([`Patient/${UUID}`]);
  });

  it('takes type and id of the nearest folder for what stands alone', () => {
    const from = item('/data/one/observations/o.json', 'Observation', 'o');
    const near = item('/data/one/patients/p.json', 'Patient', 'example');
    const far = item('/data/two/p.json', 'Patient', 'example');
    expect(new ReferenceIndex([from, near, far]).itemsOf('Patient/example', from)).toEqual([
      near.seq,
    ]);
    expect(meant('Patient/example', from, far)).toEqual(['Patient/example']);
  });

  it('gives all that answer where a name means several, so that none is taken', () => {
    const from = item('/data/o.json', 'Observation', 'o');
    const one = item('/data/a/p.json', 'Patient', '1');
    const other = item('/data/b/p.json', 'Patient', '1');
    expect(meant('Patient/1', from, one, other)).toHaveLength(2);
  });

  it('reads a relative reference against the server of the entry it stands in', () => {
    const from = item('/data/a.json', 'Observation', 'o', {
      ...inBundle,
      fullUrl: 'https://x.example/fhir/Observation/o',
    });
    const same = item('/data/b.json', 'Patient', '1', {
      ...inBundle,
      fullUrl: 'https://x.example/fhir/Patient/1',
    });
    const alone = item('/data/c.json', 'Patient', '1');
    expect(new ReferenceIndex([from, same, alone]).itemsOf('Patient/1', from)).toEqual([same.seq]);
    expect(meant('Patient/1', from, alone)).toEqual([]);
  });

  it.each(['#contained', 'Patient', 'not a reference', 'Patient?identifier=a|b'])(
    'means nothing by %s',
    (reference) => {
      const from = item('/data/o.json', 'Observation', 'o');
      expect(meant(reference, from, item('/data/p.json', 'Patient', '1'))).toEqual([]);
    },
  );
});
