/** States as tags. The words carry the meaning; red stands only for what cannot wait. */
import { Tag, type TagColour } from '../components/tag';
import type { CaseStatus, ReferralStage, ReferralStatus, Urgency } from '../gql/graphql';
import { caseStatusWords, stageWords, statusWords, urgencyWords } from './words';

const stageColours: Record<ReferralStage, TagColour> = {
  RECEIVED: 'grey',
  QUESTION_FOR_YOU: 'yellow',
  BEING_LOOKED_AT: 'blue',
  SOMEONE_IS_WORKING_ON_IT: 'green',
  NOT_TAKEN_ON: 'grey',
  ENDED: 'grey',
  WITHDRAWN: 'grey',
};

export function StageTag({ stage }: { stage: ReferralStage }) {
  return <Tag colour={stageColours[stage]}>{stageWords[stage]}</Tag>;
}

export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  const colours = { ROUTINE: 'grey', PRIORITY: 'yellow', IMMEDIATE: 'red' } as const;
  return <Tag colour={colours[urgency]}>{urgencyWords[urgency]}</Tag>;
}

export function StatusTag({ status }: { status: ReferralStatus }) {
  const waits = status === 'SUBMITTED' || status === 'INFO_REQUESTED';
  return <Tag colour={waits ? 'blue' : 'grey'}>{statusWords[status]}</Tag>;
}

export function CaseStatusTag({ status }: { status: CaseStatus }) {
  const colours: Partial<Record<CaseStatus, TagColour>> = {
    AWAITING_CONSENT: 'yellow',
    OPEN: 'yellow',
    CLOSED: 'grey',
    TRANSFERRED: 'grey',
    ON_HOLD: 'grey',
  };
  return <Tag colour={colours[status] ?? 'blue'}>{caseStatusWords[status]}</Tag>;
}

export function OverdueTag() {
  return <Tag colour="red">Overdue</Tag>;
}
