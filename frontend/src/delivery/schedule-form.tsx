/** Writing sessions down: one, or week by week. What the server asks about is asked of the person, session by session. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Checkboxes, Radios } from '../components/choices';
import { DateInput, type DateParts, noDate } from '../components/date-input';
import { Form } from '../components/form';
import { Inset } from '../components/messages';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import { useChange } from '../platform/data';
import { day, dayOfWeek, time } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { type Answer, type Asked, answered, askedAbout, type Planned, planned } from './plan';

const Schedule = graphql(`
  mutation Schedule($input: ScheduleSessionsInput!) {
    scheduleSessions(input: $input) { offering { id version } problems { field code message } }
  }
`);

export interface Hours {
  from: string;
  to: string;
}

interface Props {
  offering: { id: string; version: number };
  workers: ReadonlyArray<{ id: string; name: string }>;
  /** The hours that are there at first: those of a session that is made good. */
  hours?: Hours | undefined;
  done: (words: string) => void;
  cancel: () => void;
}

type Every = '0' | '1' | '2';

export function ScheduleForm({ offering, workers, hours, done, cancel }: Props) {
  const schedule = useChange(Schedule);
  const [on, setOn] = useState<DateParts>(noDate);
  const [from, setFrom] = useState(hours?.from ?? '');
  const [to, setTo] = useState(hours?.to ?? '');
  const [every, setEvery] = useState<Every>('0');
  const [times, setTimes] = useState('');
  const [led, setLed] = useState<string[]>([]);
  const [asked, setAsked] = useState<Asked[]>([]);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  // Another plan is asked about anew.
  const changes =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setAsked([]);
      setAnswers(new Map());
    };

  const submit = async () => {
    const wish = planned({ on, from, to, everyWeeks: Number(every), times });
    const silent = asked
      .filter((it) => !answers.has(it.startsAt))
      .map((it) => required(`at-${it.startsAt}`, `Say what is to be done on ${day(it.startsAt)}`));
    const next = answered<Planned>(wish.sessions, answers);
    const none = [required('on', 'No session is left. Choose another day.')];
    const found = [...wish.problems, ...silent];
    setProblems(found.length > 0 || next.length > 0 ? found : none);
    setFailure(undefined);
    if (found.length > 0 || next.length === 0) return;
    const sessions = next.map((it) => ({ ...it, workerIds: led }));
    const answer = await schedule.run({ offeringId: offering.id, version: offering.version, sessions });
    setFailure(answer.failure);
    const told = askedAbout(next, answer.problems);
    setProblems([
      ...told.others,
      ...told.asked.map((it) => ({
        path: `at-${it.startsAt}`,
        code: 'ASKED',
        message: `${day(it.startsAt)}: ${it.says.join(' ')}`,
      })),
    ]);
    // What was answered stays answered, and can be answered otherwise.
    const again = (it: Asked) => told.asked.some((one) => one.startsAt === it.startsAt);
    setAsked([...asked.filter((it) => !again(it)), ...told.asked]);
    if (!answer.payload || answer.problems.length > 0) return;
    done(next.length === 1 ? 'The session is written down.' : `${next.length} sessions are written down.`);
  };

  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <DateInput path="on" legend="Day of the first session" value={on} onChange={changes(setOn)} />
      <TextInput
        path="from"
        label="Begins at"
        hint="Such as 4pm or 16:00"
        width={10}
        value={from}
        onChange={changes(setFrom)}
      />
      <TextInput path="to" label="Ends at" width={10} value={to} onChange={changes(setTo)} />
      <Radios<Every>
        path="every"
        legend="Does it come again?"
        small
        value={every}
        onChange={changes(setEvery)}
        choices={[
          { value: '0', label: 'No, one session' },
          { value: '1', label: 'Every week' },
          { value: '2', label: 'Every two weeks' },
        ]}
      />
      {every !== '0' && (
        <TextInput
          path="times"
          label="How many sessions in all?"
          numeric
          width={3}
          value={times}
          onChange={changes(setTimes)}
        />
      )}
      {workers.length > 0 && (
        <Checkboxes<string>
          path="workers"
          legend="Who leads?"
          small
          values={led}
          onChange={setLed}
          choices={workers.map((it) => ({ value: it.id, label: it.name }))}
        />
      )}
      {asked.length > 0 && (
        <>
          <Inset>Nothing has been written down yet. Look at these first.</Inset>
          {asked.map((it) => (
            <Radios<Answer>
              key={it.startsAt}
              path={`at-${it.startsAt}`}
              legend={`${dayOfWeek(it.startsAt)}, ${time(it.startsAt)} to ${time(it.endsAt)}`}
              hint={it.says.join(' ')}
              small
              value={answers.get(it.startsAt)}
              onChange={(value) => setAnswers(new Map([...answers, [it.startsAt, value]]))}
              choices={[
                { value: 'out', label: 'Leave this one out' },
                { value: 'anyway', label: 'It takes place all the same' },
              ]}
            />
          ))}
        </>
      )}
      <ButtonGroup>
        <Button submit busy={schedule.busy}>
          Write down
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
