/** Everything on this device that is not sent, of whichever session. */
import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page';
import { useStore } from '../../platform/store';
import { keeper } from './device';
import { UnsentList } from './unsent-list';

export function UnsentPage() {
  const { entries } = useStore(keeper.kept);
  return (
    <Page
      title="Not sent yet"
      narrow
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p className="govuk-body" role="status">
          Everything that you marked on this device is sent.
        </p>
      ) : (
        <UnsentList entries={entries} />
      )}
    </Page>
  );
}
