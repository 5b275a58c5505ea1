/** One case: who, what next, by when; then what happened. */
import { Link, lazyRouteComponent, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Button } from '../../components/button';
import { Done, Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { graphql } from '../../gql/gql';
import type { OneCaseQuery } from '../../gql/graphql';
import { AlertList } from '../../people/alerts';
import { ContactList } from '../../people/contacts';
import type { caseActs } from '../../platform/choices';
import { useData } from '../../platform/data';
import { NotFoundPage } from '../../platform/not-found-page';
import { useViewer } from '../../platform/viewer';
import { WhoLooked } from '../../record/audit/who-looked';
import { ConcernList } from '../concerns/concern-list';
import { LiveBar } from '../live-bar';
import { CaseStatusTag } from '../tags';
import { TaskList } from '../tasks/task-list';
import { CaseSummary } from './case-summary';
import { Timeline } from './timeline';

/** Loaded when they are first needed. */
const CasePlaces = lazyRouteComponent(() => import('../../delivery/case-places'), 'CasePlaces');
const PlaceForm = lazyRouteComponent(() => import('../../delivery/place-form'), 'PlaceForm');
const CaseMeasures = lazyRouteComponent(() => import('./case-measures'), 'CaseMeasures');
const ConsentList = lazyRouteComponent(() => import('../../people/consent-list'), 'ConsentList');
const AddNoteForm = lazyRouteComponent(() => import('./add-note-form'), 'AddNoteForm');
const TaskForm = lazyRouteComponent(() => import('../tasks/task-form'), 'TaskForm');
const AllocateForm = lazyRouteComponent(() => import('./allocate-form'), 'AllocateForm');
const ConsentForm = lazyRouteComponent(() => import('../../people/consent-form'), 'ConsentForm');
const RaiseConcernForm = lazyRouteComponent(
  () => import('../concerns/raise-concern-form'),
  'RaiseConcernForm',
);

const OneCase = graphql(`
  query OneCase($reference: String!) {
    case(reference: $reference) {
      id reference version status viewerCanEdit viewerCanAllocate viewerCanPlace
      youngPerson { id displayName age area { id } ...Alerts ...Contacts consents { id ...ConsentItem } }
      tasks(first: 50) { nodes { id done ...TaskRow } }
      safeguardingConcerns { id ...Concern }
      enrolments(first: 50) { nodes { id ...CasePlace } }
      ...CaseSummary
      ...NoteReaders
      ...AllocateForm
    }
  }
`);

type Case = NonNullable<OneCaseQuery['case']>;

type Act = (typeof caseActs)[number];
const titles: Record<Act, string> = {
  note: 'Add a note',
  task: 'Add a task',
  consent: 'Record consent',
  concern: 'Raise a safeguarding concern',
  allocate: 'Allocate the case',
  place: 'Place the child in a programme',
};

function ActSheet({
  it,
  act,
  done,
  close,
}: {
  it: Case;
  act: Act;
  done: (words: string) => void;
  close: () => void;
}) {
  return (
    <Sheet title={titles[act]} key={act}>
      <Suspense fallback={<Loading what="the form" />}>
        {act === 'note' && <AddNoteForm subject={it} done={done} cancel={close} />}
        {act === 'task' && <TaskForm caseId={it.id} done={done} cancel={close} />}
        {act === 'consent' && <ConsentForm youngPersonId={it.youngPerson.id} done={done} cancel={close} />}
        {act === 'concern' && <RaiseConcernForm about={{ caseId: it.id }} done={done} cancel={close} />}
        {act === 'allocate' && <AllocateForm subject={it} done={done} cancel={close} />}
        {act === 'place' && (
          <PlaceForm
            caseId={it.id}
            age={it.youngPerson.age}
            areaId={it.youngPerson.area?.id}
            done={done}
            cancel={close}
          />
        )}
      </Suspense>
    </Sheet>
  );
}

/** What this viewer may do here now, as the API says; the rest is not offered. */
function actsOf(it: Case, role: string): Act[] {
  const manages = role === 'TEAM_MANAGER';
  const edits = it.viewerCanEdit || manages;
  const open = it.status !== 'CLOSED' && it.status !== 'TRANSFERRED';
  return [
    ...(open && it.viewerCanAllocate ? (['allocate'] as const) : []),
    ...(open && edits ? (['note', 'task', 'consent'] as const) : []),
    ...(it.viewerCanPlace ? (['place'] as const) : []),
    'concern',
  ];
}

function Body({ it, reload, loads }: { it: Case; reload: () => void; loads: number }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const { reference } = useParams({ strict: false }) as { reference: string };
  const { act, only } = useSearch({ strict: false }) as { act?: Act; only?: 'notes' };
  const [told, setTold] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const acts = actsOf(it, viewer.role);
  const go = (next?: Act) => {
    if (next) setTold(undefined);
    void navigate({
      to: '/cases/$reference',
      params: { reference },
      search: { ...(next && { act: next }), ...(only && { only }) },
      replace: true,
    });
  };
  const done = (words: string) => {
    setTold(words);
    go();
    reload();
  };
  const tasks = it.tasks?.nodes ?? [];
  const places = it.enrolments?.nodes ?? [];
  const open = tasks.filter((task) => !task.done);
  return (
    <>
      <LiveBar reload={reload} nouns={['case', 'referral']} caseId={it.id} />
      {told && <Done>{told}</Done>}
      {failed && <NotShown message={failed} />}
      <p className="app-stage">
        <CaseStatusTag status={it.status} />
      </p>
      <AlertList youngPerson={it.youngPerson} />
      {act && acts.includes(act) ? (
        <ActSheet it={it} act={act} done={done} close={() => go()} />
      ) : (
        <div className="govuk-button-group app-no-print">
          {acts.map((name, index) => (
            <Button key={name} look={index === 0 ? 'primary' : 'secondary'} onClick={() => go(name)}>
              {titles[name]}
            </Button>
          ))}
        </div>
      )}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ConcernList concerns={it.safeguardingConcerns ?? []} mayResolve={acts.includes('note')} />
          <h2 className="govuk-heading-m">Tasks</h2>
          {open.length > 0 ? (
            <TaskList
              tasks={open}
              caption={`${open.length} to do`}
              hideCaption
              failed={(words) => {
                setFailed(words);
                reload();
              }}
            />
          ) : (
            <p className="govuk-body">Nothing to do.</p>
          )}
          {places.length > 0 && (
            <>
              <h2 className="govuk-heading-m">Programmes</h2>
              <Suspense fallback={<Loading what="programmes" />}>
                <CasePlaces places={places} done={done} />
              </Suspense>
            </>
          )}
          <Suspense fallback={<Loading what="goals and measures" />}>
            <CaseMeasures reference={it.reference} loads={loads} changed={reload} />
          </Suspense>
          <div className="app-timeline-head">
            <h2 className="govuk-heading-m">{only === 'notes' ? 'Notes' : 'Timeline'}</h2>
            <Link
              className="govuk-link app-no-print"
              to="/cases/$reference"
              params={{ reference: it.reference }}
              search={only === 'notes' ? {} : { only: 'notes' }}
              replace
            >
              {only === 'notes' ? 'Show everything' : 'Show notes only'}
            </Link>
          </div>
          <Timeline reference={it.reference} notesOnly={only === 'notes'} loads={loads} done={setTold} />
        </div>
        <div className="govuk-grid-column-one-third">
          <CaseSummary subject={it} />
          <WhoLooked reference={it.reference} />
          <h2 className="govuk-heading-s">People around the child</h2>
          <ContactList youngPerson={it.youngPerson} />
          {it.youngPerson.consents && (
            <>
              <h2 className="govuk-heading-s">Consent</h2>
              <Suspense fallback={<Loading what="consent" />}>
                <ConsentList
                  consents={it.youngPerson.consents}
                  mayChange={acts.includes('consent')}
                  done={(words) => {
                    setTold(words);
                    reload();
                  }}
                />
              </Suspense>
            </>
          )}
        </div>
      </div>
    </>
  );
}

export function CasePage() {
  const { reference } = useParams({ strict: false }) as { reference: string };
  const { data, failure, loading, reload } = useData(OneCase, { reference });
  const [loads, setLoads] = useState(0);
  const it = data?.case;
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  return (
    <Page
      title={`Case ${reference}`}
      heading={it?.youngPerson.displayName}
      caption={`Case ${reference}`}
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {loading && <Loading what="the case" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && (
        <Body
          it={it}
          loads={loads}
          reload={() => {
            setLoads(loads + 1);
            reload();
          }}
        />
      )}
    </Page>
  );
}
