/** A path that leads nowhere, or to something that is not for this viewer: the two read the same. */
import { Link } from '@tanstack/react-router';
import { Page } from '../components/page';

export function NotFoundPage() {
  return (
    <Page title="Page not found" narrow>
      <p className="govuk-body">This page is not here, or it is not for you to see.</p>
      <p className="govuk-body">
        <Link to="/" className="govuk-link">
          Go to the start page
        </Link>
      </p>
    </Page>
  );
}
