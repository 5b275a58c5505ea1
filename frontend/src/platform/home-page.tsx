/** The start page: for each role what it comes here for. */
import { Page } from '../components/page';
import { useViewer } from './viewer';
import { roleWords } from './words';

function OtherHome() {
  const viewer = useViewer();
  return (
    <Page title="Home" heading={roleWords[viewer.role]} narrow>
      <p className="govuk-body">Your role opens no child's record.</p>
    </Page>
  );
}

export function HomePage() {
  return <OtherHome />;
}
