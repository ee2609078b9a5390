import {
  type Context,
  Opens,
  RuleRefused,
  columns,
  invalidInput,
  payloadType,
  table,
  write,
} from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { oneAtATime } from '../one-at-a-time';
import { PublishGuidanceInput } from './guidance.inputs';
import { Guidance } from './guidance.model';
import { againstPublishing } from './guidance.rules';

const INPUT = { description: 'What is to be done.' };
const GuidancePayload = payloadType(Guidance, 'guidance');

@Resolver()
export class GuidanceMutations {
  @Opens('inspection:write')
  @Mutation(() => GuidancePayload, {
    description: 'Publishes the first or the next version of a guidance document; the one before ends by that.',
  })
  publishGuidance(
    @Arg('input', () => PublishGuidanceInput, INPUT) input: PublishGuidanceInput,
    @Ctx() context: Context,
  ): Promise<{ guidance: Guidance }> {
    return write(context, 'publishGuidance', input, async (transaction) => {
      const { key, version, title, publisher, inForceFrom, inForceTo = null, datePrecision, topics } = input;
      if (inForceTo !== null && inForceTo < inForceFrom) {
        throw invalidInput([{ field: 'inForceTo', reason: `is before the first day, ${inForceFrom}` }]);
      }
      await oneAtATime(transaction, 'guidance', key);
      const versions = await transaction.query<Guidance>(
        `SELECT ${columns(Guidance, 't')} FROM ${table(Guidance)} t WHERE t.key = $1 AND t.withdrawn_at IS NULL`,
        [key],
      );
      const because = againstPublishing(versions, input);
      if (because.length > 0) throw new RuleRefused(because, []);
      const facts = { key, version, title, publisher, inForceFrom, inForceTo, datePrecision, topics };
      const guidance = await transaction.insert(Guidance, 'PUBLISH', facts);
      // It is the latest of its key: nothing but its own last day ends it.
      return { guidance: { ...guidance, inForceUntil: guidance.inForceTo } };
    });
  }
}
