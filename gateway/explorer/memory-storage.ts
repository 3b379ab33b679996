import type { Storage } from '@graphiql/toolkit';

/** Keeps what GraphiQL keeps as long as the page is open: neither tokens nor ids of patients stay in the browser. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}
