import { describe, expect, it } from 'vitest';
import { TypedDocumentString } from '../gql/graphql';
import { byHash, trusted } from './client';

const hash = '0f'.repeat(32);
const text = 'subscription WorkChanged { workChanged { kind } }';
const document = new TypedDocumentString<unknown, never>(text, { hash: `sha256:${hash}` });
const sent = (withText: boolean) =>
  JSON.stringify({ payload: trusted(document, { query: 'c' }, withText) }, byHash);

describe('a trusted document for a socket', () => {
  it('is sent by its hash, without its text', () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    expect(JSON.parse(sent(false))).toEqual({ payload: { variables: { query: 'c' }, extensions } });
  });

  it('is sent as its text where the server does not know it', () => {
    expect(JSON.parse(sent(true))).toEqual({ payload: { query: text, variables: { query: 'c' } } });
  });
});
