import type { Pass } from '../gate.js';

/** Gate 12: the duties that go with what is released. */
export const passObligation: Pass = (_request, draft) => {
  switch (draft.standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
    case 'CAREGIVER':
    case 'STRANGER':
    case 'OFFICE':
      return null;
    case 'DOMESTIC_PROVIDER':
      draft.obligations.add('NO_IMAGE_DOWNLOAD');
      return null;
    case 'CROSS_BORDER_PROVIDER':
      draft.obligations.add('NO_ONWARD_TRANSFER').add('NO_REUSE');
      if (draft.conditions?.mayDownloadImages !== true) draft.obligations.add('NO_IMAGE_DOWNLOAD');
      return null;
  }
};
