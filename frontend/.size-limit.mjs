// What a browser loads: the styles, and for each page the program together with all that the page needs.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const entry = Object.values(manifest).find((chunk) => chunk.isEntry);

function needed(chunk, seen = new Set()) {
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const key of chunk.imports ?? []) needed(manifest[key], seen);
  return seen;
}

const pages = Object.values(manifest).filter((chunk) => chunk.isDynamicEntry);

export default [
  { name: 'Styles', path: 'dist/assets/*.css', limit: '20 kB', gzip: true },
  ...pages.map((page) => ({
    name: `JavaScript of ${page.src}`,
    path: [...needed(page, needed(entry))].map((file) => `dist/${file}`),
    limit: '150 kB',
    gzip: true,
  })),
];
