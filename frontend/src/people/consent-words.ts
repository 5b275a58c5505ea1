/** What people call consents and their states. */
import type { ConsentKind, ConsentStatus } from '../gql/graphql';

export const consentWords: Record<ConsentKind, string> = {
  PARTICIPATE_CHILD: 'The child agrees to take part',
  PARTICIPATE_PARENT: 'A parent agrees to the child taking part',
  SHARE_WITH_ORGANISATION: 'Sharing with an organisation',
  EVALUATION: 'Taking part in evaluation',
  CONTACT: 'Being contacted',
};

export const consentStatusWords: Record<ConsentStatus, string> = {
  NOT_ASKED: 'Not asked',
  GIVEN: 'Given',
  REFUSED: 'Refused',
  WITHDRAWN: 'Withdrawn',
  NOT_REQUIRED: 'Not required',
};
