import type { GraphQLServerContext } from '@apollo/server';
import type { FirstOperation } from '../host/first-operation.js';

/** The page of the explorer, as markup: one of its own for each time it is shown. */
export type SandboxPage = () => Promise<string>;

/**
 * Apollo Sandbox with a first operation, without the server it comes with; what makes it is loaded when it is needed.
 *
 * @throws Error if the plugin that makes it has no page
 */
export async function sandboxPage(first: FirstOperation): Promise<SandboxPage> {
  const { landingPage } = await import('./landing-page.js');
  // The plugin asks nothing of the server.
  const listener = await landingPage(first).serverWillStart?.({} as GraphQLServerContext);
  const page = await listener?.renderLandingPage?.();
  if (page === undefined) throw new Error('Expected a page of the explorer');
  const { html } = page;
  return typeof html === 'string' ? () => Promise.resolve(html) : html;
}
