/** The start page of the roles that open no child's record and have no page of their own yet. */
import { Page } from '../components/page';
import type { Role } from '../gql/graphql';
import { useViewer } from './viewer';
import { roleWords } from './words';

/** What the roles that open no child's record may do here now; the rest comes with their parts of Ridgeway. */
const others: Partial<Record<Role, { can: string; later: string }>> = {
  FINANCE_OFFICER: {
    can: 'You do not open any child’s record, and nothing here shows one to you.',
    later: 'Grants, awards, spending and claims will be here. They are not built yet.',
  },
  ADMINISTRATOR: {
    can: 'You see people, memberships, sign-ins and rights, and no child’s record.',
    later: 'Invite people, hand over links and end access under People.',
  },
  DATA_PROTECTION_OFFICER: {
    can: 'You see safeguarding concerns about adults who work with children, and who looked at or changed what.',
    later: 'Subject access and retention will be here. They are not built yet.',
  },
};

export function OtherHome() {
  const viewer = useViewer();
  const words = others[viewer.role];
  return (
    <Page title="Home" heading={roleWords[viewer.role]} caption={viewer.organisation.name} narrow>
      <p className="govuk-body-l">{words?.can}</p>
      <p className="govuk-body">{words?.later}</p>
    </Page>
  );
}
