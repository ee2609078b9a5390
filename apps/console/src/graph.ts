import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { type Client as EventSource, createClient } from 'graphql-sse';
import { map } from 'rxjs';
import type { Credentials } from './session';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

/** A place of an answer that the caller may not see, and why. */
export interface Withheld {
  path: (string | number)[];
  scope: string;
  reason: string;
}

/** The graph as one caller sees it. */
export interface Graph {
  client: ApolloClient;
  /** A file of the gateway, by its path. */
  get: (path: string) => Promise<Response>;
  /** What goes on, by Server-Sent Events. */
  events: EventSource;
  /** What the last answer to an operation left out, by the operation's name. */
  withheld: ReadonlyMap<string, Withheld[]>;
}

const AT = '/graphql';

/** The graph for whoever has these credentials. They go into headers, and nowhere else. */
export function graphFor({ key, purpose, justification }: Credentials): Graph {
  const headers = {
    authorization: `Bearer ${key}`,
    'throughline-purpose': purpose,
    // A header holds no more than Latin-1.
    ...(justification ? { 'throughline-justification': justification.replace(/[^ -~]/g, '?') } : {}),
  };
  const withheld = new Map<string, Withheld[]>();
  const noting = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        const told = result.extensions?.withheld as Withheld[] | undefined;
        withheld.set(operation.operationName ?? '', told ?? []);
        return result;
      }),
    ),
  );
  const client = new ApolloClient({
    link: ApolloLink.from([noting, new HttpLink({ uri: AT, headers, credentials: 'omit' })]),
    // Two operations ask for parts of one profile.
    cache: new InMemoryCache({ typePolicies: { Suspect: { fields: { behaviour: { merge: true } } } } }),
    defaultOptions: {
      watchQuery: { errorPolicy: 'all', fetchPolicy: 'cache-and-network' },
      query: { errorPolicy: 'all', fetchPolicy: 'network-only' },
      mutate: { errorPolicy: 'all' },
    },
  });
  const get = (path: string) => fetch(path, { headers, credentials: 'omit' });
  return { client, get, events: createClient({ url: AT, headers, credentials: 'omit' }), withheld };
}
