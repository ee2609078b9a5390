import { type Context, Opens } from '@throughline/subgraph';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Definition } from './definition.model';
import { definitionsBy } from './definition.queries';

@Resolver(() => Definition)
export class DefinitionResolver {
  @Opens('behaviour:read')
  @Query(() => [Definition], { description: 'Versions of definitions, by key and first day.' })
  definitions(
    @Ctx() context: Context,
    @Arg('key', () => String, { nullable: true, description: 'Of which definition; all unless given.' })
    key?: string | null,
  ): Promise<Definition[]> {
    return context.load(definitionsBy, 'all', { key });
  }
}
