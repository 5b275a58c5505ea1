/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment NoteReaders on Case { id caseworker { id name } coWorkers { id name } }\n": typeof types.NoteReadersFragmentDoc,
    "\n  mutation AddCaseNote($input: AddCaseNoteInput!) {\n    addCaseNote(input: $input) { note { id case { id lastNoteAt lastSeenOn } } problems { field code message } }\n  }\n": typeof types.AddCaseNoteDocument,
    "\n  fragment AllocateForm on Case { id version caseworker { id name } coWorkers { id name } }\n": typeof types.AllocateFormFragmentDoc,
    "\n  query Caseworkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name active } }\n  }\n": typeof types.CaseworkersDocument,
    "\n  mutation AllocateCase($input: AllocateCaseInput!) {\n    allocateCase(input: $input) {\n      case { id version status caseworker { id name } coWorkers { id name } }\n      problems { field code message }\n    }\n  }\n": typeof types.AllocateCaseDocument,
    "\n  mutation AmendCaseNote($input: AmendCaseNoteInput!) {\n    amendCaseNote(input: $input) { note { id ...NoteItem } problems { field code message } }\n  }\n": typeof types.AmendCaseNoteDocument,
    "\n  query CaseMeasures($reference: String!) {\n    case(reference: $reference) {\n      id status closedAt viewerCanKeepMeasures viewerCanFollowUp\n      goals { id ...Goal }\n      measures {\n        id instrument informant stage version takenOn total value band notScored offence change\n        subscales { name score band }\n      }\n    }\n  }\n": typeof types.CaseMeasuresDocument,
    "\n  query OneCase($reference: String!) {\n    case(reference: $reference) {\n      id reference version status viewerCanEdit viewerCanAllocate viewerCanPlace\n      youngPerson { id displayName age area { id } ...Alerts ...Contacts consents { id ...ConsentItem } }\n      tasks(first: 50) { nodes { id done ...TaskRow } }\n      safeguardingConcerns { id ...Concern }\n      enrolments(first: 50) { nodes { id ...CasePlace } }\n      ...CaseSummary\n      ...NoteReaders\n      ...AllocateForm\n    }\n  }\n": typeof types.OneCaseDocument,
    "\n  fragment CaseSummary on Case {\n    id pathway openedAt closedAt lastNoteAt lastSeenOn contactAttempts nextDueOn\n    caseworker { id name phone }\n    coWorkers { id name }\n    controller { id name }\n    youngPerson { id reference knownAs dateOfBirth age yearGroup school { id name } address { lines postcode } }\n    referral { id reference submittedAt trigger mainFactor sourceOrganisation { id name } }\n    previousCase { id reference }\n  }\n": typeof types.CaseSummaryFragmentDoc,
    "\n  fragment Goal on Goal { id title owner change ratings { on rating } }\n": typeof types.GoalFragmentDoc,
    "\n  mutation SetGoal($input: SetGoalInput!) {\n    setGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n": typeof types.SetGoalDocument,
    "\n  mutation RateGoal($input: RateGoalInput!) {\n    rateGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n": typeof types.RateGoalDocument,
    "\n  mutation RecordMeasure($input: RecordMeasureInput!) {\n    recordMeasure(input: $input) { measure { id total notScored } problems { field code message } }\n  }\n": typeof types.RecordMeasureDocument,
    "\n  query NoteDrafts { viewer { user { id } drafts { id kind content about { id } } } }\n": typeof types.NoteDraftsDocument,
    "\n  mutation SaveNoteDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n": typeof types.SaveNoteDraftDocument,
    "\n  mutation DiscardNoteDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n": typeof types.DiscardNoteDraftDocument,
    "\n  fragment NoteItem on CaseNote {\n    id version kind occurredAt recordedAt body audience voided\n    author { id name }\n    contact { outcome childSeen seenAlone place }\n    revisions { body at by { id name } }\n  }\n": typeof types.NoteItemFragmentDoc,
    "\n  query CaseTimeline($reference: String!, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {\n    case(reference: $reference) {\n      id\n      timeline(kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          id at kind title\n          by { id name }\n          subject {\n            id\n            __typename\n            ... on CaseNote { ...NoteItem }\n            ... on Session {\n              startsAt\n              offering { id programme { id title } }\n              notes { author { id } at body }\n            }\n            ... on Enrolment { offering { id programme { id title } } }\n          }\n        }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n": typeof types.CaseTimelineDocument,
    "\n  fragment Concern on SafeguardingConcern {\n    id version kind aboutName immediateDanger text raisedAt decisionDueOn outcome open\n    about { id name }\n    raisedBy { id name }\n    calls { agency calledAt spokeTo reference }\n  }\n": typeof types.ConcernFragmentDoc,
    "\n  mutation ResolveSafeguardingConcern($input: ResolveSafeguardingConcernInput!) {\n    resolveSafeguardingConcern(input: $input) {\n      safeguardingConcern { id ...Concern }\n      problems { field code message }\n    }\n  }\n": typeof types.ResolveSafeguardingConcernDocument,
    "\n  query Concerns($open: Boolean) {\n    safeguardingConcerns(open: $open, first: 50) {\n      totalCount\n      nodes {\n        id ...Concern\n        youngPerson { id displayName }\n        case { id reference }\n        referral { id reference }\n      }\n    }\n  }\n": typeof types.ConcernsDocument,
    "\n  mutation RaiseSafeguardingConcern($input: RaiseSafeguardingConcernInput!) {\n    raiseSafeguardingConcern(input: $input) {\n      safeguardingConcern {\n        id\n        referral { id safeguardingConcerns { id } }\n        case { id safeguardingConcerns { id } }\n      }\n      problems { field code message }\n    }\n  }\n": typeof types.RaiseSafeguardingConcernDocument,
    "\n  query FrontDoors {\n    organisations(filter: { kinds: [LOCAL_AUTHORITY] }, first: 20) {\n      nodes { id name frontDoors { name phone hours openNow } }\n    }\n  }\n": typeof types.FrontDoorsDocument,
    "\n  fragment ReferralMessages on Referral {\n    messages { at from { id name } by { id name } kind text }\n  }\n": typeof types.ReferralMessagesFragmentDoc,
    "\n  query EarlierReferrals($text: String!) {\n    referrals(filter: { text: $text }, first: 10) {\n      nodes { id reference stage submittedAt child { id dateOfBirth } }\n    }\n  }\n": typeof types.EarlierReferralsDocument,
    "\n  query Drafts { viewer { user { id } drafts { id kind content savedAt } } }\n": typeof types.DraftsDocument,
    "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n": typeof types.SaveDraftDocument,
    "\n  mutation DiscardDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n": typeof types.DiscardDraftDocument,
    "\n  query ReceivingServices {\n    organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } }\n  }\n": typeof types.ReceivingServicesDocument,
    "\n  mutation SubmitReferral($input: SubmitReferralInput!) {\n    submitReferral(input: $input) { referral { id reference } problems { field code message } }\n  }\n": typeof types.SubmitReferralDocument,
    "\n  query RequestedProgramme($id: ID!) { node(id: $id) { __typename id ... on Programme { title } } }\n": typeof types.RequestedProgrammeDocument,
    "\n  query ReferralSent($reference: String!) {\n    referral(reference: $reference) {\n      id reference urgency triageDueAt\n      services { id name }\n      contactPoint { name phone hours openNow }\n    }\n  }\n": typeof types.ReferralSentDocument,
    "\n  fragment ReferralContent on Referral {\n    child { id givenName familyName dateOfBirth dateOfBirthEstimated sex school { id name } }\n    source sourceOrganisation { id name } referrer { id name jobTitle phone }\n    trigger triggeredOn mainFactor factors strengths evidence { code text }\n    whatHappened triedSoFar childView parentView\n    weapon harm socialCare\n    education { onRoll attendancePercent suspensionsThisYear permanentlyExcluded weeklyHoursIfPartTime specialNeeds actualYearGroup }\n    professionals { name role organisation phone lead }\n    communicationNeeds interpreterNeeded risksToVisitors parentAware parentNotTold\n    externalReference\n    requestedProgramme { id title }\n  }\n": typeof types.ReferralContentFragmentDoc,
    "\n  query OneReferral($reference: String!) {\n    referral(reference: $reference) { id status ...SentReferral ...TriageReferral }\n  }\n": typeof types.OneReferralDocument,
    "\n  fragment SentReferral on Referral {\n    id reference version stage urgency submittedAt triageDueAt answerDueOn acknowledgedAt\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone hours openNow }\n    decision { decidedAt redirectedTo }\n    viewerCanWithdraw viewerCanAddInformation viewerCanChallenge\n    ...ReferralMessages\n    ...ReferralContent\n  }\n": typeof types.SentReferralFragmentDoc,
    "\n  mutation AddReferralInformation($input: ReferralTextInput!) {\n    addReferralInformation(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": typeof types.AddReferralInformationDocument,
    "\n  mutation WithdrawReferral($input: WithdrawReferralInput!) {\n    withdrawReferral(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": typeof types.WithdrawReferralDocument,
    "\n  mutation ChallengeDecision($input: ReferralTextInput!) {\n    challengeDecision(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": typeof types.ChallengeDecisionDocument,
    "\n  fragment SentRow on Referral {\n    id reference stage urgency submittedAt answerDueOn\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone }\n  }\n": typeof types.SentRowFragmentDoc,
    "\n  query SentReferrals($filter: ReferralFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: NEWEST, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...SentRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    asked: referrals(filter: { stages: [QUESTION_FOR_YOU] }, first: 1) { totalCount }\n  }\n": typeof types.SentReferralsDocument,
    "\n  query Colleagues($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER, TRIAGE_OFFICER, TEAM_MANAGER] }, first: 100) {\n      nodes { id name active }\n    }\n  }\n": typeof types.ColleaguesDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) { task { id ...TaskRow case { id nextDueOn } } problems { field code message } }\n  }\n": typeof types.CreateTaskDocument,
    "\n  fragment TaskRow on Task {\n    id version title dueOn at place done overdue\n    assignee { id name }\n    case { id reference youngPerson { id displayName } }\n    referral { id reference child { id displayName } }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id ...TaskRow } problems { field code message } }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  query Tasks($filter: TaskFilter) {\n    tasks(filter: $filter, first: 100) { totalCount nodes { id ...TaskRow } }\n    overdue: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n    mine: tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n": typeof types.TasksDocument,
    "\n  fragment DecisionForm on Referral {\n    id version trigger status\n    child { id displayName }\n    youngPerson { id displayName }\n    safeguardingConcerns { id open }\n  }\n": typeof types.DecisionFormFragmentDoc,
    "\n  mutation TriageReferral($input: TriageReferralInput!) {\n    triageReferral(input: $input) {\n      referral { id version ...TriageReferral }\n      problems { field code message }\n    }\n  }\n": typeof types.TriageReferralDocument,
    "\n  query FindChild($search: String!) {\n    youngPeople(search: $search, first: 10) {\n      nodes {\n        id reference displayName dateOfBirth\n        school { id name }\n        cases(first: 10) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt trigger } }\n      }\n    }\n  }\n": typeof types.FindChildDocument,
    "\n  fragment TakeButton on Referral {\n    id version status viewerCanTriage\n    owner { id name }\n    child { id displayName }\n  }\n": typeof types.TakeButtonFragmentDoc,
    "\n  mutation TakeReferral($input: ReferralVersionInput!) {\n    takeReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n": typeof types.TakeReferralDocument,
    "\n  mutation ReleaseReferral($input: ReferralVersionInput!) {\n    releaseReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n": typeof types.ReleaseReferralDocument,
    "\n  fragment TriageActs on Referral {\n    id version\n    services { id name }\n    decision { outcome reason rationale feedback decidedBy { id name } }\n    ...DecisionForm\n  }\n": typeof types.TriageActsFragmentDoc,
    "\n  query Services { organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } } }\n": typeof types.ServicesDocument,
    "\n  mutation PassReferral($input: PassReferralInput!) {\n    passReferral(input: $input) { referral { id version } problems { field code message } }\n  }\n": typeof types.PassReferralDocument,
    "\n  mutation MessageReferrer($input: ReferralTextInput!) {\n    messageReferrer(input: $input) { referral { id version ...ReferralMessages } problems { field code message } }\n  }\n": typeof types.MessageReferrerDocument,
    "\n  mutation CountersignDecision($input: CountersignInput!) {\n    countersignDecision(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n": typeof types.CountersignDecisionDocument,
    "\n  mutation ConfirmRedirect($input: ConfirmRedirectInput!) {\n    confirmRedirect(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n": typeof types.ConfirmRedirectDocument,
    "\n  fragment QueueRow on Referral {\n    id reference status urgency overdue submittedAt triageDueAt answerDueOn mainFactor awaitingCountersign\n    child { id displayName dateOfBirth }\n    owner { id name }\n    sourceOrganisation { id name }\n    services { id name }\n    ...TakeButton\n  }\n": typeof types.QueueRowFragmentDoc,
    "\n  query Queue($filter: ReferralFilter, $orderBy: ReferralOrder, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...QueueRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    unowned: referrals(filter: { unowned: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    mine: referrals(filter: { mine: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    overdue: referrals(filter: { overdue: true }, first: 1) { totalCount }\n    waiting: referrals(filter: { statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n  }\n": typeof types.QueueDocument,
    "\n  fragment TriageReferral on Referral {\n    id reference version status urgency overdue submittedAt triageDueAt answerDueOn acknowledgedAt awaitingCountersign\n    child { id displayName }\n    youngPerson { id reference displayName ...Alerts ...Contacts }\n    services { id name }\n    owner { id name }\n    case { id reference status }\n    decision {\n      outcome reason rationale feedback decidedAt redirectedTo redirectConfirmedAt\n      decidedBy { id name }\n      countersignedBy { id name }\n    }\n    safeguardingConcerns { id ...Concern }\n    history { from to at reason by { id name } }\n    viewerCanTriage viewerCanCountersign\n    ...TakeButton\n    ...TriageActs\n    ...ReferralMessages\n    ...ReferralContent\n  }\n": typeof types.TriageReferralFragmentDoc,
    "\n  fragment CaseRow on Case {\n    id reference status pathway nextDueOn lastSeenOn lastNoteAt openedAt\n    youngPerson { id displayName age school { id name } }\n    caseworker { id name }\n  }\n": typeof types.CaseRowFragmentDoc,
    "\n  fragment CountersignRow on Referral {\n    id reference viewerCanCountersign\n    child { id displayName }\n    sourceOrganisation { id name }\n    decision { outcome reason decidedAt decidedBy { id name } }\n  }\n": typeof types.CountersignRowFragmentDoc,
    "\n  query WorkLooked { viewer { workLookedAt } }\n": typeof types.WorkLookedDocument,
    "\n  mutation MarkWorkLooked { markWorkLooked { lookedAt } }\n": typeof types.MarkWorkLookedDocument,
    "\n  query Team(\n    $decisions: Boolean!, $filter: CaseFilter, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    cases(filter: $filter, orderBy: NEXT_DUE, first: $first, after: $after, last: $last, before: $before)\n      @skip(if: $decisions) {\n      totalCount\n      nodes { id ...CaseRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    decisions: referrals(\n      filter: { awaitingCountersign: true }, orderBy: OLDEST\n      first: $first, after: $after, last: $last, before: $before\n    ) @include(if: $decisions) {\n      nodes { id ...CountersignRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    waiting: referrals(filter: { awaitingCountersign: true }, first: 1) { totalCount }\n    unallocated: cases(filter: { unallocated: true }, first: 1) { totalCount }\n    unseen: cases(filter: { notSeenForDays: 28 }, first: 1) { totalCount }\n    tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n": typeof types.TeamDocument,
    "\n  query TeamWorkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name } }\n  }\n": typeof types.TeamWorkersDocument,
    "\n  query Work($statuses: [CaseStatus!], $since: DateTime) {\n    cases(filter: { mine: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      totalCount\n      nodes { id ...CaseRow }\n    }\n    covering: cases(filter: { covering: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      nodes { id ...CaseRow }\n    }\n    changed: cases(filter: { mine: true, statuses: $statuses, changedSince: $since }, first: 100) { nodes { id } }\n    overdueTasks: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n  }\n": typeof types.WorkDocument,
    "\n  query CapacityOverview($filter: ProgrammeFilter) {\n    programmes(filter: $filter, first: 100) {\n      nodes {\n        id title\n        provider { id name }\n        offerings(first: 50) {\n          nodes { id status places { capacity taken held left waiting expectedWaitWorkingDays } }\n        }\n      }\n      pageInfo { hasNextPage }\n    }\n  }\n": typeof types.CapacityOverviewDocument,
    "\n  fragment CasePlace on Enrolment {\n    id version status position positionReason priorityReason passedOver offerExpiresAt startedOn endedOn\n    viewerCanAnswer viewerCanConfirm viewerCanEnd viewerCanAnswerRemoval\n    removalAsked { on reason }\n    offering { id startsOn schedule venue programme { id title provider { id name } } }\n  }\n": typeof types.CasePlaceFragmentDoc,
    "\n  mutation AnswerOffer($input: AnswerOfferInput!) {\n    answerOffer(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": typeof types.AnswerOfferDocument,
    "\n  mutation ConfirmWaiting($input: ConfirmWaitingInput!) {\n    confirmWaiting(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": typeof types.ConfirmWaitingDocument,
    "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": typeof types.EndEnrolmentDocument,
    "\n  mutation AnswerRemoval($input: AnswerRemovalInput!) {\n    answerRemoval(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": typeof types.AnswerRemovalDocument,
    "\n  query Cohort($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      id\n      ... on Offering {\n        startsOn endsOn schedule venue\n        programme { id title provider { id name } }\n        places { capacity taken held left waiting answer }\n        enrolments(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes {\n            id version status position positionReason startedOn endedOn viewerCanEnd removalAsked { on reason }\n            youngPerson { id displayName }\n            attendance { expected attended rate minutes }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": typeof types.CohortDocument,
    "\n  mutation EndPlace($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status endedOn viewerCanEnd removalAsked { on reason } } problems { field code message } }\n  }\n": typeof types.EndPlaceDocument,
    "\n  query FindProgramme(\n    $filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    programmeAvailability(\n      filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id ...OfferingCard }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    areas { id name kind }\n  }\n": typeof types.FindProgrammeDocument,
    "\n  fragment OfferingCard on Offering {\n    id venue startsOn endsOn schedule\n    area { id name }\n    programme {\n      id title summary mode minAge maxAge\n      provider { id name }\n      approach { code name }\n      evidence { band source asOf }\n    }\n    places { answer leftBand left waiting expectedWaitWorkingDays asAt }\n  }\n": typeof types.OfferingCardFragmentDoc,
    "\n  query PassedOver($year: Int!, $quarter: Int!) {\n    passedOverCheck(year: $year, quarter: $quarter) {\n      sex { of waited passedOver }\n      ethnicity { of waited passedOver }\n    }\n  }\n": typeof types.PassedOverDocument,
    "\n  query FittingProgrammes($filter: AvailabilityFilter) {\n    programmeAvailability(filter: $filter, orderBy: MOST_PLACES, first: 50) { nodes { id ...OfferingCard } }\n  }\n": typeof types.FittingProgrammesDocument,
    "\n  mutation Enrol($input: EnrolInput!) {\n    enrol(input: $input) { enrolment { id version status position } problems { field code message } }\n  }\n": typeof types.EnrolDocument,
    "\n  query OneProgramme($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary mode reach minAge maxAge active sensitive factors\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n        areas { id name }\n        offerings(first: 20) { nodes { id status startsOn viewerCanSchedule ...OfferingCard } }\n      }\n    }\n  }\n": typeof types.OneProgrammeDocument,
    "\n  query SessionRegister($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Session {\n        startsAt endsAt cancelled viewerCanTakeRegister\n        offering { id venue programme { id title } }\n        register {\n          id status takingPart\n          youngPerson { id displayName }\n          card {\n            displayName age medical goingHome\n            emergencyContact { id name relationship phone mayContact }\n            alerts { id kind text }\n          }\n        }\n        attendances { enrolment { id } mark note }\n        notes { enrolment { id } author { id name } at body }\n        headcount { children youngAdults adults }\n      }\n    }\n  }\n": typeof types.SessionRegisterDocument,
    "\n  mutation TakeAttendance($input: TakeAttendanceInput!) {\n    takeAttendance(input: $input) {\n      session { id attendances { enrolment { id } mark } }\n      problems { field code message }\n    }\n  }\n": typeof types.TakeAttendanceDocument,
    "\n  mutation AddSessionNote($input: AddSessionNoteInput!) {\n    addSessionNote(input: $input) { session { id } problems { field code message } }\n  }\n": typeof types.AddSessionNoteDocument,
    "\n  mutation RecordHeadcount($input: RecordHeadcountInput!) {\n    recordHeadcount(input: $input) { session { id } problems { field code message } }\n  }\n": typeof types.RecordHeadcountDocument,
    "\n  mutation Schedule($input: ScheduleSessionsInput!) {\n    scheduleSessions(input: $input) { offering { id version } problems { field code message } }\n  }\n": typeof types.ScheduleDocument,
    "\n  query OfferingSessions($id: ID!, $before: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Offering {\n        version startsOn endsOn schedule venue viewerCanSchedule\n        leaders { id name }\n        programme { id title provider { id name } }\n        sessions(last: 100, before: $before) {\n          nodes { id version startsAt endsAt cancelled cancelledReason viewerCanCancel workers { id name } }\n          pageInfo { hasPreviousPage startCursor }\n        }\n      }\n    }\n  }\n": typeof types.OfferingSessionsDocument,
    "\n  mutation CancelSession($input: CancelSessionInput!) {\n    cancelSession(input: $input) { session { id version cancelled } problems { field code message } }\n  }\n": typeof types.CancelSessionDocument,
    "\n  query ComingSessions($filter: SessionFilter, $after: String) {\n    sessions(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id startsAt endsAt cancelled cancelledReason\n        offering { id venue programme { id title } }\n        register { id status }\n        attendances { enrolment { id } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ComingSessionsDocument,
    "\n  fragment OutcomeChange on MeasureChange {\n    instrument informant\n    pairs { value display suppressed }\n    missingAtEnd { value display suppressed }\n    meanBefore { value display suppressed }\n    meanAfter { value display suppressed }\n    effectSize { value display suppressed }\n    effectSizeLow { value display suppressed }\n    effectSizeHigh { value display suppressed }\n    improved { value display suppressed }\n    noReliableChange { value display suppressed }\n    deteriorated { value display suppressed }\n  }\n": typeof types.OutcomeChangeFragmentDoc,
    "\n  query OutcomeChanges($filter: OutcomeFilter) {\n    whole: outcomeSummary(filter: $filter, groupBy: []) { release asAt total { changes { ...OutcomeChange } } }\n    programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label } started { value display suppressed } changes { ...OutcomeChange } }\n    }\n  }\n": typeof types.OutcomeChangesDocument,
    "\n  query OutcomeCoarser($filter: OutcomeFilter, $by: [OutcomeDimension!]!) {\n    outcomeSummary(filter: $filter, groupBy: $by) {\n      release asAt\n      rows {\n        key { label }\n        referred { value display suppressed }\n        accepted { value display suppressed }\n        enrolled { value display suppressed }\n        started { value display suppressed }\n        completed { value display suppressed }\n        endedEarly { value display suppressed }\n        changes { ...OutcomeChange }\n      }\n    }\n  }\n": typeof types.OutcomeCoarserDocument,
    "\n  fragment SummaryContacts on OutcomeSummary {\n    contacts {\n      key { label node { id } }\n      contacts { value display suppressed }\n      ofChildren { value display suppressed }\n      hours\n    }\n  }\n": typeof types.SummaryContactsFragmentDoc,
    "\n  fragment OutcomeGroups on OutcomeSummary {\n    release asAt\n    rows {\n      key { label }\n      referred { value display suppressed }\n      accepted { value display suppressed }\n      ...ProgrammePlaces\n    }\n  }\n": typeof types.OutcomeGroupsFragmentDoc,
    "\n  query OutcomeForWhom($filter: OutcomeFilter) {\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...OutcomeGroups }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...OutcomeGroups }\n    ethnicity: outcomeSummary(filter: $filter, groupBy: [ETHNICITY_GROUP]) { ...OutcomeGroups }\n    needs: outcomeSummary(filter: $filter, groupBy: [SPECIAL_NEEDS]) { ...OutcomeGroups }\n  }\n": typeof types.OutcomeForWhomDocument,
    "\n  mutation ExportReport($input: ExportReportInput!) {\n    exportReport(input: $input) { export { id } problems { field code message } }\n  }\n": typeof types.ExportReportDocument,
    "\n  mutation ExportOutcomeSummary($input: ExportOutcomeSummaryInput!) {\n    exportOutcomeSummary(input: $input) { export { id } problems { field code message } }\n  }\n": typeof types.ExportOutcomeSummaryDocument,
    "\n  query OneExport($id: ID!) {\n    node(id: $id) { __typename id ... on Export { state takenAt path } }\n  }\n": typeof types.OneExportDocument,
    "\n  fragment OutcomeCounts on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    reReferred { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    ...ProgrammePlaces\n  }\n": typeof types.OutcomeCountsFragmentDoc,
    "\n  query OutcomeYears($year: OutcomeFilter, $before: OutcomeFilter) {\n    year: outcomeSummary(filter: $year, groupBy: []) { total { ...OutcomeCounts } }\n    before: outcomeSummary(filter: $before, groupBy: []) { total { ...OutcomeCounts } }\n  }\n": typeof types.OutcomeYearsDocument,
    "\n  query OutcomeIndicators($year: Int) {\n    outcomeIndicators(year: $year) {\n      release asAt owner version validFrom cohort\n      indicators {\n        code name family owner version validFrom definition sources verified local\n        figures {\n          words\n          count { value display suppressed }\n          whole { value display suppressed }\n          share { value display suppressed }\n          change {\n            pairs { value display suppressed }\n            meanBefore { value display suppressed }\n            meanAfter { value display suppressed }\n            effectSize { value display suppressed }\n            effectSizeLow { value display suppressed }\n            effectSizeHigh { value display suppressed }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OutcomeIndicatorsDocument,
    "\n  query ReleaseOfIndicators { outcomeSummary(groupBy: []) { release asAt } }\n": typeof types.ReleaseOfIndicatorsDocument,
    "\n  query OutcomeMonths($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: []) {\n      release asAt\n      disclosure { method threshold base note }\n      total { ...OutcomeCounts }\n    }\n  }\n": typeof types.OutcomeMonthsDocument,
    "\n  query OutcomeByProgramme($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label node { id } } ...ProgrammePlaces }\n      ...SummaryContacts\n    }\n  }\n": typeof types.OutcomeByProgrammeDocument,
    "\n  query OutcomeQuarters($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [QUARTER]) {\n      release asAt\n      rows { key { label } referred { value display suppressed } started { value display suppressed } }\n    }\n  }\n": typeof types.OutcomeQuartersDocument,
    "\n  query OutcomeAreas { areas(kind: LOCAL_AUTHORITY) { id name } }\n": typeof types.OutcomeAreasDocument,
    "\n  fragment ProgrammePlaces on OutcomeRow {\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    endedEarlyByChild { value display suppressed }\n    endedEarlyByUs { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n  }\n": typeof types.ProgrammePlacesFragmentDoc,
    "\n  query OutcomesOfProgramme($id: ID!, $own: OutcomeFilter, $all: OutcomeFilter) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary active reach\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n      }\n    }\n    own: outcomeSummary(filter: $own, groupBy: []) {\n      release asAt\n      disclosure { note }\n      total { ...ProgrammePlaces changes { ...OutcomeChange } }\n      ...SummaryContacts\n    }\n    all: outcomeSummary(filter: $all, groupBy: []) { total { ...ProgrammePlaces } }\n  }\n": typeof types.OutcomesOfProgrammeDocument,
    "\n  query OutcomesOfApproach($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      total { ...ProgrammePlaces }\n      rows { key { label node { id } } ...ProgrammePlaces changes { ...OutcomeChange } }\n    }\n  }\n": typeof types.OutcomesOfApproachDocument,
    "\n  query NewestRelease { outcomeSummary(groupBy: []) { release asAt } }\n": typeof types.NewestReleaseDocument,
    "\n  fragment ReachRows on OutcomeSummary {\n    rows {\n      key { label }\n      enrolled { value display suppressed }\n      started { value display suppressed }\n      completed { value display suppressed }\n    }\n  }\n": typeof types.ReachRowsFragmentDoc,
    "\n  query OutcomeReach($filter: OutcomeFilter, $ever: OutcomeFilter) {\n    quarters: outcomeSummary(filter: $ever, groupBy: [QUARTER]) { ...ReachRows }\n    council: outcomeSummary(filter: $filter, groupBy: [LOCAL_AUTHORITY]) { ...ReachRows }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...ReachRows }\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...ReachRows }\n  }\n": typeof types.OutcomeReachDocument,
    "\n  query MayPublish { viewer { canPublishReports } }\n": typeof types.MayPublishDocument,
    "\n  mutation PublishReport($input: PublishReportInput!) {\n    publishReport(input: $input) { report { id } problems { field code message } }\n  }\n": typeof types.PublishReportDocument,
    "\n  fragment ReportSummary on OutcomeSummary {\n    release asAt\n    rows { key { label } ...ReportRow }\n    total { key { label } ...ReportRow }\n    ...SummaryContacts\n  }\n": typeof types.ReportSummaryFragmentDoc,
    "\n  fragment ReportRow on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n    changes { ...OutcomeChange }\n  }\n": typeof types.ReportRowFragmentDoc,
    "\n  query OneReport($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Report {\n        title publishedAt restated\n        by { id name }\n        question { period groupBy filters { label } }\n        definitions { figure meaning }\n        summary { ...ReportSummary release asAt disclosure { method note } }\n      }\n    }\n  }\n": typeof types.OneReportDocument,
    "\n  query ReportList($first: Int, $after: String, $last: Int, $before: String) {\n    viewer { canSeeOutcomes }\n    reports(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id title publishedAt restated\n        by { id name }\n        question { release asAt period filters { label } }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.ReportListDocument,
    "\n  fragment Alerts on YoungPerson { restricted alerts { id kind text from reviewOn } }\n": typeof types.AlertsFragmentDoc,
    "\n  fragment ChangeChild on YoungPerson {\n    id version givenName familyName knownAs dateOfBirth\n    school { id name }\n    address { lines postcode }\n  }\n": typeof types.ChangeChildFragmentDoc,
    "\n  mutation ChangeYoungPerson($input: ChangeYoungPersonInput!) {\n    changeYoungPerson(input: $input) { youngPerson { id version ...ChangeChild } problems { field code message } }\n  }\n": typeof types.ChangeYoungPersonDocument,
    "\n  query OneChild($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on YoungPerson {\n        reference version displayName givenName familyName knownAs dateOfBirth age yearGroup sex ethnicity firstLanguage\n        upn nhsNumber\n        school { id name }\n        area { id name }\n        address { lines postcode }\n        schools { school { id name } from to }\n        addresses { address { lines postcode } from to }\n        cases(first: 20) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt } }\n        ...Alerts\n        ...Contacts\n        ...Relations\n        ...ChangeChild\n      }\n    }\n  }\n": typeof types.OneChildDocument,
    "\n  query GroupToConfirm($filter: MembershipFilter) {\n    memberships(filter: $filter, first: 100) {\n      totalCount\n      nodes { id role lead user { id name } }\n    }\n  }\n": typeof types.GroupToConfirmDocument,
    "\n  mutation ConfirmMembers($input: ConfirmMembersInput!) {\n    confirmMembers(input: $input) { confirmedOn problems { field code message } }\n  }\n": typeof types.ConfirmMembersDocument,
    "\n  fragment ConfirmationRow on GroupConfirmation {\n    organisation { id name } group members led confirmedOn dueOn dueSoon overdue\n  }\n": typeof types.ConfirmationRowFragmentDoc,
    "\n  query Confirmations { confirmations { ...ConfirmationRow } }\n": typeof types.ConfirmationsDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n": typeof types.RecordConsentDocument,
    "\n  fragment ConsentItem on Consent {\n    id version kind status givenBy reason scope decidedOn withdrawnOn expiresOn gillickReasons\n    organisation { id name }\n  }\n": typeof types.ConsentItemFragmentDoc,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n": typeof types.WithdrawConsentDocument,
    "\n  mutation ChangeContact($input: ChangeContactInput!) {\n    changeContact(input: $input) { youngPerson { id version ...Contacts } problems { field code message } }\n  }\n": typeof types.ChangeContactDocument,
    "\n  fragment Contacts on YoungPerson {\n    contacts {\n      id version name relationship hasParentalResponsibility livesWith phone mayContact mayBeTold orderInForce\n      safeToCall safeToText safeToLeaveVoicemail\n    }\n  }\n": typeof types.ContactsFragmentDoc,
    "\n  fragment InvitationRow on Invitation {\n    id name email group role lead from to status invitedAt linkExpiresAt mayApprove maySend\n    organisation { id name }\n    invitedBy { id name }\n    approvedBy { id name }\n  }\n": typeof types.InvitationRowFragmentDoc,
    "\n  fragment LinkRequestRow on LinkRequest { id at user { id name } }\n": typeof types.LinkRequestRowFragmentDoc,
    "\n  mutation ApproveInvitation($input: InvitationInput!) {\n    approveInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": typeof types.ApproveInvitationDocument,
    "\n  mutation DeclineInvitation($input: InvitationInput!) {\n    declineInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": typeof types.DeclineInvitationDocument,
    "\n  mutation SendInvitation($input: InvitationInput!) {\n    sendInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": typeof types.SendInvitationDocument,
    "\n  mutation GiveLink($input: GiveLinkInput!) {\n    giveLink(input: $input) { user { id name } link linkExpiresAt problems { field code message } }\n  }\n": typeof types.GiveLinkDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      invitation { id status ...InvitationRow }\n      link linkExpiresAt\n      problems { field code message }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  fragment MemberRow on Membership {\n    id group role lead from to lastSignedInAt mayEnd\n    user { id name jobTitle }\n    organisation { id name }\n  }\n": typeof types.MemberRowFragmentDoc,
    "\n  mutation EndMembership($input: EndMembershipInput!) {\n    endMembership(input: $input) { user { id name } problems { field code message } }\n  }\n": typeof types.EndMembershipDocument,
    "\n  mutation EndUser($input: EndUserInput!) {\n    endUser(input: $input) { user { id name } problems { field code message } }\n  }\n": typeof types.EndUserDocument,
    "\n  query Organisations($filter: OrganisationFilter) {\n    organisations(filter: $filter, first: 100) { nodes { id name } }\n  }\n": typeof types.OrganisationsDocument,
    "\n  query PeopleOfGroup($filter: MembershipFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    memberships(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...MemberRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    invitations(first: 50) { totalCount nodes { id ...InvitationRow } }\n    linkRequests(first: 50) { totalCount nodes { id ...LinkRequestRow } }\n    confirmations { ...ConfirmationRow }\n  }\n": typeof types.PeopleOfGroupDocument,
    "\n  query OtherChildren($text: String!) {\n    youngPeople(search: $text, first: 10) { nodes { id reference displayName age } }\n  }\n": typeof types.OtherChildrenDocument,
    "\n  mutation RelateChildren($input: RelateChildrenInput!) {\n    relateChildren(input: $input) { youngPerson { id ...Relations } problems { field code message } }\n  }\n": typeof types.RelateChildrenDocument,
    "\n  fragment Relations on YoungPerson {\n    relations { kind source from reviewOn youngPerson { id displayName reference } }\n  }\n": typeof types.RelationsFragmentDoc,
    "\n  subscription PlacesChanged($filter: AvailabilityFilter, $after: String) {\n    availabilityChanged(filter: $filter, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.PlacesChangedDocument,
    "\n  subscription SessionsChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.SessionsChangedDocument,
    "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.WorkChangedDocument,
    "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": typeof types.CaseChangedDocument,
    "\n  query StillHere { viewer { user { id } } }\n": typeof types.StillHereDocument,
    "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id group lead }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n      canSeeAudit\n      canKeepPeople\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query AuditLines($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id at action subjectKind subjectReference purpose\n        actor { id name }\n        membership { id role organisation { id name } }\n        subject { __typename id ... on User { name } ... on Organisation { name } }\n        subjectPerson { id name }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.AuditLinesDocument,
    "\n  query People($filter: UserFilter) {\n    users(filter: $filter, first: 100) { nodes { id name organisation { id name } } }\n  }\n": typeof types.PeopleDocument,
};
const documents: Documents = {
    "\n  fragment NoteReaders on Case { id caseworker { id name } coWorkers { id name } }\n": types.NoteReadersFragmentDoc,
    "\n  mutation AddCaseNote($input: AddCaseNoteInput!) {\n    addCaseNote(input: $input) { note { id case { id lastNoteAt lastSeenOn } } problems { field code message } }\n  }\n": types.AddCaseNoteDocument,
    "\n  fragment AllocateForm on Case { id version caseworker { id name } coWorkers { id name } }\n": types.AllocateFormFragmentDoc,
    "\n  query Caseworkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name active } }\n  }\n": types.CaseworkersDocument,
    "\n  mutation AllocateCase($input: AllocateCaseInput!) {\n    allocateCase(input: $input) {\n      case { id version status caseworker { id name } coWorkers { id name } }\n      problems { field code message }\n    }\n  }\n": types.AllocateCaseDocument,
    "\n  mutation AmendCaseNote($input: AmendCaseNoteInput!) {\n    amendCaseNote(input: $input) { note { id ...NoteItem } problems { field code message } }\n  }\n": types.AmendCaseNoteDocument,
    "\n  query CaseMeasures($reference: String!) {\n    case(reference: $reference) {\n      id status closedAt viewerCanKeepMeasures viewerCanFollowUp\n      goals { id ...Goal }\n      measures {\n        id instrument informant stage version takenOn total value band notScored offence change\n        subscales { name score band }\n      }\n    }\n  }\n": types.CaseMeasuresDocument,
    "\n  query OneCase($reference: String!) {\n    case(reference: $reference) {\n      id reference version status viewerCanEdit viewerCanAllocate viewerCanPlace\n      youngPerson { id displayName age area { id } ...Alerts ...Contacts consents { id ...ConsentItem } }\n      tasks(first: 50) { nodes { id done ...TaskRow } }\n      safeguardingConcerns { id ...Concern }\n      enrolments(first: 50) { nodes { id ...CasePlace } }\n      ...CaseSummary\n      ...NoteReaders\n      ...AllocateForm\n    }\n  }\n": types.OneCaseDocument,
    "\n  fragment CaseSummary on Case {\n    id pathway openedAt closedAt lastNoteAt lastSeenOn contactAttempts nextDueOn\n    caseworker { id name phone }\n    coWorkers { id name }\n    controller { id name }\n    youngPerson { id reference knownAs dateOfBirth age yearGroup school { id name } address { lines postcode } }\n    referral { id reference submittedAt trigger mainFactor sourceOrganisation { id name } }\n    previousCase { id reference }\n  }\n": types.CaseSummaryFragmentDoc,
    "\n  fragment Goal on Goal { id title owner change ratings { on rating } }\n": types.GoalFragmentDoc,
    "\n  mutation SetGoal($input: SetGoalInput!) {\n    setGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n": types.SetGoalDocument,
    "\n  mutation RateGoal($input: RateGoalInput!) {\n    rateGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n": types.RateGoalDocument,
    "\n  mutation RecordMeasure($input: RecordMeasureInput!) {\n    recordMeasure(input: $input) { measure { id total notScored } problems { field code message } }\n  }\n": types.RecordMeasureDocument,
    "\n  query NoteDrafts { viewer { user { id } drafts { id kind content about { id } } } }\n": types.NoteDraftsDocument,
    "\n  mutation SaveNoteDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n": types.SaveNoteDraftDocument,
    "\n  mutation DiscardNoteDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n": types.DiscardNoteDraftDocument,
    "\n  fragment NoteItem on CaseNote {\n    id version kind occurredAt recordedAt body audience voided\n    author { id name }\n    contact { outcome childSeen seenAlone place }\n    revisions { body at by { id name } }\n  }\n": types.NoteItemFragmentDoc,
    "\n  query CaseTimeline($reference: String!, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {\n    case(reference: $reference) {\n      id\n      timeline(kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          id at kind title\n          by { id name }\n          subject {\n            id\n            __typename\n            ... on CaseNote { ...NoteItem }\n            ... on Session {\n              startsAt\n              offering { id programme { id title } }\n              notes { author { id } at body }\n            }\n            ... on Enrolment { offering { id programme { id title } } }\n          }\n        }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n": types.CaseTimelineDocument,
    "\n  fragment Concern on SafeguardingConcern {\n    id version kind aboutName immediateDanger text raisedAt decisionDueOn outcome open\n    about { id name }\n    raisedBy { id name }\n    calls { agency calledAt spokeTo reference }\n  }\n": types.ConcernFragmentDoc,
    "\n  mutation ResolveSafeguardingConcern($input: ResolveSafeguardingConcernInput!) {\n    resolveSafeguardingConcern(input: $input) {\n      safeguardingConcern { id ...Concern }\n      problems { field code message }\n    }\n  }\n": types.ResolveSafeguardingConcernDocument,
    "\n  query Concerns($open: Boolean) {\n    safeguardingConcerns(open: $open, first: 50) {\n      totalCount\n      nodes {\n        id ...Concern\n        youngPerson { id displayName }\n        case { id reference }\n        referral { id reference }\n      }\n    }\n  }\n": types.ConcernsDocument,
    "\n  mutation RaiseSafeguardingConcern($input: RaiseSafeguardingConcernInput!) {\n    raiseSafeguardingConcern(input: $input) {\n      safeguardingConcern {\n        id\n        referral { id safeguardingConcerns { id } }\n        case { id safeguardingConcerns { id } }\n      }\n      problems { field code message }\n    }\n  }\n": types.RaiseSafeguardingConcernDocument,
    "\n  query FrontDoors {\n    organisations(filter: { kinds: [LOCAL_AUTHORITY] }, first: 20) {\n      nodes { id name frontDoors { name phone hours openNow } }\n    }\n  }\n": types.FrontDoorsDocument,
    "\n  fragment ReferralMessages on Referral {\n    messages { at from { id name } by { id name } kind text }\n  }\n": types.ReferralMessagesFragmentDoc,
    "\n  query EarlierReferrals($text: String!) {\n    referrals(filter: { text: $text }, first: 10) {\n      nodes { id reference stage submittedAt child { id dateOfBirth } }\n    }\n  }\n": types.EarlierReferralsDocument,
    "\n  query Drafts { viewer { user { id } drafts { id kind content savedAt } } }\n": types.DraftsDocument,
    "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n": types.SaveDraftDocument,
    "\n  mutation DiscardDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n": types.DiscardDraftDocument,
    "\n  query ReceivingServices {\n    organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } }\n  }\n": types.ReceivingServicesDocument,
    "\n  mutation SubmitReferral($input: SubmitReferralInput!) {\n    submitReferral(input: $input) { referral { id reference } problems { field code message } }\n  }\n": types.SubmitReferralDocument,
    "\n  query RequestedProgramme($id: ID!) { node(id: $id) { __typename id ... on Programme { title } } }\n": types.RequestedProgrammeDocument,
    "\n  query ReferralSent($reference: String!) {\n    referral(reference: $reference) {\n      id reference urgency triageDueAt\n      services { id name }\n      contactPoint { name phone hours openNow }\n    }\n  }\n": types.ReferralSentDocument,
    "\n  fragment ReferralContent on Referral {\n    child { id givenName familyName dateOfBirth dateOfBirthEstimated sex school { id name } }\n    source sourceOrganisation { id name } referrer { id name jobTitle phone }\n    trigger triggeredOn mainFactor factors strengths evidence { code text }\n    whatHappened triedSoFar childView parentView\n    weapon harm socialCare\n    education { onRoll attendancePercent suspensionsThisYear permanentlyExcluded weeklyHoursIfPartTime specialNeeds actualYearGroup }\n    professionals { name role organisation phone lead }\n    communicationNeeds interpreterNeeded risksToVisitors parentAware parentNotTold\n    externalReference\n    requestedProgramme { id title }\n  }\n": types.ReferralContentFragmentDoc,
    "\n  query OneReferral($reference: String!) {\n    referral(reference: $reference) { id status ...SentReferral ...TriageReferral }\n  }\n": types.OneReferralDocument,
    "\n  fragment SentReferral on Referral {\n    id reference version stage urgency submittedAt triageDueAt answerDueOn acknowledgedAt\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone hours openNow }\n    decision { decidedAt redirectedTo }\n    viewerCanWithdraw viewerCanAddInformation viewerCanChallenge\n    ...ReferralMessages\n    ...ReferralContent\n  }\n": types.SentReferralFragmentDoc,
    "\n  mutation AddReferralInformation($input: ReferralTextInput!) {\n    addReferralInformation(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": types.AddReferralInformationDocument,
    "\n  mutation WithdrawReferral($input: WithdrawReferralInput!) {\n    withdrawReferral(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": types.WithdrawReferralDocument,
    "\n  mutation ChallengeDecision($input: ReferralTextInput!) {\n    challengeDecision(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n": types.ChallengeDecisionDocument,
    "\n  fragment SentRow on Referral {\n    id reference stage urgency submittedAt answerDueOn\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone }\n  }\n": types.SentRowFragmentDoc,
    "\n  query SentReferrals($filter: ReferralFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: NEWEST, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...SentRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    asked: referrals(filter: { stages: [QUESTION_FOR_YOU] }, first: 1) { totalCount }\n  }\n": types.SentReferralsDocument,
    "\n  query Colleagues($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER, TRIAGE_OFFICER, TEAM_MANAGER] }, first: 100) {\n      nodes { id name active }\n    }\n  }\n": types.ColleaguesDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) { task { id ...TaskRow case { id nextDueOn } } problems { field code message } }\n  }\n": types.CreateTaskDocument,
    "\n  fragment TaskRow on Task {\n    id version title dueOn at place done overdue\n    assignee { id name }\n    case { id reference youngPerson { id displayName } }\n    referral { id reference child { id displayName } }\n  }\n": types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id ...TaskRow } problems { field code message } }\n  }\n": types.CompleteTaskDocument,
    "\n  query Tasks($filter: TaskFilter) {\n    tasks(filter: $filter, first: 100) { totalCount nodes { id ...TaskRow } }\n    overdue: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n    mine: tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n": types.TasksDocument,
    "\n  fragment DecisionForm on Referral {\n    id version trigger status\n    child { id displayName }\n    youngPerson { id displayName }\n    safeguardingConcerns { id open }\n  }\n": types.DecisionFormFragmentDoc,
    "\n  mutation TriageReferral($input: TriageReferralInput!) {\n    triageReferral(input: $input) {\n      referral { id version ...TriageReferral }\n      problems { field code message }\n    }\n  }\n": types.TriageReferralDocument,
    "\n  query FindChild($search: String!) {\n    youngPeople(search: $search, first: 10) {\n      nodes {\n        id reference displayName dateOfBirth\n        school { id name }\n        cases(first: 10) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt trigger } }\n      }\n    }\n  }\n": types.FindChildDocument,
    "\n  fragment TakeButton on Referral {\n    id version status viewerCanTriage\n    owner { id name }\n    child { id displayName }\n  }\n": types.TakeButtonFragmentDoc,
    "\n  mutation TakeReferral($input: ReferralVersionInput!) {\n    takeReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n": types.TakeReferralDocument,
    "\n  mutation ReleaseReferral($input: ReferralVersionInput!) {\n    releaseReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n": types.ReleaseReferralDocument,
    "\n  fragment TriageActs on Referral {\n    id version\n    services { id name }\n    decision { outcome reason rationale feedback decidedBy { id name } }\n    ...DecisionForm\n  }\n": types.TriageActsFragmentDoc,
    "\n  query Services { organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } } }\n": types.ServicesDocument,
    "\n  mutation PassReferral($input: PassReferralInput!) {\n    passReferral(input: $input) { referral { id version } problems { field code message } }\n  }\n": types.PassReferralDocument,
    "\n  mutation MessageReferrer($input: ReferralTextInput!) {\n    messageReferrer(input: $input) { referral { id version ...ReferralMessages } problems { field code message } }\n  }\n": types.MessageReferrerDocument,
    "\n  mutation CountersignDecision($input: CountersignInput!) {\n    countersignDecision(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n": types.CountersignDecisionDocument,
    "\n  mutation ConfirmRedirect($input: ConfirmRedirectInput!) {\n    confirmRedirect(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n": types.ConfirmRedirectDocument,
    "\n  fragment QueueRow on Referral {\n    id reference status urgency overdue submittedAt triageDueAt answerDueOn mainFactor awaitingCountersign\n    child { id displayName dateOfBirth }\n    owner { id name }\n    sourceOrganisation { id name }\n    services { id name }\n    ...TakeButton\n  }\n": types.QueueRowFragmentDoc,
    "\n  query Queue($filter: ReferralFilter, $orderBy: ReferralOrder, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...QueueRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    unowned: referrals(filter: { unowned: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    mine: referrals(filter: { mine: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    overdue: referrals(filter: { overdue: true }, first: 1) { totalCount }\n    waiting: referrals(filter: { statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n  }\n": types.QueueDocument,
    "\n  fragment TriageReferral on Referral {\n    id reference version status urgency overdue submittedAt triageDueAt answerDueOn acknowledgedAt awaitingCountersign\n    child { id displayName }\n    youngPerson { id reference displayName ...Alerts ...Contacts }\n    services { id name }\n    owner { id name }\n    case { id reference status }\n    decision {\n      outcome reason rationale feedback decidedAt redirectedTo redirectConfirmedAt\n      decidedBy { id name }\n      countersignedBy { id name }\n    }\n    safeguardingConcerns { id ...Concern }\n    history { from to at reason by { id name } }\n    viewerCanTriage viewerCanCountersign\n    ...TakeButton\n    ...TriageActs\n    ...ReferralMessages\n    ...ReferralContent\n  }\n": types.TriageReferralFragmentDoc,
    "\n  fragment CaseRow on Case {\n    id reference status pathway nextDueOn lastSeenOn lastNoteAt openedAt\n    youngPerson { id displayName age school { id name } }\n    caseworker { id name }\n  }\n": types.CaseRowFragmentDoc,
    "\n  fragment CountersignRow on Referral {\n    id reference viewerCanCountersign\n    child { id displayName }\n    sourceOrganisation { id name }\n    decision { outcome reason decidedAt decidedBy { id name } }\n  }\n": types.CountersignRowFragmentDoc,
    "\n  query WorkLooked { viewer { workLookedAt } }\n": types.WorkLookedDocument,
    "\n  mutation MarkWorkLooked { markWorkLooked { lookedAt } }\n": types.MarkWorkLookedDocument,
    "\n  query Team(\n    $decisions: Boolean!, $filter: CaseFilter, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    cases(filter: $filter, orderBy: NEXT_DUE, first: $first, after: $after, last: $last, before: $before)\n      @skip(if: $decisions) {\n      totalCount\n      nodes { id ...CaseRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    decisions: referrals(\n      filter: { awaitingCountersign: true }, orderBy: OLDEST\n      first: $first, after: $after, last: $last, before: $before\n    ) @include(if: $decisions) {\n      nodes { id ...CountersignRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    waiting: referrals(filter: { awaitingCountersign: true }, first: 1) { totalCount }\n    unallocated: cases(filter: { unallocated: true }, first: 1) { totalCount }\n    unseen: cases(filter: { notSeenForDays: 28 }, first: 1) { totalCount }\n    tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n": types.TeamDocument,
    "\n  query TeamWorkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name } }\n  }\n": types.TeamWorkersDocument,
    "\n  query Work($statuses: [CaseStatus!], $since: DateTime) {\n    cases(filter: { mine: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      totalCount\n      nodes { id ...CaseRow }\n    }\n    covering: cases(filter: { covering: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      nodes { id ...CaseRow }\n    }\n    changed: cases(filter: { mine: true, statuses: $statuses, changedSince: $since }, first: 100) { nodes { id } }\n    overdueTasks: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n  }\n": types.WorkDocument,
    "\n  query CapacityOverview($filter: ProgrammeFilter) {\n    programmes(filter: $filter, first: 100) {\n      nodes {\n        id title\n        provider { id name }\n        offerings(first: 50) {\n          nodes { id status places { capacity taken held left waiting expectedWaitWorkingDays } }\n        }\n      }\n      pageInfo { hasNextPage }\n    }\n  }\n": types.CapacityOverviewDocument,
    "\n  fragment CasePlace on Enrolment {\n    id version status position positionReason priorityReason passedOver offerExpiresAt startedOn endedOn\n    viewerCanAnswer viewerCanConfirm viewerCanEnd viewerCanAnswerRemoval\n    removalAsked { on reason }\n    offering { id startsOn schedule venue programme { id title provider { id name } } }\n  }\n": types.CasePlaceFragmentDoc,
    "\n  mutation AnswerOffer($input: AnswerOfferInput!) {\n    answerOffer(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": types.AnswerOfferDocument,
    "\n  mutation ConfirmWaiting($input: ConfirmWaitingInput!) {\n    confirmWaiting(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": types.ConfirmWaitingDocument,
    "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": types.EndEnrolmentDocument,
    "\n  mutation AnswerRemoval($input: AnswerRemovalInput!) {\n    answerRemoval(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n": types.AnswerRemovalDocument,
    "\n  query Cohort($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      id\n      ... on Offering {\n        startsOn endsOn schedule venue\n        programme { id title provider { id name } }\n        places { capacity taken held left waiting answer }\n        enrolments(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes {\n            id version status position positionReason startedOn endedOn viewerCanEnd removalAsked { on reason }\n            youngPerson { id displayName }\n            attendance { expected attended rate minutes }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": types.CohortDocument,
    "\n  mutation EndPlace($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status endedOn viewerCanEnd removalAsked { on reason } } problems { field code message } }\n  }\n": types.EndPlaceDocument,
    "\n  query FindProgramme(\n    $filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    programmeAvailability(\n      filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id ...OfferingCard }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    areas { id name kind }\n  }\n": types.FindProgrammeDocument,
    "\n  fragment OfferingCard on Offering {\n    id venue startsOn endsOn schedule\n    area { id name }\n    programme {\n      id title summary mode minAge maxAge\n      provider { id name }\n      approach { code name }\n      evidence { band source asOf }\n    }\n    places { answer leftBand left waiting expectedWaitWorkingDays asAt }\n  }\n": types.OfferingCardFragmentDoc,
    "\n  query PassedOver($year: Int!, $quarter: Int!) {\n    passedOverCheck(year: $year, quarter: $quarter) {\n      sex { of waited passedOver }\n      ethnicity { of waited passedOver }\n    }\n  }\n": types.PassedOverDocument,
    "\n  query FittingProgrammes($filter: AvailabilityFilter) {\n    programmeAvailability(filter: $filter, orderBy: MOST_PLACES, first: 50) { nodes { id ...OfferingCard } }\n  }\n": types.FittingProgrammesDocument,
    "\n  mutation Enrol($input: EnrolInput!) {\n    enrol(input: $input) { enrolment { id version status position } problems { field code message } }\n  }\n": types.EnrolDocument,
    "\n  query OneProgramme($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary mode reach minAge maxAge active sensitive factors\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n        areas { id name }\n        offerings(first: 20) { nodes { id status startsOn viewerCanSchedule ...OfferingCard } }\n      }\n    }\n  }\n": types.OneProgrammeDocument,
    "\n  query SessionRegister($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Session {\n        startsAt endsAt cancelled viewerCanTakeRegister\n        offering { id venue programme { id title } }\n        register {\n          id status takingPart\n          youngPerson { id displayName }\n          card {\n            displayName age medical goingHome\n            emergencyContact { id name relationship phone mayContact }\n            alerts { id kind text }\n          }\n        }\n        attendances { enrolment { id } mark note }\n        notes { enrolment { id } author { id name } at body }\n        headcount { children youngAdults adults }\n      }\n    }\n  }\n": types.SessionRegisterDocument,
    "\n  mutation TakeAttendance($input: TakeAttendanceInput!) {\n    takeAttendance(input: $input) {\n      session { id attendances { enrolment { id } mark } }\n      problems { field code message }\n    }\n  }\n": types.TakeAttendanceDocument,
    "\n  mutation AddSessionNote($input: AddSessionNoteInput!) {\n    addSessionNote(input: $input) { session { id } problems { field code message } }\n  }\n": types.AddSessionNoteDocument,
    "\n  mutation RecordHeadcount($input: RecordHeadcountInput!) {\n    recordHeadcount(input: $input) { session { id } problems { field code message } }\n  }\n": types.RecordHeadcountDocument,
    "\n  mutation Schedule($input: ScheduleSessionsInput!) {\n    scheduleSessions(input: $input) { offering { id version } problems { field code message } }\n  }\n": types.ScheduleDocument,
    "\n  query OfferingSessions($id: ID!, $before: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Offering {\n        version startsOn endsOn schedule venue viewerCanSchedule\n        leaders { id name }\n        programme { id title provider { id name } }\n        sessions(last: 100, before: $before) {\n          nodes { id version startsAt endsAt cancelled cancelledReason viewerCanCancel workers { id name } }\n          pageInfo { hasPreviousPage startCursor }\n        }\n      }\n    }\n  }\n": types.OfferingSessionsDocument,
    "\n  mutation CancelSession($input: CancelSessionInput!) {\n    cancelSession(input: $input) { session { id version cancelled } problems { field code message } }\n  }\n": types.CancelSessionDocument,
    "\n  query ComingSessions($filter: SessionFilter, $after: String) {\n    sessions(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id startsAt endsAt cancelled cancelledReason\n        offering { id venue programme { id title } }\n        register { id status }\n        attendances { enrolment { id } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ComingSessionsDocument,
    "\n  fragment OutcomeChange on MeasureChange {\n    instrument informant\n    pairs { value display suppressed }\n    missingAtEnd { value display suppressed }\n    meanBefore { value display suppressed }\n    meanAfter { value display suppressed }\n    effectSize { value display suppressed }\n    effectSizeLow { value display suppressed }\n    effectSizeHigh { value display suppressed }\n    improved { value display suppressed }\n    noReliableChange { value display suppressed }\n    deteriorated { value display suppressed }\n  }\n": types.OutcomeChangeFragmentDoc,
    "\n  query OutcomeChanges($filter: OutcomeFilter) {\n    whole: outcomeSummary(filter: $filter, groupBy: []) { release asAt total { changes { ...OutcomeChange } } }\n    programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label } started { value display suppressed } changes { ...OutcomeChange } }\n    }\n  }\n": types.OutcomeChangesDocument,
    "\n  query OutcomeCoarser($filter: OutcomeFilter, $by: [OutcomeDimension!]!) {\n    outcomeSummary(filter: $filter, groupBy: $by) {\n      release asAt\n      rows {\n        key { label }\n        referred { value display suppressed }\n        accepted { value display suppressed }\n        enrolled { value display suppressed }\n        started { value display suppressed }\n        completed { value display suppressed }\n        endedEarly { value display suppressed }\n        changes { ...OutcomeChange }\n      }\n    }\n  }\n": types.OutcomeCoarserDocument,
    "\n  fragment SummaryContacts on OutcomeSummary {\n    contacts {\n      key { label node { id } }\n      contacts { value display suppressed }\n      ofChildren { value display suppressed }\n      hours\n    }\n  }\n": types.SummaryContactsFragmentDoc,
    "\n  fragment OutcomeGroups on OutcomeSummary {\n    release asAt\n    rows {\n      key { label }\n      referred { value display suppressed }\n      accepted { value display suppressed }\n      ...ProgrammePlaces\n    }\n  }\n": types.OutcomeGroupsFragmentDoc,
    "\n  query OutcomeForWhom($filter: OutcomeFilter) {\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...OutcomeGroups }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...OutcomeGroups }\n    ethnicity: outcomeSummary(filter: $filter, groupBy: [ETHNICITY_GROUP]) { ...OutcomeGroups }\n    needs: outcomeSummary(filter: $filter, groupBy: [SPECIAL_NEEDS]) { ...OutcomeGroups }\n  }\n": types.OutcomeForWhomDocument,
    "\n  mutation ExportReport($input: ExportReportInput!) {\n    exportReport(input: $input) { export { id } problems { field code message } }\n  }\n": types.ExportReportDocument,
    "\n  mutation ExportOutcomeSummary($input: ExportOutcomeSummaryInput!) {\n    exportOutcomeSummary(input: $input) { export { id } problems { field code message } }\n  }\n": types.ExportOutcomeSummaryDocument,
    "\n  query OneExport($id: ID!) {\n    node(id: $id) { __typename id ... on Export { state takenAt path } }\n  }\n": types.OneExportDocument,
    "\n  fragment OutcomeCounts on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    reReferred { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    ...ProgrammePlaces\n  }\n": types.OutcomeCountsFragmentDoc,
    "\n  query OutcomeYears($year: OutcomeFilter, $before: OutcomeFilter) {\n    year: outcomeSummary(filter: $year, groupBy: []) { total { ...OutcomeCounts } }\n    before: outcomeSummary(filter: $before, groupBy: []) { total { ...OutcomeCounts } }\n  }\n": types.OutcomeYearsDocument,
    "\n  query OutcomeIndicators($year: Int) {\n    outcomeIndicators(year: $year) {\n      release asAt owner version validFrom cohort\n      indicators {\n        code name family owner version validFrom definition sources verified local\n        figures {\n          words\n          count { value display suppressed }\n          whole { value display suppressed }\n          share { value display suppressed }\n          change {\n            pairs { value display suppressed }\n            meanBefore { value display suppressed }\n            meanAfter { value display suppressed }\n            effectSize { value display suppressed }\n            effectSizeLow { value display suppressed }\n            effectSizeHigh { value display suppressed }\n          }\n        }\n      }\n    }\n  }\n": types.OutcomeIndicatorsDocument,
    "\n  query ReleaseOfIndicators { outcomeSummary(groupBy: []) { release asAt } }\n": types.ReleaseOfIndicatorsDocument,
    "\n  query OutcomeMonths($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: []) {\n      release asAt\n      disclosure { method threshold base note }\n      total { ...OutcomeCounts }\n    }\n  }\n": types.OutcomeMonthsDocument,
    "\n  query OutcomeByProgramme($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label node { id } } ...ProgrammePlaces }\n      ...SummaryContacts\n    }\n  }\n": types.OutcomeByProgrammeDocument,
    "\n  query OutcomeQuarters($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [QUARTER]) {\n      release asAt\n      rows { key { label } referred { value display suppressed } started { value display suppressed } }\n    }\n  }\n": types.OutcomeQuartersDocument,
    "\n  query OutcomeAreas { areas(kind: LOCAL_AUTHORITY) { id name } }\n": types.OutcomeAreasDocument,
    "\n  fragment ProgrammePlaces on OutcomeRow {\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    endedEarlyByChild { value display suppressed }\n    endedEarlyByUs { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n  }\n": types.ProgrammePlacesFragmentDoc,
    "\n  query OutcomesOfProgramme($id: ID!, $own: OutcomeFilter, $all: OutcomeFilter) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary active reach\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n      }\n    }\n    own: outcomeSummary(filter: $own, groupBy: []) {\n      release asAt\n      disclosure { note }\n      total { ...ProgrammePlaces changes { ...OutcomeChange } }\n      ...SummaryContacts\n    }\n    all: outcomeSummary(filter: $all, groupBy: []) { total { ...ProgrammePlaces } }\n  }\n": types.OutcomesOfProgrammeDocument,
    "\n  query OutcomesOfApproach($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      total { ...ProgrammePlaces }\n      rows { key { label node { id } } ...ProgrammePlaces changes { ...OutcomeChange } }\n    }\n  }\n": types.OutcomesOfApproachDocument,
    "\n  query NewestRelease { outcomeSummary(groupBy: []) { release asAt } }\n": types.NewestReleaseDocument,
    "\n  fragment ReachRows on OutcomeSummary {\n    rows {\n      key { label }\n      enrolled { value display suppressed }\n      started { value display suppressed }\n      completed { value display suppressed }\n    }\n  }\n": types.ReachRowsFragmentDoc,
    "\n  query OutcomeReach($filter: OutcomeFilter, $ever: OutcomeFilter) {\n    quarters: outcomeSummary(filter: $ever, groupBy: [QUARTER]) { ...ReachRows }\n    council: outcomeSummary(filter: $filter, groupBy: [LOCAL_AUTHORITY]) { ...ReachRows }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...ReachRows }\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...ReachRows }\n  }\n": types.OutcomeReachDocument,
    "\n  query MayPublish { viewer { canPublishReports } }\n": types.MayPublishDocument,
    "\n  mutation PublishReport($input: PublishReportInput!) {\n    publishReport(input: $input) { report { id } problems { field code message } }\n  }\n": types.PublishReportDocument,
    "\n  fragment ReportSummary on OutcomeSummary {\n    release asAt\n    rows { key { label } ...ReportRow }\n    total { key { label } ...ReportRow }\n    ...SummaryContacts\n  }\n": types.ReportSummaryFragmentDoc,
    "\n  fragment ReportRow on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n    changes { ...OutcomeChange }\n  }\n": types.ReportRowFragmentDoc,
    "\n  query OneReport($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Report {\n        title publishedAt restated\n        by { id name }\n        question { period groupBy filters { label } }\n        definitions { figure meaning }\n        summary { ...ReportSummary release asAt disclosure { method note } }\n      }\n    }\n  }\n": types.OneReportDocument,
    "\n  query ReportList($first: Int, $after: String, $last: Int, $before: String) {\n    viewer { canSeeOutcomes }\n    reports(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id title publishedAt restated\n        by { id name }\n        question { release asAt period filters { label } }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.ReportListDocument,
    "\n  fragment Alerts on YoungPerson { restricted alerts { id kind text from reviewOn } }\n": types.AlertsFragmentDoc,
    "\n  fragment ChangeChild on YoungPerson {\n    id version givenName familyName knownAs dateOfBirth\n    school { id name }\n    address { lines postcode }\n  }\n": types.ChangeChildFragmentDoc,
    "\n  mutation ChangeYoungPerson($input: ChangeYoungPersonInput!) {\n    changeYoungPerson(input: $input) { youngPerson { id version ...ChangeChild } problems { field code message } }\n  }\n": types.ChangeYoungPersonDocument,
    "\n  query OneChild($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on YoungPerson {\n        reference version displayName givenName familyName knownAs dateOfBirth age yearGroup sex ethnicity firstLanguage\n        upn nhsNumber\n        school { id name }\n        area { id name }\n        address { lines postcode }\n        schools { school { id name } from to }\n        addresses { address { lines postcode } from to }\n        cases(first: 20) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt } }\n        ...Alerts\n        ...Contacts\n        ...Relations\n        ...ChangeChild\n      }\n    }\n  }\n": types.OneChildDocument,
    "\n  query GroupToConfirm($filter: MembershipFilter) {\n    memberships(filter: $filter, first: 100) {\n      totalCount\n      nodes { id role lead user { id name } }\n    }\n  }\n": types.GroupToConfirmDocument,
    "\n  mutation ConfirmMembers($input: ConfirmMembersInput!) {\n    confirmMembers(input: $input) { confirmedOn problems { field code message } }\n  }\n": types.ConfirmMembersDocument,
    "\n  fragment ConfirmationRow on GroupConfirmation {\n    organisation { id name } group members led confirmedOn dueOn dueSoon overdue\n  }\n": types.ConfirmationRowFragmentDoc,
    "\n  query Confirmations { confirmations { ...ConfirmationRow } }\n": types.ConfirmationsDocument,
    "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n": types.RecordConsentDocument,
    "\n  fragment ConsentItem on Consent {\n    id version kind status givenBy reason scope decidedOn withdrawnOn expiresOn gillickReasons\n    organisation { id name }\n  }\n": types.ConsentItemFragmentDoc,
    "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n": types.WithdrawConsentDocument,
    "\n  mutation ChangeContact($input: ChangeContactInput!) {\n    changeContact(input: $input) { youngPerson { id version ...Contacts } problems { field code message } }\n  }\n": types.ChangeContactDocument,
    "\n  fragment Contacts on YoungPerson {\n    contacts {\n      id version name relationship hasParentalResponsibility livesWith phone mayContact mayBeTold orderInForce\n      safeToCall safeToText safeToLeaveVoicemail\n    }\n  }\n": types.ContactsFragmentDoc,
    "\n  fragment InvitationRow on Invitation {\n    id name email group role lead from to status invitedAt linkExpiresAt mayApprove maySend\n    organisation { id name }\n    invitedBy { id name }\n    approvedBy { id name }\n  }\n": types.InvitationRowFragmentDoc,
    "\n  fragment LinkRequestRow on LinkRequest { id at user { id name } }\n": types.LinkRequestRowFragmentDoc,
    "\n  mutation ApproveInvitation($input: InvitationInput!) {\n    approveInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": types.ApproveInvitationDocument,
    "\n  mutation DeclineInvitation($input: InvitationInput!) {\n    declineInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": types.DeclineInvitationDocument,
    "\n  mutation SendInvitation($input: InvitationInput!) {\n    sendInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n": types.SendInvitationDocument,
    "\n  mutation GiveLink($input: GiveLinkInput!) {\n    giveLink(input: $input) { user { id name } link linkExpiresAt problems { field code message } }\n  }\n": types.GiveLinkDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      invitation { id status ...InvitationRow }\n      link linkExpiresAt\n      problems { field code message }\n    }\n  }\n": types.InviteUserDocument,
    "\n  fragment MemberRow on Membership {\n    id group role lead from to lastSignedInAt mayEnd\n    user { id name jobTitle }\n    organisation { id name }\n  }\n": types.MemberRowFragmentDoc,
    "\n  mutation EndMembership($input: EndMembershipInput!) {\n    endMembership(input: $input) { user { id name } problems { field code message } }\n  }\n": types.EndMembershipDocument,
    "\n  mutation EndUser($input: EndUserInput!) {\n    endUser(input: $input) { user { id name } problems { field code message } }\n  }\n": types.EndUserDocument,
    "\n  query Organisations($filter: OrganisationFilter) {\n    organisations(filter: $filter, first: 100) { nodes { id name } }\n  }\n": types.OrganisationsDocument,
    "\n  query PeopleOfGroup($filter: MembershipFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    memberships(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...MemberRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    invitations(first: 50) { totalCount nodes { id ...InvitationRow } }\n    linkRequests(first: 50) { totalCount nodes { id ...LinkRequestRow } }\n    confirmations { ...ConfirmationRow }\n  }\n": types.PeopleOfGroupDocument,
    "\n  query OtherChildren($text: String!) {\n    youngPeople(search: $text, first: 10) { nodes { id reference displayName age } }\n  }\n": types.OtherChildrenDocument,
    "\n  mutation RelateChildren($input: RelateChildrenInput!) {\n    relateChildren(input: $input) { youngPerson { id ...Relations } problems { field code message } }\n  }\n": types.RelateChildrenDocument,
    "\n  fragment Relations on YoungPerson {\n    relations { kind source from reviewOn youngPerson { id displayName reference } }\n  }\n": types.RelationsFragmentDoc,
    "\n  subscription PlacesChanged($filter: AvailabilityFilter, $after: String) {\n    availabilityChanged(filter: $filter, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.PlacesChangedDocument,
    "\n  subscription SessionsChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.SessionsChangedDocument,
    "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.WorkChangedDocument,
    "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n": types.CaseChangedDocument,
    "\n  query StillHere { viewer { user { id } } }\n": types.StillHereDocument,
    "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id group lead }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n      canSeeAudit\n      canKeepPeople\n    }\n  }\n": types.ViewerDocument,
    "\n  query AuditLines($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id at action subjectKind subjectReference purpose\n        actor { id name }\n        membership { id role organisation { id name } }\n        subject { __typename id ... on User { name } ... on Organisation { name } }\n        subjectPerson { id name }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.AuditLinesDocument,
    "\n  query People($filter: UserFilter) {\n    users(filter: $filter, first: 100) { nodes { id name organisation { id name } } }\n  }\n": types.PeopleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoteReaders on Case { id caseworker { id name } coWorkers { id name } }\n"): typeof import('./graphql').NoteReadersFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCaseNote($input: AddCaseNoteInput!) {\n    addCaseNote(input: $input) { note { id case { id lastNoteAt lastSeenOn } } problems { field code message } }\n  }\n"): typeof import('./graphql').AddCaseNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AllocateForm on Case { id version caseworker { id name } coWorkers { id name } }\n"): typeof import('./graphql').AllocateFormFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Caseworkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name active } }\n  }\n"): typeof import('./graphql').CaseworkersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AllocateCase($input: AllocateCaseInput!) {\n    allocateCase(input: $input) {\n      case { id version status caseworker { id name } coWorkers { id name } }\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').AllocateCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AmendCaseNote($input: AmendCaseNoteInput!) {\n    amendCaseNote(input: $input) { note { id ...NoteItem } problems { field code message } }\n  }\n"): typeof import('./graphql').AmendCaseNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseMeasures($reference: String!) {\n    case(reference: $reference) {\n      id status closedAt viewerCanKeepMeasures viewerCanFollowUp\n      goals { id ...Goal }\n      measures {\n        id instrument informant stage version takenOn total value band notScored offence change\n        subscales { name score band }\n      }\n    }\n  }\n"): typeof import('./graphql').CaseMeasuresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneCase($reference: String!) {\n    case(reference: $reference) {\n      id reference version status viewerCanEdit viewerCanAllocate viewerCanPlace\n      youngPerson { id displayName age area { id } ...Alerts ...Contacts consents { id ...ConsentItem } }\n      tasks(first: 50) { nodes { id done ...TaskRow } }\n      safeguardingConcerns { id ...Concern }\n      enrolments(first: 50) { nodes { id ...CasePlace } }\n      ...CaseSummary\n      ...NoteReaders\n      ...AllocateForm\n    }\n  }\n"): typeof import('./graphql').OneCaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseSummary on Case {\n    id pathway openedAt closedAt lastNoteAt lastSeenOn contactAttempts nextDueOn\n    caseworker { id name phone }\n    coWorkers { id name }\n    controller { id name }\n    youngPerson { id reference knownAs dateOfBirth age yearGroup school { id name } address { lines postcode } }\n    referral { id reference submittedAt trigger mainFactor sourceOrganisation { id name } }\n    previousCase { id reference }\n  }\n"): typeof import('./graphql').CaseSummaryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Goal on Goal { id title owner change ratings { on rating } }\n"): typeof import('./graphql').GoalFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetGoal($input: SetGoalInput!) {\n    setGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n"): typeof import('./graphql').SetGoalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateGoal($input: RateGoalInput!) {\n    rateGoal(input: $input) { goal { id ...Goal } problems { field code message } }\n  }\n"): typeof import('./graphql').RateGoalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordMeasure($input: RecordMeasureInput!) {\n    recordMeasure(input: $input) { measure { id total notScored } problems { field code message } }\n  }\n"): typeof import('./graphql').RecordMeasureDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NoteDrafts { viewer { user { id } drafts { id kind content about { id } } } }\n"): typeof import('./graphql').NoteDraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveNoteDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n"): typeof import('./graphql').SaveNoteDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardNoteDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n"): typeof import('./graphql').DiscardNoteDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoteItem on CaseNote {\n    id version kind occurredAt recordedAt body audience voided\n    author { id name }\n    contact { outcome childSeen seenAlone place }\n    revisions { body at by { id name } }\n  }\n"): typeof import('./graphql').NoteItemFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseTimeline($reference: String!, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {\n    case(reference: $reference) {\n      id\n      timeline(kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {\n        nodes {\n          id at kind title\n          by { id name }\n          subject {\n            id\n            __typename\n            ... on CaseNote { ...NoteItem }\n            ... on Session {\n              startsAt\n              offering { id programme { id title } }\n              notes { author { id } at body }\n            }\n            ... on Enrolment { offering { id programme { id title } } }\n          }\n        }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql').CaseTimelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Concern on SafeguardingConcern {\n    id version kind aboutName immediateDanger text raisedAt decisionDueOn outcome open\n    about { id name }\n    raisedBy { id name }\n    calls { agency calledAt spokeTo reference }\n  }\n"): typeof import('./graphql').ConcernFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveSafeguardingConcern($input: ResolveSafeguardingConcernInput!) {\n    resolveSafeguardingConcern(input: $input) {\n      safeguardingConcern { id ...Concern }\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').ResolveSafeguardingConcernDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Concerns($open: Boolean) {\n    safeguardingConcerns(open: $open, first: 50) {\n      totalCount\n      nodes {\n        id ...Concern\n        youngPerson { id displayName }\n        case { id reference }\n        referral { id reference }\n      }\n    }\n  }\n"): typeof import('./graphql').ConcernsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RaiseSafeguardingConcern($input: RaiseSafeguardingConcernInput!) {\n    raiseSafeguardingConcern(input: $input) {\n      safeguardingConcern {\n        id\n        referral { id safeguardingConcerns { id } }\n        case { id safeguardingConcerns { id } }\n      }\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').RaiseSafeguardingConcernDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrontDoors {\n    organisations(filter: { kinds: [LOCAL_AUTHORITY] }, first: 20) {\n      nodes { id name frontDoors { name phone hours openNow } }\n    }\n  }\n"): typeof import('./graphql').FrontDoorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralMessages on Referral {\n    messages { at from { id name } by { id name } kind text }\n  }\n"): typeof import('./graphql').ReferralMessagesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlierReferrals($text: String!) {\n    referrals(filter: { text: $text }, first: 10) {\n      nodes { id reference stage submittedAt child { id dateOfBirth } }\n    }\n  }\n"): typeof import('./graphql').EarlierReferralsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Drafts { viewer { user { id } drafts { id kind content savedAt } } }\n"): typeof import('./graphql').DraftsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }\n  }\n"): typeof import('./graphql').SaveDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardDraft($input: DiscardDraftInput!) {\n    discardDraft(input: $input) { draft { id } problems { field code message } }\n  }\n"): typeof import('./graphql').DiscardDraftDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceivingServices {\n    organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } }\n  }\n"): typeof import('./graphql').ReceivingServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitReferral($input: SubmitReferralInput!) {\n    submitReferral(input: $input) { referral { id reference } problems { field code message } }\n  }\n"): typeof import('./graphql').SubmitReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RequestedProgramme($id: ID!) { node(id: $id) { __typename id ... on Programme { title } } }\n"): typeof import('./graphql').RequestedProgrammeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferralSent($reference: String!) {\n    referral(reference: $reference) {\n      id reference urgency triageDueAt\n      services { id name }\n      contactPoint { name phone hours openNow }\n    }\n  }\n"): typeof import('./graphql').ReferralSentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralContent on Referral {\n    child { id givenName familyName dateOfBirth dateOfBirthEstimated sex school { id name } }\n    source sourceOrganisation { id name } referrer { id name jobTitle phone }\n    trigger triggeredOn mainFactor factors strengths evidence { code text }\n    whatHappened triedSoFar childView parentView\n    weapon harm socialCare\n    education { onRoll attendancePercent suspensionsThisYear permanentlyExcluded weeklyHoursIfPartTime specialNeeds actualYearGroup }\n    professionals { name role organisation phone lead }\n    communicationNeeds interpreterNeeded risksToVisitors parentAware parentNotTold\n    externalReference\n    requestedProgramme { id title }\n  }\n"): typeof import('./graphql').ReferralContentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneReferral($reference: String!) {\n    referral(reference: $reference) { id status ...SentReferral ...TriageReferral }\n  }\n"): typeof import('./graphql').OneReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SentReferral on Referral {\n    id reference version stage urgency submittedAt triageDueAt answerDueOn acknowledgedAt\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone hours openNow }\n    decision { decidedAt redirectedTo }\n    viewerCanWithdraw viewerCanAddInformation viewerCanChallenge\n    ...ReferralMessages\n    ...ReferralContent\n  }\n"): typeof import('./graphql').SentReferralFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddReferralInformation($input: ReferralTextInput!) {\n    addReferralInformation(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n"): typeof import('./graphql').AddReferralInformationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawReferral($input: WithdrawReferralInput!) {\n    withdrawReferral(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n"): typeof import('./graphql').WithdrawReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChallengeDecision($input: ReferralTextInput!) {\n    challengeDecision(input: $input) { referral { id version ...SentReferral } problems { field code message } }\n  }\n"): typeof import('./graphql').ChallengeDecisionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SentRow on Referral {\n    id reference stage urgency submittedAt answerDueOn\n    child { id displayName }\n    services { id name }\n    contactPoint { name phone }\n  }\n"): typeof import('./graphql').SentRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SentReferrals($filter: ReferralFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: NEWEST, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...SentRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    asked: referrals(filter: { stages: [QUESTION_FOR_YOU] }, first: 1) { totalCount }\n  }\n"): typeof import('./graphql').SentReferralsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Colleagues($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER, TRIAGE_OFFICER, TEAM_MANAGER] }, first: 100) {\n      nodes { id name active }\n    }\n  }\n"): typeof import('./graphql').ColleaguesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) { task { id ...TaskRow case { id nextDueOn } } problems { field code message } }\n  }\n"): typeof import('./graphql').CreateTaskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id version title dueOn at place done overdue\n    assignee { id name }\n    case { id reference youngPerson { id displayName } }\n    referral { id reference child { id displayName } }\n  }\n"): typeof import('./graphql').TaskRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) { task { id ...TaskRow } problems { field code message } }\n  }\n"): typeof import('./graphql').CompleteTaskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tasks($filter: TaskFilter) {\n    tasks(filter: $filter, first: 100) { totalCount nodes { id ...TaskRow } }\n    overdue: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n    mine: tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n"): typeof import('./graphql').TasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DecisionForm on Referral {\n    id version trigger status\n    child { id displayName }\n    youngPerson { id displayName }\n    safeguardingConcerns { id open }\n  }\n"): typeof import('./graphql').DecisionFormFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TriageReferral($input: TriageReferralInput!) {\n    triageReferral(input: $input) {\n      referral { id version ...TriageReferral }\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').TriageReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindChild($search: String!) {\n    youngPeople(search: $search, first: 10) {\n      nodes {\n        id reference displayName dateOfBirth\n        school { id name }\n        cases(first: 10) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt trigger } }\n      }\n    }\n  }\n"): typeof import('./graphql').FindChildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TakeButton on Referral {\n    id version status viewerCanTriage\n    owner { id name }\n    child { id displayName }\n  }\n"): typeof import('./graphql').TakeButtonFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeReferral($input: ReferralVersionInput!) {\n    takeReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n"): typeof import('./graphql').TakeReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseReferral($input: ReferralVersionInput!) {\n    releaseReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }\n  }\n"): typeof import('./graphql').ReleaseReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TriageActs on Referral {\n    id version\n    services { id name }\n    decision { outcome reason rationale feedback decidedBy { id name } }\n    ...DecisionForm\n  }\n"): typeof import('./graphql').TriageActsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Services { organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } } }\n"): typeof import('./graphql').ServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PassReferral($input: PassReferralInput!) {\n    passReferral(input: $input) { referral { id version } problems { field code message } }\n  }\n"): typeof import('./graphql').PassReferralDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MessageReferrer($input: ReferralTextInput!) {\n    messageReferrer(input: $input) { referral { id version ...ReferralMessages } problems { field code message } }\n  }\n"): typeof import('./graphql').MessageReferrerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CountersignDecision($input: CountersignInput!) {\n    countersignDecision(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n"): typeof import('./graphql').CountersignDecisionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmRedirect($input: ConfirmRedirectInput!) {\n    confirmRedirect(input: $input) { referral { id version ...TriageReferral } problems { field code message } }\n  }\n"): typeof import('./graphql').ConfirmRedirectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueueRow on Referral {\n    id reference status urgency overdue submittedAt triageDueAt answerDueOn mainFactor awaitingCountersign\n    child { id displayName dateOfBirth }\n    owner { id name }\n    sourceOrganisation { id name }\n    services { id name }\n    ...TakeButton\n  }\n"): typeof import('./graphql').QueueRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Queue($filter: ReferralFilter, $orderBy: ReferralOrder, $first: Int, $after: String, $last: Int, $before: String) {\n    referrals(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...QueueRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    unowned: referrals(filter: { unowned: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    mine: referrals(filter: { mine: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n    overdue: referrals(filter: { overdue: true }, first: 1) { totalCount }\n    waiting: referrals(filter: { statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }\n  }\n"): typeof import('./graphql').QueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TriageReferral on Referral {\n    id reference version status urgency overdue submittedAt triageDueAt answerDueOn acknowledgedAt awaitingCountersign\n    child { id displayName }\n    youngPerson { id reference displayName ...Alerts ...Contacts }\n    services { id name }\n    owner { id name }\n    case { id reference status }\n    decision {\n      outcome reason rationale feedback decidedAt redirectedTo redirectConfirmedAt\n      decidedBy { id name }\n      countersignedBy { id name }\n    }\n    safeguardingConcerns { id ...Concern }\n    history { from to at reason by { id name } }\n    viewerCanTriage viewerCanCountersign\n    ...TakeButton\n    ...TriageActs\n    ...ReferralMessages\n    ...ReferralContent\n  }\n"): typeof import('./graphql').TriageReferralFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseRow on Case {\n    id reference status pathway nextDueOn lastSeenOn lastNoteAt openedAt\n    youngPerson { id displayName age school { id name } }\n    caseworker { id name }\n  }\n"): typeof import('./graphql').CaseRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CountersignRow on Referral {\n    id reference viewerCanCountersign\n    child { id displayName }\n    sourceOrganisation { id name }\n    decision { outcome reason decidedAt decidedBy { id name } }\n  }\n"): typeof import('./graphql').CountersignRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkLooked { viewer { workLookedAt } }\n"): typeof import('./graphql').WorkLookedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkWorkLooked { markWorkLooked { lookedAt } }\n"): typeof import('./graphql').MarkWorkLookedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Team(\n    $decisions: Boolean!, $filter: CaseFilter, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    cases(filter: $filter, orderBy: NEXT_DUE, first: $first, after: $after, last: $last, before: $before)\n      @skip(if: $decisions) {\n      totalCount\n      nodes { id ...CaseRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    decisions: referrals(\n      filter: { awaitingCountersign: true }, orderBy: OLDEST\n      first: $first, after: $after, last: $last, before: $before\n    ) @include(if: $decisions) {\n      nodes { id ...CountersignRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    waiting: referrals(filter: { awaitingCountersign: true }, first: 1) { totalCount }\n    unallocated: cases(filter: { unallocated: true }, first: 1) { totalCount }\n    unseen: cases(filter: { notSeenForDays: 28 }, first: 1) { totalCount }\n    tasks(filter: { mine: true, done: false }, first: 1) { totalCount }\n  }\n"): typeof import('./graphql').TeamDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TeamWorkers($organisationId: ID!) {\n    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name } }\n  }\n"): typeof import('./graphql').TeamWorkersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Work($statuses: [CaseStatus!], $since: DateTime) {\n    cases(filter: { mine: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      totalCount\n      nodes { id ...CaseRow }\n    }\n    covering: cases(filter: { covering: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {\n      nodes { id ...CaseRow }\n    }\n    changed: cases(filter: { mine: true, statuses: $statuses, changedSince: $since }, first: 100) { nodes { id } }\n    overdueTasks: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }\n  }\n"): typeof import('./graphql').WorkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CapacityOverview($filter: ProgrammeFilter) {\n    programmes(filter: $filter, first: 100) {\n      nodes {\n        id title\n        provider { id name }\n        offerings(first: 50) {\n          nodes { id status places { capacity taken held left waiting expectedWaitWorkingDays } }\n        }\n      }\n      pageInfo { hasNextPage }\n    }\n  }\n"): typeof import('./graphql').CapacityOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CasePlace on Enrolment {\n    id version status position positionReason priorityReason passedOver offerExpiresAt startedOn endedOn\n    viewerCanAnswer viewerCanConfirm viewerCanEnd viewerCanAnswerRemoval\n    removalAsked { on reason }\n    offering { id startsOn schedule venue programme { id title provider { id name } } }\n  }\n"): typeof import('./graphql').CasePlaceFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerOffer($input: AnswerOfferInput!) {\n    answerOffer(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n"): typeof import('./graphql').AnswerOfferDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmWaiting($input: ConfirmWaitingInput!) {\n    confirmWaiting(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n"): typeof import('./graphql').ConfirmWaitingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndEnrolment($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n"): typeof import('./graphql').EndEnrolmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerRemoval($input: AnswerRemovalInput!) {\n    answerRemoval(input: $input) { enrolment { id version status } problems { field code message } }\n  }\n"): typeof import('./graphql').AnswerRemovalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cohort($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      id\n      ... on Offering {\n        startsOn endsOn schedule venue\n        programme { id title provider { id name } }\n        places { capacity taken held left waiting answer }\n        enrolments(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes {\n            id version status position positionReason startedOn endedOn viewerCanEnd removalAsked { on reason }\n            youngPerson { id displayName }\n            attendance { expected attended rate minutes }\n          }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CohortDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndPlace($input: EndEnrolmentInput!) {\n    endEnrolment(input: $input) { enrolment { id version status endedOn viewerCanEnd removalAsked { on reason } } problems { field code message } }\n  }\n"): typeof import('./graphql').EndPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindProgramme(\n    $filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    programmeAvailability(\n      filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id ...OfferingCard }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    areas { id name kind }\n  }\n"): typeof import('./graphql').FindProgrammeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OfferingCard on Offering {\n    id venue startsOn endsOn schedule\n    area { id name }\n    programme {\n      id title summary mode minAge maxAge\n      provider { id name }\n      approach { code name }\n      evidence { band source asOf }\n    }\n    places { answer leftBand left waiting expectedWaitWorkingDays asAt }\n  }\n"): typeof import('./graphql').OfferingCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PassedOver($year: Int!, $quarter: Int!) {\n    passedOverCheck(year: $year, quarter: $quarter) {\n      sex { of waited passedOver }\n      ethnicity { of waited passedOver }\n    }\n  }\n"): typeof import('./graphql').PassedOverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FittingProgrammes($filter: AvailabilityFilter) {\n    programmeAvailability(filter: $filter, orderBy: MOST_PLACES, first: 50) { nodes { id ...OfferingCard } }\n  }\n"): typeof import('./graphql').FittingProgrammesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Enrol($input: EnrolInput!) {\n    enrol(input: $input) { enrolment { id version status position } problems { field code message } }\n  }\n"): typeof import('./graphql').EnrolDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneProgramme($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary mode reach minAge maxAge active sensitive factors\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n        areas { id name }\n        offerings(first: 20) { nodes { id status startsOn viewerCanSchedule ...OfferingCard } }\n      }\n    }\n  }\n"): typeof import('./graphql').OneProgrammeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionRegister($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Session {\n        startsAt endsAt cancelled viewerCanTakeRegister\n        offering { id venue programme { id title } }\n        register {\n          id status takingPart\n          youngPerson { id displayName }\n          card {\n            displayName age medical goingHome\n            emergencyContact { id name relationship phone mayContact }\n            alerts { id kind text }\n          }\n        }\n        attendances { enrolment { id } mark note }\n        notes { enrolment { id } author { id name } at body }\n        headcount { children youngAdults adults }\n      }\n    }\n  }\n"): typeof import('./graphql').SessionRegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeAttendance($input: TakeAttendanceInput!) {\n    takeAttendance(input: $input) {\n      session { id attendances { enrolment { id } mark } }\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').TakeAttendanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSessionNote($input: AddSessionNoteInput!) {\n    addSessionNote(input: $input) { session { id } problems { field code message } }\n  }\n"): typeof import('./graphql').AddSessionNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordHeadcount($input: RecordHeadcountInput!) {\n    recordHeadcount(input: $input) { session { id } problems { field code message } }\n  }\n"): typeof import('./graphql').RecordHeadcountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Schedule($input: ScheduleSessionsInput!) {\n    scheduleSessions(input: $input) { offering { id version } problems { field code message } }\n  }\n"): typeof import('./graphql').ScheduleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfferingSessions($id: ID!, $before: String) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Offering {\n        version startsOn endsOn schedule venue viewerCanSchedule\n        leaders { id name }\n        programme { id title provider { id name } }\n        sessions(last: 100, before: $before) {\n          nodes { id version startsAt endsAt cancelled cancelledReason viewerCanCancel workers { id name } }\n          pageInfo { hasPreviousPage startCursor }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OfferingSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelSession($input: CancelSessionInput!) {\n    cancelSession(input: $input) { session { id version cancelled } problems { field code message } }\n  }\n"): typeof import('./graphql').CancelSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComingSessions($filter: SessionFilter, $after: String) {\n    sessions(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id startsAt endsAt cancelled cancelledReason\n        offering { id venue programme { id title } }\n        register { id status }\n        attendances { enrolment { id } }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql').ComingSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeChange on MeasureChange {\n    instrument informant\n    pairs { value display suppressed }\n    missingAtEnd { value display suppressed }\n    meanBefore { value display suppressed }\n    meanAfter { value display suppressed }\n    effectSize { value display suppressed }\n    effectSizeLow { value display suppressed }\n    effectSizeHigh { value display suppressed }\n    improved { value display suppressed }\n    noReliableChange { value display suppressed }\n    deteriorated { value display suppressed }\n  }\n"): typeof import('./graphql').OutcomeChangeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeChanges($filter: OutcomeFilter) {\n    whole: outcomeSummary(filter: $filter, groupBy: []) { release asAt total { changes { ...OutcomeChange } } }\n    programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label } started { value display suppressed } changes { ...OutcomeChange } }\n    }\n  }\n"): typeof import('./graphql').OutcomeChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeCoarser($filter: OutcomeFilter, $by: [OutcomeDimension!]!) {\n    outcomeSummary(filter: $filter, groupBy: $by) {\n      release asAt\n      rows {\n        key { label }\n        referred { value display suppressed }\n        accepted { value display suppressed }\n        enrolled { value display suppressed }\n        started { value display suppressed }\n        completed { value display suppressed }\n        endedEarly { value display suppressed }\n        changes { ...OutcomeChange }\n      }\n    }\n  }\n"): typeof import('./graphql').OutcomeCoarserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SummaryContacts on OutcomeSummary {\n    contacts {\n      key { label node { id } }\n      contacts { value display suppressed }\n      ofChildren { value display suppressed }\n      hours\n    }\n  }\n"): typeof import('./graphql').SummaryContactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeGroups on OutcomeSummary {\n    release asAt\n    rows {\n      key { label }\n      referred { value display suppressed }\n      accepted { value display suppressed }\n      ...ProgrammePlaces\n    }\n  }\n"): typeof import('./graphql').OutcomeGroupsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeForWhom($filter: OutcomeFilter) {\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...OutcomeGroups }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...OutcomeGroups }\n    ethnicity: outcomeSummary(filter: $filter, groupBy: [ETHNICITY_GROUP]) { ...OutcomeGroups }\n    needs: outcomeSummary(filter: $filter, groupBy: [SPECIAL_NEEDS]) { ...OutcomeGroups }\n  }\n"): typeof import('./graphql').OutcomeForWhomDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportReport($input: ExportReportInput!) {\n    exportReport(input: $input) { export { id } problems { field code message } }\n  }\n"): typeof import('./graphql').ExportReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportOutcomeSummary($input: ExportOutcomeSummaryInput!) {\n    exportOutcomeSummary(input: $input) { export { id } problems { field code message } }\n  }\n"): typeof import('./graphql').ExportOutcomeSummaryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneExport($id: ID!) {\n    node(id: $id) { __typename id ... on Export { state takenAt path } }\n  }\n"): typeof import('./graphql').OneExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OutcomeCounts on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    reReferred { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    ...ProgrammePlaces\n  }\n"): typeof import('./graphql').OutcomeCountsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeYears($year: OutcomeFilter, $before: OutcomeFilter) {\n    year: outcomeSummary(filter: $year, groupBy: []) { total { ...OutcomeCounts } }\n    before: outcomeSummary(filter: $before, groupBy: []) { total { ...OutcomeCounts } }\n  }\n"): typeof import('./graphql').OutcomeYearsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeIndicators($year: Int) {\n    outcomeIndicators(year: $year) {\n      release asAt owner version validFrom cohort\n      indicators {\n        code name family owner version validFrom definition sources verified local\n        figures {\n          words\n          count { value display suppressed }\n          whole { value display suppressed }\n          share { value display suppressed }\n          change {\n            pairs { value display suppressed }\n            meanBefore { value display suppressed }\n            meanAfter { value display suppressed }\n            effectSize { value display suppressed }\n            effectSizeLow { value display suppressed }\n            effectSizeHigh { value display suppressed }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OutcomeIndicatorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReleaseOfIndicators { outcomeSummary(groupBy: []) { release asAt } }\n"): typeof import('./graphql').ReleaseOfIndicatorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeMonths($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: []) {\n      release asAt\n      disclosure { method threshold base note }\n      total { ...OutcomeCounts }\n    }\n  }\n"): typeof import('./graphql').OutcomeMonthsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeByProgramme($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      rows { key { label node { id } } ...ProgrammePlaces }\n      ...SummaryContacts\n    }\n  }\n"): typeof import('./graphql').OutcomeByProgrammeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeQuarters($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [QUARTER]) {\n      release asAt\n      rows { key { label } referred { value display suppressed } started { value display suppressed } }\n    }\n  }\n"): typeof import('./graphql').OutcomeQuartersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeAreas { areas(kind: LOCAL_AUTHORITY) { id name } }\n"): typeof import('./graphql').OutcomeAreasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProgrammePlaces on OutcomeRow {\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    endedEarlyByChild { value display suppressed }\n    endedEarlyByUs { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n  }\n"): typeof import('./graphql').ProgrammePlacesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomesOfProgramme($id: ID!, $own: OutcomeFilter, $all: OutcomeFilter) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Programme {\n        title summary active reach\n        provider { id name }\n        approach { code name }\n        evidence { band source asOf }\n      }\n    }\n    own: outcomeSummary(filter: $own, groupBy: []) {\n      release asAt\n      disclosure { note }\n      total { ...ProgrammePlaces changes { ...OutcomeChange } }\n      ...SummaryContacts\n    }\n    all: outcomeSummary(filter: $all, groupBy: []) { total { ...ProgrammePlaces } }\n  }\n"): typeof import('./graphql').OutcomesOfProgrammeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomesOfApproach($filter: OutcomeFilter) {\n    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {\n      release asAt\n      total { ...ProgrammePlaces }\n      rows { key { label node { id } } ...ProgrammePlaces changes { ...OutcomeChange } }\n    }\n  }\n"): typeof import('./graphql').OutcomesOfApproachDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewestRelease { outcomeSummary(groupBy: []) { release asAt } }\n"): typeof import('./graphql').NewestReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReachRows on OutcomeSummary {\n    rows {\n      key { label }\n      enrolled { value display suppressed }\n      started { value display suppressed }\n      completed { value display suppressed }\n    }\n  }\n"): typeof import('./graphql').ReachRowsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutcomeReach($filter: OutcomeFilter, $ever: OutcomeFilter) {\n    quarters: outcomeSummary(filter: $ever, groupBy: [QUARTER]) { ...ReachRows }\n    council: outcomeSummary(filter: $filter, groupBy: [LOCAL_AUTHORITY]) { ...ReachRows }\n    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...ReachRows }\n    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...ReachRows }\n  }\n"): typeof import('./graphql').OutcomeReachDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MayPublish { viewer { canPublishReports } }\n"): typeof import('./graphql').MayPublishDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishReport($input: PublishReportInput!) {\n    publishReport(input: $input) { report { id } problems { field code message } }\n  }\n"): typeof import('./graphql').PublishReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportSummary on OutcomeSummary {\n    release asAt\n    rows { key { label } ...ReportRow }\n    total { key { label } ...ReportRow }\n    ...SummaryContacts\n  }\n"): typeof import('./graphql').ReportSummaryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportRow on OutcomeRow {\n    referred { value display suppressed }\n    accepted { value display suppressed }\n    enrolled { value display suppressed }\n    started { value display suppressed }\n    completed { value display suppressed }\n    endedEarly { value display suppressed }\n    triagedInTime { value display suppressed }\n    contactedInTime { value display suppressed }\n    plannedInTime { value display suppressed }\n    attendanceRate { value display suppressed }\n    medianWaitWorkingDays { value display suppressed }\n    changes { ...OutcomeChange }\n  }\n"): typeof import('./graphql').ReportRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneReport($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Report {\n        title publishedAt restated\n        by { id name }\n        question { period groupBy filters { label } }\n        definitions { figure meaning }\n        summary { ...ReportSummary release asAt disclosure { method note } }\n      }\n    }\n  }\n"): typeof import('./graphql').OneReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportList($first: Int, $after: String, $last: Int, $before: String) {\n    viewer { canSeeOutcomes }\n    reports(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id title publishedAt restated\n        by { id name }\n        question { release asAt period filters { label } }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql').ReportListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Alerts on YoungPerson { restricted alerts { id kind text from reviewOn } }\n"): typeof import('./graphql').AlertsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangeChild on YoungPerson {\n    id version givenName familyName knownAs dateOfBirth\n    school { id name }\n    address { lines postcode }\n  }\n"): typeof import('./graphql').ChangeChildFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeYoungPerson($input: ChangeYoungPersonInput!) {\n    changeYoungPerson(input: $input) { youngPerson { id version ...ChangeChild } problems { field code message } }\n  }\n"): typeof import('./graphql').ChangeYoungPersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneChild($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on YoungPerson {\n        reference version displayName givenName familyName knownAs dateOfBirth age yearGroup sex ethnicity firstLanguage\n        upn nhsNumber\n        school { id name }\n        area { id name }\n        address { lines postcode }\n        schools { school { id name } from to }\n        addresses { address { lines postcode } from to }\n        cases(first: 20) { nodes { id reference status openedAt } }\n        referrals(first: 20) { nodes { id reference status submittedAt } }\n        ...Alerts\n        ...Contacts\n        ...Relations\n        ...ChangeChild\n      }\n    }\n  }\n"): typeof import('./graphql').OneChildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupToConfirm($filter: MembershipFilter) {\n    memberships(filter: $filter, first: 100) {\n      totalCount\n      nodes { id role lead user { id name } }\n    }\n  }\n"): typeof import('./graphql').GroupToConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmMembers($input: ConfirmMembersInput!) {\n    confirmMembers(input: $input) { confirmedOn problems { field code message } }\n  }\n"): typeof import('./graphql').ConfirmMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConfirmationRow on GroupConfirmation {\n    organisation { id name } group members led confirmedOn dueOn dueSoon overdue\n  }\n"): typeof import('./graphql').ConfirmationRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Confirmations { confirmations { ...ConfirmationRow } }\n"): typeof import('./graphql').ConfirmationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordConsent($input: RecordConsentInput!) {\n    recordConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n"): typeof import('./graphql').RecordConsentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConsentItem on Consent {\n    id version kind status givenBy reason scope decidedOn withdrawnOn expiresOn gillickReasons\n    organisation { id name }\n  }\n"): typeof import('./graphql').ConsentItemFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawConsent($input: WithdrawConsentInput!) {\n    withdrawConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }\n  }\n"): typeof import('./graphql').WithdrawConsentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeContact($input: ChangeContactInput!) {\n    changeContact(input: $input) { youngPerson { id version ...Contacts } problems { field code message } }\n  }\n"): typeof import('./graphql').ChangeContactDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Contacts on YoungPerson {\n    contacts {\n      id version name relationship hasParentalResponsibility livesWith phone mayContact mayBeTold orderInForce\n      safeToCall safeToText safeToLeaveVoicemail\n    }\n  }\n"): typeof import('./graphql').ContactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvitationRow on Invitation {\n    id name email group role lead from to status invitedAt linkExpiresAt mayApprove maySend\n    organisation { id name }\n    invitedBy { id name }\n    approvedBy { id name }\n  }\n"): typeof import('./graphql').InvitationRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkRequestRow on LinkRequest { id at user { id name } }\n"): typeof import('./graphql').LinkRequestRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveInvitation($input: InvitationInput!) {\n    approveInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n"): typeof import('./graphql').ApproveInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineInvitation($input: InvitationInput!) {\n    declineInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n"): typeof import('./graphql').DeclineInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendInvitation($input: InvitationInput!) {\n    sendInvitation(input: $input) {\n      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }\n    }\n  }\n"): typeof import('./graphql').SendInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveLink($input: GiveLinkInput!) {\n    giveLink(input: $input) { user { id name } link linkExpiresAt problems { field code message } }\n  }\n"): typeof import('./graphql').GiveLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      invitation { id status ...InvitationRow }\n      link linkExpiresAt\n      problems { field code message }\n    }\n  }\n"): typeof import('./graphql').InviteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MemberRow on Membership {\n    id group role lead from to lastSignedInAt mayEnd\n    user { id name jobTitle }\n    organisation { id name }\n  }\n"): typeof import('./graphql').MemberRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMembership($input: EndMembershipInput!) {\n    endMembership(input: $input) { user { id name } problems { field code message } }\n  }\n"): typeof import('./graphql').EndMembershipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndUser($input: EndUserInput!) {\n    endUser(input: $input) { user { id name } problems { field code message } }\n  }\n"): typeof import('./graphql').EndUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Organisations($filter: OrganisationFilter) {\n    organisations(filter: $filter, first: 100) { nodes { id name } }\n  }\n"): typeof import('./graphql').OrganisationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleOfGroup($filter: MembershipFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    memberships(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { id ...MemberRow }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n    invitations(first: 50) { totalCount nodes { id ...InvitationRow } }\n    linkRequests(first: 50) { totalCount nodes { id ...LinkRequestRow } }\n    confirmations { ...ConfirmationRow }\n  }\n"): typeof import('./graphql').PeopleOfGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OtherChildren($text: String!) {\n    youngPeople(search: $text, first: 10) { nodes { id reference displayName age } }\n  }\n"): typeof import('./graphql').OtherChildrenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RelateChildren($input: RelateChildrenInput!) {\n    relateChildren(input: $input) { youngPerson { id ...Relations } problems { field code message } }\n  }\n"): typeof import('./graphql').RelateChildrenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Relations on YoungPerson {\n    relations { kind source from reviewOn youngPerson { id displayName reference } }\n  }\n"): typeof import('./graphql').RelationsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PlacesChanged($filter: AvailabilityFilter, $after: String) {\n    availabilityChanged(filter: $filter, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').PlacesChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SessionsChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').SessionsChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkChanged($after: String) {\n    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').WorkChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CaseChanged($caseId: ID!, $after: String) {\n    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }\n  }\n"): typeof import('./graphql').CaseChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StillHere { viewer { user { id } } }\n"): typeof import('./graphql').StillHereDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user { id name }\n      membership { id group lead }\n      memberships { id role group organisation { id name } }\n      organisation { id name kind }\n      role\n      canSubmitReferrals\n      canTriage\n      canSeeAudit\n      canKeepPeople\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLines($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {\n    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id at action subjectKind subjectReference purpose\n        actor { id name }\n        membership { id role organisation { id name } }\n        subject { __typename id ... on User { name } ... on Organisation { name } }\n        subjectPerson { id name }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql').AuditLinesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($filter: UserFilter) {\n    users(filter: $filter, first: 100) { nodes { id name organisation { id name } } }\n  }\n"): typeof import('./graphql').PeopleDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
