/**
 * For a child or parent, without signing in: what there is near you, and whom to ring. No cookie, nothing kept on the
 * device, and what is typed is in no address.
 */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button';
import { Radios } from '../components/choices';
import { Form } from '../components/form';
import { Inset } from '../components/messages';
import { Page } from '../components/page';
import { Select } from '../components/select';
import { Tag, type TagColour } from '../components/tag';
import { TextInput } from '../components/text-input';
import { day } from '../platform/dates';
import type { Failure } from '../platform/failure';
import type { Problem } from '../platform/problems';
import {
  type Door,
  type Found,
  findProgrammes,
  loadOptions,
  type Options,
  type Programme,
} from './public-find';

const needWords: Record<string, string> = {
  SCHOOL: 'Trouble at school',
  ANGER: 'Getting angry, or fighting',
  FRIENDS: 'Friends who get into trouble',
  KNIVES: 'Knives',
  HURT: 'Somebody hurt me, or I am scared',
  HOME: 'Trouble at home',
  PRESSURE: 'Somebody makes me do things',
};

const colours: Record<Programme['answer'], TagColour> = { YES: 'green', WAIT: 'yellow', NO: 'grey' };
const words: Record<Programme['answer'], string> = {
  YES: 'Yes, there is a place',
  WAIT: 'You need to wait',
  NO: 'No place now',
};

function waiting(weeks: number | null): string {
  if (!weeks) return 'There is a list. We do not know yet how long it takes.';
  return weeks === 1 ? 'Most wait up to 1 week.' : `Most wait up to ${weeks} weeks.`;
}

function next(programme: Programme): string {
  if (programme.answer === 'YES')
    return 'Ring one of the numbers on this page and ask for it. Or ask your school.';
  if (programme.answer === 'WAIT')
    return `${waiting(programme.waitWeeks)} Ring and ask to go on the list. Or ask your school.`;
  return 'Ring and ask what else there is.';
}

function Numbers({ doors }: { doors: Door[] }) {
  return (
    <section aria-labelledby="whom-to-ring">
      <h2 className="govuk-heading-m" id="whom-to-ring">
        Who to ring
      </h2>
      <p className="govuk-body">They help children and parents. You do not need to give your name.</p>
      <ul className="govuk-list app-front-doors">
        {doors.map((door) => (
          <li key={`${door.council} ${door.name}`} className="app-front-doors__council">
            <p className="govuk-body govuk-!-margin-bottom-2">
              <strong>{door.council}</strong>, {door.name}:{' '}
              <a className="govuk-link" href={`tel:${door.phone.replaceAll(' ', '')}`}>
                {door.phone}
              </a>
              <span className="app-second">
                {door.hours}. {door.openNow ? 'Open now.' : 'Closed now.'}
              </span>
            </p>
          </li>
        ))}
        <li className="app-front-doors__council">
          <p className="govuk-body govuk-!-margin-bottom-2">
            <strong>Childline</strong>, for children, day and night:{' '}
            <a className="govuk-link" href="tel:08001111">
              0800 1111
            </a>
          </p>
        </li>
      </ul>
    </section>
  );
}

function Card({ programme, id }: { programme: Programme; id: string }) {
  const now = programme.answer === 'YES' ? 'You can join now.' : 'It is on now.';
  const begins = programme.begun ? now : programme.startsOn && `It starts on ${day(programme.startsOn)}.`;
  return (
    <article className="app-card" aria-labelledby={id}>
      <h3 className="govuk-heading-m" id={id}>
        {programme.title}
      </h3>
      <p className="govuk-body">
        <Tag colour={colours[programme.answer]}>{words[programme.answer]}</Tag>
      </p>
      <p className="govuk-body">{programme.summary}</p>
      {programme.schedule && (
        <p className="govuk-body">
          {begins} {programme.schedule}.{programme.venue && ` ${programme.venue}.`}
        </p>
      )}
      <p className="govuk-body">
        For ages {programme.minAge} to {programme.maxAge}. Run by {programme.provider}.
      </p>
      <p className="govuk-body">
        <strong>What to do:</strong> {next(programme)}
      </p>
    </article>
  );
}

