import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './scripts/inline-documents.ts';

const server = process.env.RIDGEWAY_ORIGIN ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [inlineDocuments(), react()],
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: ['.'], quietDeps: true } },
  },
  build: {
    target: 'es2022',
    manifest: true,
    // A data: address in a style sheet is refused by the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/graphiql': server,
      '/session': server,
      '/register-key': server,
      '/exports': server,
      '/sign-in': server,
      '/sign-out': server,
      '/sign-in-options': server,
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
