/** The audit in plain words: what was done to what, and why somebody could see it. */
import type { AuditAction, Role } from '../../gql/graphql';
import type { auditKinds } from '../../platform/choices';

export type Kind = (typeof auditKinds)[number];

export const kindWords: Record<Kind, string> = {
  opened: 'Opened',
  changed: 'Made or changed',
  searched: 'Searched',
  given: 'Printed or given away',
  emergency: 'Opened in an emergency',
  refused: 'Refused',
  signins: 'Sign-ins',
  rights: 'Rights given or ended',
};

export const kindActions: Record<Kind, AuditAction[]> = {
  opened: ['READ'],
  changed: ['CREATE', 'CHANGE', 'LINK', 'UNLINK', 'ERASE'],
  searched: ['SEARCH'],
  given: ['PRINT', 'EXPORT', 'DISCLOSE'],
  emergency: ['BREAK_GLASS'],
  refused: ['REFUSED'],
  signins: ['SIGN_IN', 'SIGN_IN_FAILED'],
  rights: ['GRANT'],
};

/** The kinds of line that a role is shown at all. */
export function kindsFor(role: Role): Kind[] {
  if (role === 'ADMINISTRATOR') return ['signins', 'rights'];
  if (role === 'TEAM_MANAGER') return ['opened', 'changed', 'given', 'emergency'];
  return ['opened', 'changed', 'searched', 'given', 'emergency', 'refused', 'signins', 'rights'];
}

const verbs: Record<AuditAction, string> = {
  SIGN_IN: 'Signed in',
  SIGN_IN_FAILED: 'Sign-in failed',
  READ: 'Opened',
  SEARCH: 'Searched',
  CREATE: 'Made',
  CHANGE: 'Changed',
  LINK: 'Said to be the same child:',
  UNLINK: 'Said not to be the same child:',
  PRINT: 'Printed',
  EXPORT: 'Took out as a file:',
  DISCLOSE: 'Gave to another organisation:',
  BREAK_GLASS: 'Opened in an emergency:',
  GRANT: 'Gave or ended a right:',
  REFUSED: 'Was refused',
  ERASE: 'Erased',
};

const subjects: Record<string, [one: string, many: string]> = {
  ORGANISATION: ['an organisation', 'organisations'],
  USER: ['an account', 'people'],
  MEMBERSHIP: ['a membership', 'memberships'],
  INVITATION: ['an invitation', 'invitations'],
  LINK: ['a link to choose a password', 'links to choose a password'],
  TOKEN: ['a token', 'tokens'],
  YOUNG_PERSON: ['the child’s record', 'children'],
  CONTACT: ['a contact of the child', 'contacts'],
  ALERT: ['an alert', 'alerts'],
  CONSENT: ['a consent', 'consents'],
  RESTRICTION: ['a restriction', 'restrictions'],
  REFERRAL: ['a referral', 'referrals'],
  DRAFT: ['a form not sent yet', 'forms not sent yet'],
  CASE: ['a case', 'cases'],
  CASE_NOTE: ['a note', 'notes'],
  TASK: ['a task', 'tasks'],
  SAFEGUARDING_CONCERN: ['a safeguarding concern', 'safeguarding concerns'],
  REPORT: ['a report of figures', 'reports of figures'],
  EXPORT: ['figures', 'figures'],
  AUDIT_ENTRY: ['the audit', 'the audit'],
};

/** "Opened a case", "Searched children", "Signed in" */
export function whatWords(action: AuditAction, subjectKind: string): string {
  if (action === 'SIGN_IN' || action === 'SIGN_IN_FAILED' || action === 'REFUSED') return verbs[action];
  const [one, many] = subjects[subjectKind] ?? ['a record', 'records'];
  return `${verbs[action]} ${action === 'SEARCH' ? many : one}`;
}

const reasons: Record<string, string> = {
  OwnCase: 'Their own case',
  Cover: 'Stands in for a colleague',
  Duty: 'On duty that day',
  OwnQueue: 'In the queue of their service',
  OwnService: 'In their service',
  Enrolled: 'In a programme of theirs',
  SentByGroup: 'Referred by their group',
  Own: 'Made by them, or given to them',
  Always: 'Their role may see it',
  sign_in: 'Signing in',
  'token issue': 'A token was issued',
  'token revoke': 'Tokens were taken back',
  'user add': 'An account or membership was added',
  'user end': 'The account was ended',
  'user link': 'A link to choose a password was made',
  'user.invite': 'Inviting somebody',
  'user.end': 'Ending an account',
  'user.wake': 'Letting somebody sign in again',
  'invitation.approve': 'Agreeing to an invitation',
  'invitation.decline': 'Declining an invitation',
  'invitation.send': 'Making a link for an invitation',
  'invitation.accept': 'Accepting an invitation',
  'link.ask': 'Somebody could not sign in',
  'link.give': 'Giving a link to who could not sign in',
  'link.use': 'Choosing a password by a link',
  'members.confirm': 'Confirming who belongs to a group',
  'membership.end': 'Ending a membership',
  'case.allocate': 'Allocating the case',
  'case_note.add': 'Adding a note',
  'case_note.amend': 'Amending a note',
  'consent.record': 'Recording consent',
  'consent.withdraw': 'Withdrawing consent',
  'contact.change': 'Changing a contact',
  'draft.save': 'Keeping a form',
  'draft.discard': 'Discarding a form',
  'report.publish': 'Publishing a report',
  'report.export': 'Asking for a report as a file',
  'outcome_summary.export': 'Asking for figures as a file',
  'export.fetch': 'Downloading figures',
  'referral.acknowledge': 'First look at the referral',
  'referral.add_information': 'Adding information',
  'referral.challenge': 'Saying “I am still worried”',
  'referral.confirm_redirect': 'Confirming a redirection',
  'referral.countersign': 'Countersigning',
  'referral.message': 'Writing to those who referred',
  'referral.pass': 'Passing the referral on',
  'referral.release': 'Giving the referral back',
  'referral.submit': 'Referring a child',
  'referral.take': 'Taking the referral',
  'referral.triage': 'Deciding on the referral',
  'referral.withdraw': 'Withdrawing the referral',
  'safeguarding_concern.raise': 'Raising a concern',
  'safeguarding_concern.resolve': 'Resolving a concern',
  'task.change': 'Changing a task',
  'task.complete': 'Finishing a task',
  'task.create': 'Setting a task',
  'young_person.change': 'Putting the record right',
};

/** Why, in plain words; an operation that has none yet is told by its name. */
export function whyWords(purpose: string | null | undefined): string {
  if (!purpose) return '';
  return reasons[purpose] ?? purpose.replaceAll(/[._]/g, ' ');
}
