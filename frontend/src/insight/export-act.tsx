/** Figures as an Excel workbook: asked for, made in the background, fetched once. */
import { useEffect, useState } from 'react';
import { Button } from '../components/button';
import { graphql } from '../gql/gql';
import type { ExportOutcomeSummaryInput } from '../gql/graphql';
import { type Outcome, useChange, useData } from '../platform/data';

const ExportReport = graphql(`
  mutation ExportReport($input: ExportReportInput!) {
    exportReport(input: $input) { export { id } problems { field code message } }
  }
`);

const ExportFigures = graphql(`
  mutation ExportOutcomeSummary($input: ExportOutcomeSummaryInput!) {
    exportOutcomeSummary(input: $input) { export { id } problems { field code message } }
  }
`);

const OneExport = graphql(`
  query OneExport($id: ID!) {
    node(id: $id) { __typename id ... on Export { state takenAt path } }
  }
`);

/** How often it is asked how far the file is; and how often at most, so that a page left open asks nothing. */
const [every, most] = [1000, 60];

/** A report. */
export function ExportOfReport({ reportId }: { reportId: string }) {
  const { run, busy } = useChange(ExportReport);
  return <ExportAct busy={busy} ask={() => run({ reportId })} />;
}

/** What the newest figures answer. */
export function ExportOfFigures({ of }: { of: ExportOutcomeSummaryInput }) {
  const { run, busy } = useChange(ExportFigures);
  return <ExportAct busy={busy} ask={() => run(of)} />;
}

interface Props {
  busy: boolean;
  ask: () => Promise<Outcome<{ export?: { id: string } | null | undefined }>>;
}

function ExportAct({ busy, ask }: Props) {
  const [id, setId] = useState<string>();
  const [says, setSays] = useState<string>();
  const start = async () => {
    const outcome = await ask();
    setId(outcome.payload?.export?.id);
    setSays(outcome.failure?.message ?? outcome.problems[0]?.message);
  };
  return (
    <div className="app-no-print">
      <Button look="secondary" busy={busy} onClick={() => void start()}>
        Export to Excel
      </Button>
      <div role="status" className="govuk-body">
        {says}
        {id && <Progress key={id} id={id} />}
      </div>
    </div>
  );
}

function Progress({ id }: { id: string }) {
  const { data, reload } = useData(OneExport, { id });
  const [asked, setAsked] = useState(0);
  const [clicked, setClicked] = useState(false);
  const it = data?.node?.__typename === 'Export' ? data.node : undefined;
  const over = it?.state === 'FAILED' || it?.takenAt != null || (it?.state === 'READY' && !clicked);
  useEffect(() => {
    if (over || asked >= most) return undefined;
    const timer = setTimeout(() => {
      setAsked(asked + 1);
      reload();
    }, every);
    return () => clearTimeout(timer);
  }, [over, asked, reload]);
  if (it?.takenAt)
    return <>The workbook was downloaded. Each is for one download: export again for another.</>;
  if (it?.path) {
    return (
      <>
        The workbook is ready for one download, until this time tomorrow:{' '}
        <a className="govuk-link" href={it.path} download onClick={() => setClicked(true)}>
          Download the workbook
        </a>
      </>
    );
  }
  if (it?.state === 'FAILED') return <>The workbook could not be made. Export again.</>;
  if (asked >= most) return <>The workbook takes longer than usual. Export again.</>;
  return <>{it?.state === 'RUNNING' ? 'The workbook is being made.' : 'The workbook waits to be made.'}</>;
}
