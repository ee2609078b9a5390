import { type Class, type Context, GraphQLDateTime, Opens } from '@throughline/subgraph';
import { Ctx, FieldResolver, Float, Int, Resolver } from 'type-graphql';
import { type IndexState, indexState } from './index-state.queries';

const stateIn = (context: Context): Promise<IndexState> => context.load(indexState, 'all');

/** The resolver that says of a list that comes from the index how far that has followed the records. */
export function indexStateResolver(list: Class): Class {
  @Resolver(() => list)
  class ListState {
    @Opens('behaviour:read')
    @FieldResolver(() => GraphQLDateTime, {
      nullable: true,
      description: 'Whatever was recorded by then is in the list; null where nothing was indexed yet.',
    })
    async asOf(@Ctx() context: Context): Promise<string | null> {
      return (await stateIn(context)).asOf;
    }

    @Opens('behaviour:read')
    @FieldResolver(() => Float, { nullable: true, description: 'Seconds since then.' })
    async lagSeconds(@Ctx() context: Context): Promise<number | null> {
      return (await stateIn(context)).lagSeconds;
    }

    @Opens('behaviour:read')
    @FieldResolver(() => Int, { description: 'Suspects whose records have changed and who were not looked at since.' })
    async pending(@Ctx() context: Context): Promise<number> {
      return (await stateIn(context)).pending;
    }

    @Opens('behaviour:read')
    @FieldResolver(() => Boolean, {
      description: 'Whether the index is being made anew, so that some who belong in the list may not be in it yet.',
    })
    async rebuilding(@Ctx() context: Context): Promise<boolean> {
      return (await stateIn(context)).rebuilding;
    }
  }
  return ListState;
}
