/**
 * Ridgeway for a school's own system: what could take a child now. Typed from the schema; asks by the hash of a document that
 * the server knows, keeps what it was answered, and asks again by its tag. docs/schools.md says how to come by a token.
 */
import {
  SchoolAreasDocument,
  SchoolAvailabilityDocument,
  type SchoolAreasQuery,
  type SchoolAvailabilityQuery,
  type SchoolAvailabilityQueryVariables,
  type TypedDocumentString,
} from './gql/graphql.ts';

/** What the server said instead of an answer: `code` is of its list, `status` of HTTP. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly problems: ReadonlyArray<{ field: string[]; code: string; message: string }>;

  constructor(status: number, error: { message?: string; extensions?: Record<string, unknown> } | undefined) {
    super(error?.message ?? `HTTP ${status}`);
    this.status = status;
    this.code = String(error?.extensions?.code ?? 'UNKNOWN');
    this.problems = (error?.extensions?.problems ?? []) as Refused['problems'];
  }
}

export type Offering = NonNullable<SchoolAvailabilityQuery['programmeAvailability']>['nodes'][number];
export type Area = NonNullable<SchoolAreasQuery['areas']>[number];

interface Kept {
  tag: string;
  data: unknown;
}

export class Ridgeway {
  readonly #origin: string;
  readonly #token: string;
  readonly #kept = new Map<string, Kept>();
  /** How often the server said that what is kept here is still so. */
  unchanged = 0;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** What could take such a child now, what can begin first, first. */
  async available(asked: SchoolAvailabilityQueryVariables): Promise<Offering[]> {
    const data = await this.#get(SchoolAvailabilityDocument, { first: 100, ...asked });
    return data.programmeAvailability?.nodes ?? [];
  }

  /** The areas to ask for. */
  async areas(): Promise<Area[]> {
    return (await this.#get(SchoolAreasDocument, {})).areas ?? [];
  }

  async #get<T, V>(document: TypedDocumentString<T, V>, variables: V, patience = 3): Promise<T> {
    const hash = String(document.__meta__?.hash).replace('sha256:', '');
    const address = new URL('/graphql', this.#origin);
    address.searchParams.set('extensions', JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }));
    address.searchParams.set('variables', JSON.stringify(variables));
    const kept = this.#kept.get(address.href);
    const answer = await fetch(address, {
      headers: {
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${this.#token}`,
        ...(kept && { 'if-none-match': kept.tag }),
      },
    });
    if (answer.status === 304 && kept) {
      this.unchanged += 1;
      return kept.data as T;
    }
    const wait = Number(answer.headers.get('retry-after'));
    if ((answer.status === 429 || answer.status === 503) && wait > 0 && patience > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      return this.#get(document, variables, patience - 1);
    }
    const body = await answer.json();
    if (body.errors?.length > 0) throw new Refused(answer.status, body.errors[0]);
    const tag = answer.headers.get('etag');
    if (tag) this.#kept.set(address.href, { tag, data: body.data });
    return body.data as T;
  }
}
