// Writes dist-documents/trusted.json, {hash: text}, which the server embeds: what a page may ask, by its hash.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const documents = JSON.parse(readFileSync('src/gql/persisted-documents.json', 'utf8'));
const bare = Object.fromEntries(
  Object.entries(documents)
    .map(([hash, text]) => [hash.replace(/^sha256:/, ''), text])
    .sort(([a], [b]) => a.localeCompare(b)),
);
mkdirSync('dist-documents', { recursive: true });
writeFileSync('dist-documents/trusted.json', `${JSON.stringify(bare, null, 1)}\n`);
console.log(`${Object.keys(bare).length} trusted documents`);
