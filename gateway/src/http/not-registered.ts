/** What is told to whoever asks for anything that is not registered, whatever it was: nothing of what is. */
export const NOT_REGISTERED = {
  message: 'Expected the id of a registered document, and no text',
  extensions: { code: 'DOCUMENT_NOT_REGISTERED' },
};
