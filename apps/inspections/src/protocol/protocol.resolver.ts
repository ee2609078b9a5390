import { type Context, Opens } from '@throughline/subgraph';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Protocol } from './protocol.model';
import { protocolsBy } from './protocol.queries';

@Resolver(() => Protocol)
export class ProtocolResolver {
  @Opens('inspection:read')
  @Query(() => [Protocol], { description: 'Versions of protocols, by key and first day.' })
  protocols(
    @Ctx() context: Context,
    @Arg('key', () => String, { nullable: true, description: 'Of which protocol; all unless given.' })
    key?: string | null,
  ): Promise<Protocol[]> {
    return context.load(protocolsBy, 'all', { key });
  }
}
