import { type Purpose, SessionDocument, type SessionQuery } from '@throughline/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, createContext, use, useMemo, useState } from 'react';
import { type Graph, graphFor } from './graph';

export interface Session {
  me: NonNullable<SessionQuery['me']>;
  purpose: Purpose;
  graph: Graph;
  signOut: () => void;
}

const Current = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below `SignedIn`. */
export function useSession(): Session {
  const session = use(Current);
  if (!session) throw new Error('nobody is signed in');
  return session;
}

export interface Credentials {
  key: string;
  purpose: Purpose;
  justification: string;
}

/** Asks for a key, and shows what is below once it is known whose it is. The key is held here alone, in memory. */
export function SignedIn({ form, children }: { form: (signIn: SignIn) => ReactNode; children: ReactNode }): ReactNode {
  const [signedIn, setSignedIn] = useState<Omit<Session, 'signOut'>>();
  const signIn: SignIn = async (credentials) => {
    const graph = graphFor(credentials);
    const { data, error } = await graph.client.query({ query: SessionDocument, errorPolicy: 'all' });
    if (!data?.me) return error?.message ?? 'This key was not accepted.';
    setSignedIn({ me: data.me, purpose: credentials.purpose, graph });
    return undefined;
  };
  const session = useMemo(
    () =>
      signedIn && {
        ...signedIn,
        signOut: () => {
          signedIn.graph.client.stop();
          setSignedIn(undefined);
        },
      },
    [signedIn],
  );
  if (!session) return form(signIn);
  return (
    <Current value={session}>
      <ApolloProvider client={session.graph.client}>{children}</ApolloProvider>
    </Current>
  );
}

/** Why it was refused, in words; nothing where it was not. */
export type SignIn = (credentials: Credentials) => Promise<string | undefined>;
