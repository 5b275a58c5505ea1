/** GraphiQL, for those who build against the API. Served in a demonstration alone. */
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { getOperationAST, parse } from 'graphql';
import { type ComponentProps, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { checkSession } from '../src/platform/session';
import { ask } from './ask';
import './page.css';

type Props = ComponentProps<typeof GraphiQL>;

/** What is typed may name a child: it goes with the page. */
function inMemory(): NonNullable<Props['storage']> {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A document that does not parse goes to the server too, which says where its fault is. */
function kindOf(query: string, name: string | null | undefined) {
  try {
    return getOperationAST(parse(query), name)?.operation === 'subscription' ? 'subscription' : 'other';
  } catch {
    return 'other';
  }
}

const fetcher: Props['fetcher'] = (asked, options) =>
  ask(asked, kindOf(asked.query, asked.operationName), options?.headers) as ReturnType<Props['fetcher']>;

const welcome = `# You are asked for as the person who is signed in at / in this browser.
# One who holds several memberships names one below, under Headers: {"Ridgeway-Membership": "..."}
{
  viewer {
    role
    memberships { id role organisation { name } }
  }
}
`;

const place = document.getElementById('root');
if (place) {
  void checkSession().then(() =>
    createRoot(place).render(
      <StrictMode>
        <GraphiQL
          fetcher={fetcher}
          storage={inMemory()}
          defaultQuery={welcome}
          shouldPersistHeaders={false}
        />
      </StrictMode>,
    ),
  );
}
