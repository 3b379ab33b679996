/** Images, whose bytes go past the graph, but not past its decisions. */
import assert from 'node:assert/strict';
import { CHILD_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds/ids';
import { NotApplicable } from '../audit.js';
import type { Topic } from '../audit.js';
import { patientWith } from '../questions.js';
import type { Answer, Target, Who } from '../target.js';

interface Link {
  readonly viewUrl: string;
}

/** An image of the child, as the mother finds it. */
async function imageOfChild(target: Target): Promise<string> {
  const answer = await target.ask(
    'sdm-chan',
    patientWith('imagingStudies(first: 50) { edges { node { images { id } } } }'),
    { id: CHILD_CHAN },
  );
  const [, id] = /"images":\[\{"id":"([^"]+)"/.exec(answer.text) ?? [];
  if (id === undefined) throw new NotApplicable('no image in the records');
  return id;
}

async function linksFor(
  target: Target,
  who: Who,
  images: readonly string[],
): Promise<readonly (Link | null)[]> {
  const answer = await target.send(who, {
    method: 'POST',
    at: '/images/links',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ images }),
  });
  if (answer.status === 404) throw new NotApplicable('no links to images at /images/links');
  return JSON.parse(answer.text) as (Link | null)[];
}

/** Who sees images, and by which link. */
export const IMAGES: Topic = {
  name: 'Images',
  audits: [
    {
      id: 'f00b',
      level: 'MUST',
      title: 'MUST give no link to an image to who may not see it, as to one that does not exist',
      needs: 'URL',
      check: async (target) => {
        const id = await imageOfChild(target);
        const [own] = await linksFor(target, 'sdm-chan', [id]);
        assert.equal(typeof own?.viewUrl, 'string');
        for (const who of ['dr-zhao', 'dr-li', 'patient-chan', 'auditor'] as const)
          assert.deepEqual(await linksFor(target, who, [id, UNKNOWN_PATIENT]), [null, null], who);
      },
    },
    {
      id: 'f00c',
      level: 'MUST',
      title: 'MUST show an image by its link to nobody but whom the link was given to',
      needs: 'URL',
      check: async (target) => {
        // The link may be good for the very token that it was given to.
        const mother = await target.bearer('sdm-chan');
        const [own] = await linksFor(target, mother, [await imageOfChild(target)]);
        const follow = (who: Who): Promise<Answer> =>
          target.send(who, { method: 'GET', at: own?.viewUrl ?? '' });
        const seen = await follow(mother);
        assert.deepEqual(
          [seen.status, seen.headers.get('cache-control')?.includes('no-store')],
          [200, true],
        );
        for (const who of [null, 'dr-zhao', 'patient-chan', 'dr-wong'] as const) {
          const { status } = await follow(who);
          assert.ok(status >= 400, `${who ?? 'nobody'} is answered ${status}`);
        }
      },
    },
  ],
};
