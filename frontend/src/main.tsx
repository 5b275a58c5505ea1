/** Where the page begins. */
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadSignInOptions } from './platform/demo';
import { leave, showAgain, wasLeft } from './platform/exit';
import { router } from './platform/router';
import { checkSession, session } from './platform/session';
import './styles/main.scss';

const place = document.getElementById('root');
const left = wasLeft();
if (place && left !== 'yes') {
  void loadSignInOptions();
  void checkSession().then(() => {
    if (left !== 'perhaps') return;
    if (session.get().state === 'signedOut') leave();
    else showAgain();
  });
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
