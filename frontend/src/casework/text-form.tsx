/** A form of one text and one button, as most acts of casework are. */
import { type ReactNode, useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { TextArea } from '../components/text-area';
import type { Outcome } from '../platform/data';
import type { Failure } from '../platform/failure';
import { useKept } from '../platform/kept';
import { type Problem, required } from '../platform/problems';

interface Props {
  /** Names what is typed while it is kept; one per object and act. */
  name: string;
  /** The field of the input that the text goes to. */
  path?: string;
  label: string;
  hint?: ReactNode;
  empty: string;
  button: string;
  warning?: boolean;
  busy: boolean;
  run: (text: string) => Promise<Outcome<object>>;
  done: () => void;
  cancel?: () => void;
}

export function TextForm(props: Props) {
  const path = props.path ?? 'text';
  const [text, setText] = useKept(props.name, '');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    if (!text.trim()) return setProblems([required(path, props.empty)]);
    const outcome = await props.run(text.trim());
    setProblems(outcome.problems);
    setFailure(outcome.failure);
    if (outcome.payload && outcome.problems.length === 0) {
      setText('');
      props.done();
    }
    return undefined;
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextArea
        path={path}
        label={props.label}
        hint={props.hint}
        value={text}
        onChange={setText}
        limit={4000}
      />
      <ButtonGroup>
        <Button submit busy={props.busy} look={props.warning ? 'warning' : 'primary'}>
          {props.button}
        </Button>
        {props.cancel && (
          <Button look="link" onClick={props.cancel}>
            Cancel
          </Button>
        )}
      </ButtonGroup>
    </Form>
  );
}
