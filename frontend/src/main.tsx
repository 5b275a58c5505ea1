/** Where the page begins. */
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadSignInOptions } from './platform/demo';
import { wasLeft } from './platform/exit';
import { router } from './platform/router';
import { checkSession } from './platform/session';
import './styles/main.scss';

const place = document.getElementById('root');
if (place && !wasLeft()) {
  void loadSignInOptions();
  void checkSession();
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
