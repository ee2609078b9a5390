import { CodedError, type Context, GraphQLJSON, Opens } from '@throughline/subgraph';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AccessExplanation } from './explain.model';
import { principalOf, servicesOf } from './me.resolver';

/** What a key would see, before it is issued to anybody or used. */
@Resolver()
export class ExplainResolver {
  @Opens('open')
  @Query(() => AccessExplanation, {
    description:
      'What would become of an operation that came with a key. Whose key it is may ask, and whoever has `key:admin`.',
  })
  async explainAccess(
    @Arg('keyId', () => ID, { description: 'Public id of the key.' }) keyId: string,
    @Arg('operation', () => String, { description: 'Name of a stored operation, or the text of one.' })
    operation: string,
    @Arg('variables', () => GraphQLJSON, { nullable: true, description: 'Its variables; they decide what it costs.' })
    variables: Record<string, unknown> | null | undefined,
    @Ctx() context: Context,
  ): Promise<AccessExplanation> {
    const { id, grants } = principalOf(context);
    const isAdministrator = grants.some(({ scopes }) => scopes.includes('key:admin'));
    const { keys, explain } = servicesOf(context);
    const key = isAdministrator || id === keyId ? await keys.get(keyId) : undefined;
    if (!key) throw new CodedError('NOT_FOUND', 'There is no such key.', { field: 'keyId' });
    return explain(key, operation, variables ?? {});
  }
}
