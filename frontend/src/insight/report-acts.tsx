/** What a manager does with the figures that are on the page: publishes them as a report, and goes to those published. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { Select } from '../components/select';
import { Sheet } from '../components/sheet';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { OutcomeDimension, OutcomeFilter } from '../gql/graphql';
import { useChange, useData } from '../platform/data';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';

const MayPublish = graphql(`
  query MayPublish { viewer { canPublishReports } }
`);

const Publish = graphql(`
  mutation PublishReport($input: PublishReportInput!) {
    publishReport(input: $input) { report { id } problems { field code message } }
  }
`);

const breakdowns: ReadonlyArray<{ value: OutcomeDimension; label: string }> = [
  { value: 'PROGRAMME', label: 'Programme' },
  { value: 'QUARTER', label: 'Quarter' },
  { value: 'SEX', label: 'Sex' },
  { value: 'AGE_BAND', label: 'Age' },
  { value: 'ETHNICITY_GROUP', label: 'Ethnic group' },
  { value: 'SPECIAL_NEEDS', label: 'Special educational needs' },
];

interface Props {
  /** What the figures below the first table are of. */
  filter: OutcomeFilter;
  /** The same without a time. */
  area: OutcomeFilter;
  release: number;
  where: string;
}

export function ReportActs(props: Props) {
  const may = useData(MayPublish, {}).data?.viewer.canPublishReports ?? false;
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="govuk-button-group app-no-print">
        {may && (
          <Button look="secondary" expanded={open} onClick={() => setOpen(!open)}>
            Publish as a report
          </Button>
        )}
        <Link className="govuk-link" to="/outcomes/reports">
          Reports that were published
        </Link>
      </div>
      {open && <PublishForm {...props} cancel={() => setOpen(false)} />}
    </>
  );
}

function PublishForm({ filter, area, release, where, cancel }: Props & { cancel: () => void }) {
  const { run, busy } = useChange(Publish);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [by, setBy] = useState<OutcomeDimension>('PROGRAMME');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    if (!title.trim()) return setProblems([required('title', 'Enter what the report is called')]);
    const of = by === 'QUARTER' ? area : filter;
    const outcome = await run({ title, filter: of, groupBy: [by], release });
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
        <Select
          path="groupBy"
          label="Broken down by"
          value={by}
          onChange={(next) => setBy(next as OutcomeDimension)}
          options={breakdowns}
        />
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
