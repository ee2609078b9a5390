import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { type ChangesPart, readChanges } from './changes';
import type { Context } from './context';
import { endOfFeed } from './feed';
import { type Class, Opens, modelOf } from './model';
import { GraphQLJSON } from './scalars';

const CURSOR = { nullable: true, description: 'A cursor of the feed.' } as const;

const resolvers = new WeakMap<readonly Class[], Class>();

/** What a subgraph tells of changes by, to whom may read the records: never in the schema that callers see. */
export function changesResolver(records: readonly Class[]): Class {
  const known = resolvers.get(records);
  if (known) return known;
  const name = prefixOf(modelOf(records[0]!).schema!.replace(/_/g, '-'));
  @Resolver()
  class RecordChanges {
    @Opens('open')
    @Directive('@inaccessible')
    @Query(() => GraphQLJSON, { name: `${name}Changes`, description: 'The next changes of records that may be read.' })
    changes(
      @Ctx() { db }: Context,
      @Arg('after', () => String, CURSOR) after?: string | null,
      @Arg('until', () => String, CURSOR) until?: string | null,
      @Arg('limit', () => Int, { nullable: true, description: 'So many at most.' }) limit?: number | null,
    ): Promise<ChangesPart> {
      return readChanges(db, records, { after: after ?? null, until, limit });
    }

    @Opens('open')
    @Directive('@inaccessible')
    @Query(() => String, { name: `${name}ChangesEnd`, description: 'The cursor behind which all is yet to come.' })
    changesEnd(@Ctx() { db }: Context): Promise<string> {
      return endOfFeed(db);
    }
  }
  resolvers.set(records, RecordChanges);
  return RecordChanges;
}

/** The operations by which a subgraph of this name is asked for changes: `part` is a `ChangesPart`, `end` a cursor. */
export function changesOperations(subgraph: string): { part: string; end: string } {
  const name = prefixOf(subgraph);
  return {
    part: `query ($after: String, $until: String, $limit: Int) { part: ${name}Changes(after: $after, until: $until, limit: $limit) }`,
    end: `{ end: ${name}ChangesEnd }`,
  };
}

const prefixOf = (subgraph: string) => subgraph.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
