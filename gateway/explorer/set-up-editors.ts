/** What the editors of the page are set up with, before the first of them is drawn. */
import { useEffect } from 'react';
import { useMonaco } from '@graphiql/react';
import { ASSETS_PATH } from '../src/explorer/paths.js';

/** Editors check what is typed in workers of ours, and let the Tab key lead on, as it does everywhere else. */
export function setUpEditors(): void {
  window.MonacoEnvironment = {
    getWorker: (_id, label) => {
      const name = label === 'graphql' || label === 'json' ? label : 'editor';
      return new Worker(`${ASSETS_PATH}${name}.worker.js`, { type: 'module' });
    },
  };
}

/** Lets the Tab key lead out of every editor; without one there is nothing to do yet. */
export function useTabsThatLeadOn(): void {
  const monaco = useMonaco((store) => store.monaco);
  useEffect(() => {
    const listening = monaco?.editor.onDidCreateEditor((editor) => {
      editor.updateOptions({ tabFocusMode: true });
    });
    for (const editor of monaco?.editor.getEditors() ?? [])
      editor.updateOptions({ tabFocusMode: true });
    return () => listening?.dispose();
  }, [monaco]);
}
