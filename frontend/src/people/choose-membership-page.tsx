/** Somebody with several roles says in which they are here; every request carries the choice. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Radios } from '../components/choices';
import { Form } from '../components/form';
import { Page } from '../components/page';
import { membership } from '../platform/membership';
import { type Problem, required } from '../platform/problems';
import { signOut } from '../platform/session';
import type { Viewer } from '../platform/viewer';
import { roleWords } from '../platform/words';

export function ChooseMembershipPage({ memberships }: { memberships: Viewer['memberships'] }) {
  const [chosen, setChosen] = useState<string>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const submit = () => {
    if (chosen) membership.set(chosen);
    else setProblems([required('membership', 'Choose the role that you are here in')]);
  };
  return (
    <Page title="Choose your role" narrow>
      <Form problems={problems} onSubmit={submit}>
        <Radios
          path="membership"
          legend="You hold more than one role. In which are you here now?"
          hint="You see and do only what belongs to this role. You can change it at the top of every page."
          value={chosen}
          onChange={setChosen}
          choices={memberships.map((m) => ({
            value: m.id,
            label: `${roleWords[m.role]}, ${m.organisation.name}`,
            hint: m.group ?? undefined,
          }))}
        />
        <ButtonGroup>
          <Button submit>Continue</Button>
          <Button look="link" onClick={() => void signOut()}>
            Sign out
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  );
}
