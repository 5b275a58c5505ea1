import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, Kind, visit } from 'graphql';

/** The document cache goes by type names, and a trusted document is sent as its hash: they must be in it. */
const withTypenames = <T extends { document?: DocumentNode }>({ documents }: { documents: T[] }): T[] =>
  documents.map((file) => ({
    ...file,
    document:
      file.document &&
      visit(file.document, {
        SelectionSet(node, _key, parent) {
          const root = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
          const has = node.selections.some((s) => s.kind === Kind.FIELD && s.name.value === '__typename');
          if (root || has) return undefined;
          const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
          return { ...node, selections: [typename, ...node.selections] };
        },
      }),
  }));

const settings = {
  documentMode: 'string',
  enumsAsTypes: true,
  useTypeImports: true,
  strictScalars: true,
  scalars: { Date: 'string', DateTime: 'string', Pence: 'number' },
} as const;
const persistedDocuments = { hashPropertyName: 'hash', hashAlgorithm: 'sha256' } as const;

const config: CodegenConfig = {
  schema: process.env.RIDGEWAY_SCHEMA ?? '../schema.graphql',
  ignoreNoDocuments: true,
  generates: {
    './src/gql/': {
      documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' }, persistedDocuments },
      config: settings,
      documentTransforms: [{ transform: withTypenames }],
    },
    // The client for a school's own system: docs/schools.md.
    '../clients/school/gql/': {
      documents: ['../clients/school/*.graphql'],
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments },
      config: settings,
    },
  },
};

export default config;