function Results({ found }: { found: Found }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is read from its beginning
  useEffect(() => heading.current?.focus(), [found]);
  const many = found.programmes.length;
  return (
    <section aria-labelledby="what-there-is">
      <h2 className="govuk-heading-m" id="what-there-is" ref={heading} tabIndex={-1}>
        {many === 0 ? 'We found nothing' : `We found ${many}`}
        {found.area && ` for ${found.area}`}
      </h2>
      {many === 0 && (
        <p className="govuk-body">That does not mean that nobody can help. Ring one of the numbers below.</p>
      )}
      {found.programmes.map((programme, index) => (
        <Card key={programme.title} programme={programme} id={`found-${index}`} />
      ))}
      <Numbers doors={found.doors} />
      <p className="govuk-body app-no-print">
        <button type="button" className="app-link-button govuk-link" onClick={() => window.print()}>
          Print this page
        </button>
      </p>
    </section>
  );
}

/** What is wrong before anybody is asked. */
function wrong(age: string, postcode: string, area: string): Problem[] {
  const typed = age.trim();
  const problems: Problem[] = [];
  if (!typed) problems.push({ path: 'age', code: 'REQUIRED', message: 'Enter an age' });
  else if (!/^\d{1,3}$/.test(typed))
    problems.push({ path: 'age', code: 'INVALID', message: 'Enter an age as a number, like 14' });
  if (postcode.trim() && area)
    problems.push({
      path: 'postcode',
      code: 'INVALID',
      message: 'Enter a postcode or choose an area, not both',
    });
  return problems;
}

export function PublicFindPage() {
  const [options, setOptions] = useState<Options>({ areas: [], needs: [] });
  const [age, setAge] = useState('');
  const [postcode, setPostcode] = useState('');
  const [area, setArea] = useState('');
  const [need, setNeed] = useState<string>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void loadOptions().then((loaded) => loaded && setOptions(loaded));
  }, []);
  const submit = async () => {
    const mistakes = wrong(age, postcode, area);
    setProblems(mistakes);
    setFailure(undefined);
    setFound(undefined);
    if (mistakes.length > 0 || busy) return;
    setBusy(true);
    const question = { age: Number(age.trim()), postcode: postcode.trim(), areaId: area, need: need ?? '' };
    const answer = await findProgrammes(question);
    setBusy(false);
    if (answer.state === 'problems') setProblems(answer.problems);
    else if (answer.state === 'failed') setFailure({ code: 'FAILED', message: answer.message });
    else setFound(answer.found);
  };
  return (
    <Page title="Find something to join" narrow>
      <Inset>
        If you are in danger now, call 999. If you cannot speak, call 999, listen, and press 55 when you are
        asked.
      </Inset>
      <p className="govuk-body">
        Here are clubs, mentors and other help near you. You do not sign in. We do not keep what you enter.
      </p>
      <div className="app-no-print">
        <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
          <TextInput
            path="age"
            label="How old are you, or your child?"
            numeric
            width={2}
            value={age}
            onChange={setAge}
          />
          <TextInput
            path="postcode"
            label="Your postcode (you can leave this out)"
            hint="We only use it to find your area. Then we forget it."
            width={10}
            value={postcode}
            onChange={setPostcode}
          />
          <Select
            path="areaId"
            label="Or choose where you live"
            empty="Anywhere"
            value={area}
            onChange={setArea}
            options={options.areas.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Radios<string>
            path="need"
            legend="What is hard right now? (you can leave this out)"
            small
            value={need ?? ''}
            onChange={setNeed}
            choices={[
              ...options.needs
                .filter((name) => needWords[name])
                .map((name) => ({ value: name, label: needWords[name] })),
              { value: '', label: 'Something else, or I do not want to say' },
            ]}
          />
          <Button submit busy={busy}>
            Find
          </Button>
        </Form>
      </div>
      {found && <Results found={found} />}
    </Page>
  );
}
