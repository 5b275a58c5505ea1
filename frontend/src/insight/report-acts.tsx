/** What is done with the figures that are on the page: they are exported, published as a report, or those published are read. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { optionsOf } from '../casework/words';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { Select } from '../components/select';
import { Sheet } from '../components/sheet';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { OutcomeFilter } from '../gql/graphql';
import { useChange, useData } from '../platform/data';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { ExportOfFigures } from './export-act';

const MayPublish = graphql(`
  query MayPublish { viewer { canPublishReports } }
`);

const Publish = graphql(`
  mutation PublishReport($input: PublishReportInput!) {
    publishReport(input: $input) { report { id } problems { field code message } }
  }
`);

/** By what figures can be broken down, in words. */
const breakdowns = {
  PROGRAMME: 'Programme',
  QUARTER: 'Quarter',
  LOCAL_AUTHORITY: 'Council',
  SEX: 'Sex',
  AGE_BAND: 'Age',
  ETHNICITY_GROUP: 'Ethnic group',
  SPECIAL_NEEDS: 'Special educational needs',
};
type Breakdown = keyof typeof breakdowns;

interface Props {
  /** By what they can be broken down; the first is chosen. */
  by: readonly [Breakdown, ...Breakdown[]];
  /** What all figures but the first table are of. */
  filter: OutcomeFilter;
  /** The same without a time. */
  area: OutcomeFilter;
  release: number;
  where: string;
}

export function ReportActs(props: Props) {
  const may = useData(MayPublish, {}).data?.viewer.canPublishReports ?? false;
  const [open, setOpen] = useState<'publish' | 'export'>();
  const close = () => setOpen(undefined);
  const button = (what: 'publish' | 'export', words: string) => (
    <Button
      look="secondary"
      expanded={open === what}
      onClick={() => setOpen(open === what ? undefined : what)}
    >
      {words}
    </Button>
  );
  return (
    <>
      <div className="govuk-button-group app-no-print">
        {may && button('publish', 'Publish as a report')}
        {button('export', 'Export figures')}
        <Link className="govuk-link" to="/outcomes/reports">
          Reports that were published
        </Link>
      </div>
      {open === 'publish' && <PublishForm {...props} cancel={close} />}
      {open === 'export' && <ExportForm {...props} cancel={close} />}
    </>
  );
}

interface ChoiceProps {
  of: readonly Breakdown[];
  by: Breakdown;
  set: (by: Breakdown) => void;
}

function BreakdownChoice({ of, by, set }: ChoiceProps) {
  return (
    <Select
      path="groupBy"
      label="Broken down by"
      value={by}
      onChange={(next) => set(next as Breakdown)}
      options={optionsOf(breakdowns, of)}
    />
  );
}

/** Quarters are told of each year: they are not limited to a time. */
const filterOf = (by: Breakdown, { filter, area }: Props) => (by === 'QUARTER' ? area : filter);

function ExportForm({ cancel, ...props }: Props & { cancel: () => void }) {
  const { where, release } = props;
  const [by, setBy] = useState(props.by[0]);
  return (
    <Sheet title="Export figures">
      <p className="govuk-body">
        {where}, release {release}. An Excel workbook with the figures, their definitions and notes on method
        and disclosure. It is for one download, within a day.
      </p>
      <BreakdownChoice of={props.by} by={by} set={setBy} />
      <ExportOfFigures key={by} of={{ filter: filterOf(by, props), groupBy: [by], release }} />
      <Button look="link" onClick={cancel}>
        Close
      </Button>
    </Sheet>
  );
}

function PublishForm({ cancel, ...props }: Props & { cancel: () => void }) {
  const { where, release } = props;
  const { run, busy } = useChange(Publish);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [by, setBy] = useState(props.by[0]);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    if (!title.trim()) return setProblems([required('title', 'Enter what the report is called')]);
    const outcome = await run({ title, filter: filterOf(by, props), groupBy: [by], release });
    setProblems(outcome.problems);
    setFailure(outcome.failure);
    const id = outcome.payload?.report?.id;
    if (id) await navigate({ to: '/outcomes/reports/$id', params: { id } });
    return undefined;
  };
  return (
    <Sheet title="Publish as a report">
      <p className="govuk-body">
        {where}, release {release}. The figures are frozen as they stand, with their definitions. Everyone who
        sees outcomes can read the report.
      </p>
      <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
        <TextInput
          path="title"
          label="Title"
          hint="For example: Board, December 2026. No child’s name."
          value={title}
          onChange={setTitle}
        />
        <BreakdownChoice of={props.by} by={by} set={setBy} />
        <ButtonGroup>
          <Button submit busy={busy}>
            Publish
          </Button>
          <Button look="link" onClick={cancel}>
            Cancel
          </Button>
        </ButtonGroup>
      </Form>
    </Sheet>
  );
}
