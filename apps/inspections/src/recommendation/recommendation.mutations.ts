import {
  type Context,
  Opens,
  RuleRefused,
  availableActions,
  invalidInput,
  move,
  payloadType,
  table,
  write,
} from '@throughline/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { oneAtATime } from '../one-at-a-time';
import { RecordRecommendationInput, RecordRecommendationProgressInput } from './recommendation.inputs';
import { recommendationMachine } from './recommendation.machine';
import { Recommendation, RecommendationStatus } from './recommendation.model';
import { beforeLatest } from './recommendation.rules';
import { statusOf } from './recommendation.service';

const INPUT = { description: 'What is to be done.' };
const RecommendationPayload = payloadType(Recommendation, 'recommendation');
type Payload = Promise<{ recommendation: Recommendation }>;

@Resolver(() => Recommendation)
export class RecommendationMutations {
  @Opens('inspection:write')
  @Mutation(() => RecommendationPayload, { description: 'Records a recommendation that a report makes.' })
  recordRecommendation(
    @Arg('input', () => RecordRecommendationInput, INPUT) input: RecordRecommendationInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'recordRecommendation', input, async (transaction) => {
      const { report, number, text, owner, dueOn, topics } = input;
      await oneAtATime(transaction, 'recommendation', report, number);
      const [known] = await transaction.query(
        `SELECT 1 FROM ${table(Recommendation)} t WHERE t.report = $1 AND t.number = $2 AND t.withdrawn_at IS NULL`,
        [report, number],
      );
      if (known) throw new RuleRefused([`Recommendation ${number} of ${report} is recorded already.`], []);
      const facts = { report, number, text, owner, dueOn, topics, history: [] };
      return { recommendation: await transaction.insert(Recommendation, 'RECORD', facts) };
    });
  }

  @Opens('inspection:write')
  @Mutation(() => RecommendationPayload, { description: 'Records what became of a recommendation on a day.' })
  recordRecommendationProgress(
    @Arg('input', () => RecordRecommendationProgressInput, INPUT) input: RecordRecommendationProgressInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'recordRecommendationProgress', input, async (transaction) => {
      const { id, expectedVersion, on, status, note = null } = input;
      const before = await transaction.lock(Recommendation, id, expectedVersion);
      move(recommendationMachine, statusOf(before) ?? 'NONE', status);
      const early = beforeLatest(before, on);
      if (early !== null) throw invalidInput([{ field: 'on', reason: early }]);
      const history = [...before.history, { on, status, note }];
      return { recommendation: await transaction.update(Recommendation, before, 'PROGRESS', { history }) };
    });
  }

  @Opens('inspection:read')
  @FieldResolver(() => [RecommendationStatus], { description: 'The statuses that can come next.' })
  availableActions(@Root() recommendation: Recommendation): RecommendationStatus[] {
    return availableActions(recommendationMachine, statusOf(recommendation) ?? 'NONE');
  }
}
