/** What is done with figures, loaded once they are there: the figures come first. */
import { type ComponentProps, lazy, Suspense } from 'react';

const ReportActs = lazy(() => import('./report-acts').then((m) => ({ default: m.ReportActs })));

export function Reporting(props: ComponentProps<typeof ReportActs>) {
  return (
    <Suspense fallback={null}>
      <ReportActs {...props} />
    </Suspense>
  );
}
