/** Raising a safeguarding concern on a referral, a case or a child. It can never be deleted. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import { Warning } from '../../components/messages';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import type { SafeguardingKind } from '../../gql/graphql';
import { useChange } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { FrontDoors } from '../front-doors';
import { concernWords } from '../words';
import { CallFields, callInput, callNow, callProblems } from './call-fields';

const Raise = graphql(`
  mutation RaiseSafeguardingConcern($input: RaiseSafeguardingConcernInput!) {
    raiseSafeguardingConcern(input: $input) {
      safeguardingConcern {
        id
        referral { id safeguardingConcerns { id } }
        case { id safeguardingConcerns { id } }
      }
      problems { field code message }
    }
  }
`);

type YesNo = 'yes' | 'no';
const yesNo = [
  { value: 'yes' as const, label: 'Yes' },
  { value: 'no' as const, label: 'No' },
];

interface Props {
  about: { referralId?: string; caseId?: string; youngPersonId?: string };
  done: (words: string) => void;
  cancel: () => void;
}

interface Typed {
  kind?: SafeguardingKind;
  aboutName: string;
  text: string;
  danger?: YesNo;
  called?: YesNo;
  call: ReturnType<typeof callNow>;
  childTold?: YesNo;
  parentTold?: YesNo;
}

function problemsOf(it: Typed): Problem[] {
  const problems: Problem[] = [];
  if (!it.danger) problems.push(required('immediateDanger', 'Say whether a child is in danger now'));
  if (it.danger === 'yes' && it.called === 'yes') problems.push(...callProblems(it.call, 'call'));
  if (!it.kind) problems.push(required('kind', 'Choose what the concern is about'));
  if (it.kind === 'ABOUT_ADULT_WORKING_WITH_CHILDREN' && !it.aboutName.trim()) {
    problems.push(required('aboutName', 'Enter the name of the adult'));
  }
  if (!it.text.trim()) problems.push(required('text', 'Write what you saw or heard'));
  if (!it.childTold) problems.push(required('childTold', 'Say whether the child knows'));
  if (!it.parentTold) problems.push(required('parentTold', 'Say whether a parent knows'));
  return problems;
}

export function RaiseConcernForm({ about, done, cancel }: Props) {
  const key = `concern ${about.referralId ?? about.caseId ?? about.youngPersonId}`;
  const [it, setIt] = useKept<Typed>(key, { aboutName: '', text: '', call: callNow() });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const raise = useChange(Raise);
  const set = (change: Partial<Typed>) => setIt((before) => ({ ...before, ...change }));
  const adult = it.kind === 'ABOUT_ADULT_WORKING_WITH_CHILDREN';

  const submit = async () => {
    const found = problemsOf(it);
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0 || !it.kind) return;
    const answer = await raise.run({
      ...about,
      kind: it.kind,
      aboutName: adult ? it.aboutName.trim() : undefined,
      text: it.text.trim(),
      immediateDanger: it.danger === 'yes',
      call: it.danger === 'yes' && it.called === 'yes' ? callInput(it.call) : undefined,
      childTold: it.childTold === 'yes',
      parentTold: it.parentTold === 'yes',
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setIt({ aboutName: '', text: '', call: callNow() });
      done('The safeguarding concern is raised. A decision on it is due within 1 working day.');
    }
  };

  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Radios
        path="immediateDanger"
        legend="Is a child in danger now?"
        inline
        value={it.danger}
        onChange={(danger) => set({ danger })}
        choices={yesNo}
      />
      {it.danger === 'yes' && (
        <>
          <Warning>Call 999 now. Then tell the council's front door.</Warning>
          <FrontDoors />
          <Radios
            path="called"
            legend="Have you called?"
            inline
            value={it.called}
            onChange={(called) => set({ called })}
            choices={yesNo}
          />
          {it.called === 'yes' && <CallFields path="call" call={it.call} set={(call) => set({ call })} />}
        </>
      )}
      <Radios
        path="kind"
        legend="What is it about?"
        value={it.kind}
        onChange={(kind) => set({ kind })}
        choices={(Object.keys(concernWords) as SafeguardingKind[]).map((value) => ({
          value,
          label: concernWords[value],
        }))}
      />
      {adult && (
        <>
          <TextInput
            path="aboutName"
            label="Name of the adult"
            value={it.aboutName}
            onChange={(aboutName) => set({ aboutName })}
            width={20}
          />
          <p className="govuk-hint">
            Only the team manager and the data protection officer will see this concern.
          </p>
        </>
      )}
      <TextArea
        path="text"
        label="What did you see or hear?"
        hint="Facts first, in the words that were used. It can be read by the child's team and can never be deleted."
        value={it.text}
        onChange={(text) => set({ text })}
        limit={4000}
      />
      <Radios
        path="childTold"
        legend="Does the child know that you raise this?"
        inline
        value={it.childTold}
        onChange={(childTold) => set({ childTold })}
        choices={yesNo}
      />
      <Radios
        path="parentTold"
        legend="Does a parent know?"
        hint="Do not tell a parent where that could put the child at more risk."
        inline
        value={it.parentTold}
        onChange={(parentTold) => set({ parentTold })}
        choices={yesNo}
      />
      <ButtonGroup>
        <Button submit busy={raise.busy}>
          Raise the concern
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
