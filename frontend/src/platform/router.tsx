/** Every path of the frontend. Pages are loaded when they are first opened. Only ids and choices are in a URL. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFoundPage } from './not-found-page';
import { Root } from './root';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });
const parent = () => root;
const staticPages = () => import('./static-pages');

const routes = [
  createRoute({
    getParentRoute: parent,
    path: '/',
    component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/cookies',
    component: lazyRouteComponent(staticPages, 'CookiesPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/accessibility',
    component: lazyRouteComponent(staticPages, 'AccessibilityPage'),
  }),
  createRoute({
    getParentRoute: parent,
    path: '/privacy',
    component: lazyRouteComponent(staticPages, 'PrivacyPage'),
  }),
];

export const router = createRouter({ routeTree: root.addChildren(routes), scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
