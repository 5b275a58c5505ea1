// Writes dist-documents/trusted.json, {hash: text}, which the server embeds: what a page, or a school's own system, may ask by
// its hash.
// With --check it only tells whether the committed file is the one that it would write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const documents = Object.assign(
  {},
  ...['src/gql', '../clients/school/gql'].map((folder) =>
    JSON.parse(readFileSync(`${folder}/persisted-documents.json`, 'utf8')),
  ),
);
const bare = Object.fromEntries(
  Object.entries(documents)
    .map(([hash, text]) => [hash.replace(/^sha256:/, ''), text])
    .sort(([a], [b]) => a.localeCompare(b)),
);
const file = 'dist-documents/trusted.json';
const text = `${JSON.stringify(bare, null, 1)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is stale: run npm run codegen`);
    process.exit(1);
  }
} else {
  mkdirSync('dist-documents', { recursive: true });
  writeFileSync(file, text);
  console.log(`${Object.keys(bare).length} trusted documents`);
}
