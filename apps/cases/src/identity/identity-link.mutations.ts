import { type Context, Opens, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { LinkSuspectsInput, UnlinkSuspectsInput } from './identity-link.inputs';
import { IdentityLink } from './identity-link.model';
import { link, unlink } from './identity-link.service';

const INPUT = { description: 'What is to be done.' };
const IdentityLinkPayload = payloadType(IdentityLink, 'identityLink');
type Payload = Promise<{ identityLink: IdentityLink }>;

@Resolver()
export class IdentityLinkMutations {
  @Opens('case:write')
  @Mutation(() => IdentityLinkPayload, {
    description:
      'Records the caller’s decision that two suspect records are, or are not, of one person. What is known about a suspect is known about all who are the same.',
  })
  linkSuspects(
    @Arg('input', () => LinkSuspectsInput, INPUT) input: LinkSuspectsInput,
    @Ctx() context: Context,
  ): Payload {
    return link(context, input);
  }

  @Opens('case:write')
  @Mutation(() => IdentityLinkPayload, {
    description: 'Withdraws a decision about two suspect records; it is kept, with its history.',
  })
  unlinkSuspects(
    @Arg('input', () => UnlinkSuspectsInput, INPUT) input: UnlinkSuspectsInput,
    @Ctx() context: Context,
  ): Payload {
    return unlink(context, input);
  }
}
