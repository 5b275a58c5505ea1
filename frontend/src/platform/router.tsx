/** Every path of the frontend. Pages are loaded when they are first opened. Only ids and choices are in a URL. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import {
  auditKinds,
  caseActs,
  childActs,
  concernViews,
  findOrders,
  findStrands,
  outcomeTimes,
  peopleActs,
  queueOrders,
  queueUrgencies,
  queueViews,
  referSteps,
  sentActs,
  sentViews,
  taskViews,
  teamViews,
  triageActs,
  workViews,
} from './choices';
import { NotFoundPage } from './not-found-page';
import { Root } from './root';
import { searchOf } from './search';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });
const getParentRoute = () => root;
const statics = () => import('./static-pages');
const places = ['after', 'before'] as const;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const queue = { urgency: queueUrgencies, order: queueOrders };

const routeTree = root.addChildren([
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: searchOf(
      { view: [...new Set([...sentViews, ...queueViews, ...workViews, ...teamViews])], ...queue },
      [...places, 'worker'],
    ),
    component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/triage',
    validateSearch: searchOf({ view: queueViews, ...queue }, places),
    component: lazyRouteComponent(() => import('../casework/triage/triage-page'), 'TriagePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/tasks',
    validateSearch: searchOf({ view: taskViews }),
    component: lazyRouteComponent(() => import('../casework/tasks/tasks-page'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns',
    validateSearch: searchOf({ view: concernViews }),
    component: lazyRouteComponent(() => import('../casework/concerns/concerns-page'), 'ConcernsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals',
    validateSearch: searchOf({ view: sentViews }, places),
    component: lazyRouteComponent(() => import('../casework/sent/sent-referrals-page'), 'SentReferralsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/new',
    validateSearch: searchOf({ step: referSteps }, ['programme'], { programme: /^programme_[\w-]+$/ }),
    component: lazyRouteComponent(() => import('../casework/refer/refer-page'), 'ReferPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/$reference',
    validateSearch: searchOf({ act: [...sentActs, ...triageActs] }),
    component: lazyRouteComponent(() => import('../casework/referral-page'), 'ReferralPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/$reference/sent',
    component: lazyRouteComponent(() => import('../casework/refer/sent-page'), 'ReferralSentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$reference',
    validateSearch: searchOf({ act: caseActs, only: ['notes'] as const }),
    component: lazyRouteComponent(() => import('../casework/case/case-page'), 'CasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/programmes',
    validateSearch: searchOf(
      { order: findOrders, free: ['yes'] as const, strand: findStrands },
      ['age', 'year', 'area', 'worry', ...places],
      { age: /^\d{1,2}$/, year: /^\d{1,2}$/, area: /^area_[\w-]+$/, worry: /^[A-Z][A-Z_]{2,50}$/ },
    ),
    component: lazyRouteComponent(() => import('../delivery/find-page'), 'FindPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/programmes/$id',
    component: lazyRouteComponent(() => import('../delivery/programme-page'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/registers',
    component: lazyRouteComponent(() => import('../delivery/register/unsent-page'), 'UnsentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/registers/$id',
    component: lazyRouteComponent(() => import('../delivery/register/register-page'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/offerings/$id',
    component: lazyRouteComponent(() => import('../delivery/cohort-page'), 'CohortPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/offerings/$id/sessions',
    component: lazyRouteComponent(() => import('../delivery/sessions-page'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/places',
    component: lazyRouteComponent(() => import('../delivery/capacity-page'), 'CapacityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outcomes',
    validateSearch: searchOf({ time: outcomeTimes }, ['area'], { area: /^area_[\w-]+$/ }),
    component: lazyRouteComponent(() => import('../insight/outcomes-page'), 'OutcomesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outcomes/programmes/$id',
    validateSearch: searchOf({ time: outcomeTimes }),
    component: lazyRouteComponent(() => import('../insight/programme-page'), 'ProgrammeOutcomesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outcomes/indicators',
    validateSearch: searchOf({ time: outcomeTimes }),
    component: lazyRouteComponent(() => import('../insight/indicators-page'), 'IndicatorsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outcomes/reports',
    validateSearch: searchOf({}, places),
    component: lazyRouteComponent(() => import('../insight/reports-page'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outcomes/reports/$id',
    component: lazyRouteComponent(() => import('../insight/report-page'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/children/$id',
    validateSearch: searchOf({ act: childActs }),
    component: lazyRouteComponent(() => import('../people/child-page'), 'ChildPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    validateSearch: searchOf({ what: auditKinds }, ['reference', 'person', 'from', 'to', ...places], {
      reference: /^[YCR]-[0-9A-Z]{7}$/,
      person: /^user_[\w-]+$/,
      from: dayShape,
      to: dayShape,
    }),
    component: lazyRouteComponent(() => import('../record/audit/audit-page'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: searchOf({ act: peopleActs }, [...places, 'organisation']),
    component: lazyRouteComponent(() => import('../people/people-page'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/link',
    component: lazyRouteComponent(() => import('../people/link-page'), 'LinkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/cannot-sign-in',
    component: lazyRouteComponent(() => import('../people/cannot-sign-in-page'), 'CannotSignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/find',
    component: lazyRouteComponent(() => import('../delivery/public-find-page'), 'PublicFindPage'),
  }),
  createRoute({ getParentRoute, path: '/cookies', component: lazyRouteComponent(statics, 'CookiesPage') }),
  createRoute({
    getParentRoute,
    path: '/accessibility',
    component: lazyRouteComponent(statics, 'AccessibilityPage'),
  }),
  createRoute({ getParentRoute, path: '/privacy', component: lazyRouteComponent(statics, 'PrivacyPage') }),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: false,
  // The page of another child, case or programme is another page: nothing of the one before stands under its address.
  defaultRemountDeps: ({ params }) => params,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
