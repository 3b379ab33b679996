/** A change of a provider or recognition that is not there. */
export class UnknownProviderError extends Error {
  constructor(type: string, id: string) {
    super(`Expected the id of a ${type}, got ${id}; write it first`);
    this.name = 'UnknownProviderError';
  }
}
