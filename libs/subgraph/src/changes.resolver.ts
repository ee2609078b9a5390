import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { type ChangesPart, readChanges, readableOf } from './changes';
import type { Context } from './context';
import { endOfFeed } from './feed';
import { isUuid } from './lists';
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

    @Opens('open')
    @Directive('@inaccessible')
    @Query(() => [ID], {
      name: `${name}Readable`,
      description: 'Those of the records, of one type, that may be read; withdrawn ones too.',
    })
    async readable(
      @Ctx() { db }: Context,
      @Arg('type', () => String) type: string,
      @Arg('ids', () => [ID]) ids: string[],
    ): Promise<string[]> {
      return [
        ...(await readableOf(
          db,
          records,
          ids.filter(isUuid).map((id) => ({ type, id })),
        )),
      ];
    }
  }
  resolvers.set(records, RecordChanges);
  return RecordChanges;
}

/**
 * The operations by which a subgraph of this name is asked for changes: `part` is a `ChangesPart`, `end` a cursor,
 * `readable` those of some ids that the caller may read.
 */
export function changesOperations(subgraph: string): { part: string; end: string; readable: string } {
  const name = prefixOf(subgraph);
  return {
    part: `query ($after: String, $until: String, $limit: Int) { part: ${name}Changes(after: $after, until: $until, limit: $limit) }`,
    end: `{ end: ${name}ChangesEnd }`,
    readable: `query ($type: String!, $ids: [ID!]!) { readable: ${name}Readable(type: $type, ids: $ids) }`,
  };
}

const prefixOf = (subgraph: string) => subgraph.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
