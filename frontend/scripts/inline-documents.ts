/**
 * Puts each trusted document, short and with its hash, into the page that asks it. Without this every page would
 * load all of them twice: generated code keeps one map of all documents by their source.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const call = /graphql\(`([^`]*)`\)/g;
const importOfMap = /^import \{ graphql \} from '[./]+gql\/gql';$/m;

export function inlineDocuments(): Plugin {
  const byName = new Map<string, { text: string; hash: string }>();
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const documents = JSON.parse(readFileSync('src/gql/persisted-documents.json', 'utf8')) as Record<
        string,
        string
      >;
      for (const [hash, text] of Object.entries(documents)) {
        for (const [, name] of text.matchAll(/(?:query|mutation|subscription) (\w+)/g)) {
          if (name) byName.set(name, { text, hash });
        }
      }
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !importOfMap.test(code)) return null;
      const replaced = code.replace(call, (_all, source: string) => {
        const name = /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(source)?.[1];
        // A fragment is only its types: nothing of it is needed in the browser.
        if (!name) return 'undefined';
        const document = byName.get(name);
        if (!document) throw new Error(`No trusted document for ${name}: run npm run codegen`);
        const { text, hash } = document;
        return `Object.assign(new String(${JSON.stringify(text)}), { __meta__: { hash: ${JSON.stringify(hash)} } })`;
      });
      return { code: replaced.replace(importOfMap, ''), map: null };
    },
  };
}
