/** The way from a record to who has looked at it, for those who may see that. */
import { Link } from '@tanstack/react-router';
import { useViewer } from '../../platform/viewer';

export function WhoLooked({ reference }: { reference: string }) {
  const viewer = useViewer();
  if (!viewer.canSeeAudit) return null;
  return (
    <p className="govuk-body app-no-print">
      <Link className="govuk-link" to="/audit" search={{ reference, what: 'opened' }}>
        Who has looked at this record
      </Link>
    </p>
  );
}
