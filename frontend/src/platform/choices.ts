/** The choices that a URL may hold, page by page. Here and not in the pages, so that those load only when opened. */

export const sentViews = ['open', 'asked', 'ended', 'all'] as const;
export const sentActs = ['add', 'withdraw', 'worried'] as const;
export const queueViews = ['waiting', 'unowned', 'mine', 'overdue', 'decided'] as const;
export const queueUrgencies = ['IMMEDIATE', 'PRIORITY', 'ROUTINE'] as const;
export const queueOrders = ['due', 'oldest', 'newest'] as const;
export const triageActs = ['decide', 'pass', 'message', 'concern', 'countersign', 'confirm'] as const;
export const workViews = ['mine', 'overdue', 'due', 'changed', 'unseen', 'covering'] as const;
export const teamViews = ['unallocated', 'all', 'unseen', 'countersign'] as const;
export const taskViews = ['mine', 'overdue', 'team', 'done'] as const;
export const peopleActs = ['invite'] as const;
export const concernViews = ['open', 'resolved'] as const;
export const auditKinds = [
  'opened',
  'changed',
  'searched',
  'given',
  'emergency',
  'refused',
  'signins',
  'rights',
] as const;
export const caseActs = ['note', 'task', 'consent', 'concern', 'allocate', 'place'] as const;
export const findOrders = ['soonest', 'places', 'evidence'] as const;
export const childActs = ['change', 'contact', 'relation', 'concern'] as const;
export const findStrands = ['EDUCATION', 'EARLY_INTERVENTION', 'PROFESSIONAL_TRAINING'] as const;
export const outcomeTimes = ['year'] as const;
export const referSteps = ['danger', 'child', 'what', 'family', 'check', 'more'] as const;
