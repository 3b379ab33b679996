import { FLAME_TREE_HOSPITAL } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds } from '../expectations.js';
import type { Stage } from '../stage.js';

const WHO_SAW = `query WhoSawWhat {
  me {
    auditEvents(first: 12) {
      edges { node { recorded requested outcome summary(language: EN) agent { organization { id } } } }
    }
  }
}`;

const TOLD = `query WhatIWasTold {
  me {
    accessNotifications(first: 5) {
      edges { node { kind recorded summary(language: EN) views { recorded scopes } } }
    }
  }
}`;

const notices = z.object({
  me: z.object({
    accessNotifications: z.object({
      edges: z.array(
        z.object({ node: z.object({ kind: z.string(), views: z.array(z.unknown()) }) }),
      ),
    }),
  }),
});

const trail = z.object({
  me: z.object({
    auditEvents: z.object({
      edges: z.array(
        z.object({
          node: z.object({
            requested: z.string(),
            summary: z.string().nullable(),
            agent: z.array(z.object({ organization: z.object({ id: z.string() }).nullable() })),
          }),
        }),
      ),
    }),
  }),
});

/** The patient is told of each view, and reads who saw what. */
export async function tellPatient(stage: Stage): Promise<void> {
  stage.scene('The patient is told, and reads who saw what');
  stage.tell(
    'Each view from abroad is told, whatever he prefers; those of one minute share a message.',
  );
  const told = answered(await stage.ask({ as: 'patient-chan', document: TOLD }), notices);
  const views = told.me.accessNotifications.edges.filter(({ node }) => node.kind === 'ACCESS');
  holds(
    views.some(({ node }) => node.views.length > 0),
    'a notice that lists the view',
    told,
  );

  stage.tell('And the trail says in plain words who saw what, and by what right.');
  const { me } = answered(await stage.ask({ as: 'patient-chan', document: WHO_SAW }), trail);
  const seen = me.auditEvents.edges.filter(
    ({ node }) =>
      node.requested === 'READ' &&
      node.agent.some(({ organization }) => organization?.id === FLAME_TREE_HOSPITAL),
  );
  holds(seen.length > 0, 'the view of Flame Tree Hospital in the trail', me);
}
