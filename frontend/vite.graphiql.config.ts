import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Fonts and icons within style sheets are refused by the content security policy: the system's own serve as well. */
function withoutData(): Plugin {
  return {
    name: 'without-data',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('.css')
        ? code
            .replace(/@font-face\s*{[^}]*}/g, '')
            .replace(/background-image:\s*url\("?data:[^;]*;[^;]*;/g, '')
        : null,
  };
}

/** GraphiQL is a page apart, so that the pages of Ridgeway carry nothing of it. Built after them, into their folder. */
export default defineConfig({
  root: 'graphiql',
  base: '/graphiql/',
  plugins: [withoutData(), react()],
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
