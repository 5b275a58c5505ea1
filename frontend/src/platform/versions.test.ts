import { expect, it } from 'vitest';
import { rememberVersions, withOwnVersion } from './versions';

it('goes on from one’s own change, and from no other', () => {
  rememberVersions({ __typename: 'ReferralPayload', referral: { id: 'r1', version: 4 }, problems: [] });
  expect(withOwnVersion({ referralId: 'r1', version: 3 })).toEqual({ referralId: 'r1', version: 4 });
  expect(withOwnVersion({ referralId: 'r1', version: 2 })).toEqual({ referralId: 'r1', version: 2 });
  expect(withOwnVersion({ referralId: 'r2', version: 3 })).toEqual({ referralId: 'r2', version: 3 });
  expect(withOwnVersion({ youngPersonId: 'r1', contactId: 'c', version: 3 })).toMatchObject({ version: 3 });
  expect(withOwnVersion({ referralId: 'r1', text: 'a' })).toEqual({ referralId: 'r1', text: 'a' });
});
