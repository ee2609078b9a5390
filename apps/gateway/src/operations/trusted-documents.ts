import type { FastifyInstance } from 'fastify';
import type { StoredOperations } from './stored-operations';

interface Body {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/**
 * Puts the text of a stored operation in the place of its id, `documentId` or the hash of a persisted query, so that
 * requests of every kind can name it; and refuses what is in no manifest, where only that may be asked. To be called
 * within the scope of the routes, before what reads the text.
 */
export function trustedDocuments(server: FastifyInstance, operations: StoredOperations): void {
  server.addHook('preHandler', async ({ body, query }) => {
    const asked = (body ?? query) as Body;
    const id = asked.documentId ?? asked.extensions?.persistedQuery?.sha256Hash;
    const stored = asked.query === undefined && typeof id === 'string' ? operations.byItsId(id) : undefined;
    if (stored) {
      asked.query = stored.body;
      delete asked.extensions?.persistedQuery;
    } else if (typeof asked.query === 'string') {
      operations.check(asked.query);
    }
  });
}
