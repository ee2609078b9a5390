import { ChangeInput, type Context, GraphQLDate, Opens, invalidInput, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { inCase, moveCase, notBefore, onPart, requireReason } from '../case/case.service';
import { ActionPlan } from './action-plan.model';

@InputType({ description: 'What a prosecutor asks to be done.' })
export class IssueActionPlanInput extends InCaseInput {
  @Field(() => GraphQLDate, { description: 'Day it was issued.' })
  issuedOn!: string;

  @Field(() => GraphQLDate, { description: 'Day by which all of it is to be done.' })
  dueOn!: string;

  @Field(() => [String], { description: 'What is to be done; at least one thing.' })
  items!: string[];
}

@InputType({ description: 'More time for an action plan; `reason` is required.' })
export class ExtendActionPlanInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'Day by which all of it is to be done now; later than before.' })
  dueOn!: string;
}

@InputType({ description: 'Something of an action plan that was done.' })
export class CompleteActionPlanItemInput extends ChangeInput {
  @Field(() => Int, { description: 'Which item, counted from 0.' })
  item!: number;

  @Field(() => GraphQLDate, { description: 'Day it was done.' })
  doneOn!: string;
}

const INPUT = { description: 'What is to be done.' };
const ActionPlanPayload = payloadType(ActionPlan, 'actionPlan');
type Payload = Promise<{ actionPlan: ActionPlan }>;

@Resolver()
export class ActionPlanMutations {
  @Opens('case:write')
  @Mutation(() => ActionPlanPayload, { description: 'Records what a prosecutor asked to be done, and by when.' })
  issueActionPlan(
    @Arg('input', () => IssueActionPlanInput, INPUT) input: IssueActionPlanInput,
    @Ctx() context: Context,
  ): Payload {
    return inCase(context, 'issueActionPlan', input, async (transaction, ofCase) => {
      const { issuedOn, dueOn, items } = input;
      notBefore('dueOn', dueOn, issuedOn, 'the day it was issued');
      await moveCase(transaction, ofCase, 'ISSUE_ACTION_PLAN');
      const facts = { case: ofCase.id, issuedOn, dueOn, items: items.map((text) => ({ text })) };
      return { actionPlan: await transaction.insert(ActionPlan, 'ISSUE_ACTION_PLAN', facts) };
    });
  }

  @Opens('case:write')
  @Mutation(() => ActionPlanPayload, { description: 'Gives an action plan more time; `reason` must say why.' })
  extendActionPlan(
    @Arg('input', () => ExtendActionPlanInput, INPUT) input: ExtendActionPlanInput,
    @Ctx() context: Context,
  ): Payload {
    return onPart(context, 'extendActionPlan', ActionPlan, input, async (transaction, ofCase, plan) => {
      requireReason(input);
      const { dueOn } = input;
      if (dueOn <= plan.dueOn)
        throw invalidInput([{ field: 'dueOn', reason: `is not later than the day it was due, ${plan.dueOn}` }]);
      await moveCase(transaction, ofCase, 'EXTEND_ACTION_PLAN');
      return { actionPlan: await transaction.update(ActionPlan, plan, 'EXTEND_ACTION_PLAN', { dueOn }) };
    });
  }

  @Opens('case:write')
  @Mutation(() => ActionPlanPayload, { description: 'Records that something of an action plan was done.' })
  completeActionPlanItem(
    @Arg('input', () => CompleteActionPlanItemInput, INPUT) input: CompleteActionPlanItemInput,
    @Ctx() context: Context,
  ): Payload {
    return onPart(context, 'completeActionPlanItem', ActionPlan, input, async (transaction, ofCase, plan) => {
      const done = plan.items[input.item];
      if (!done) throw invalidInput([{ field: 'item', reason: `must be from 0 to ${plan.items.length - 1}` }]);
      notBefore('doneOn', input.doneOn, plan.issuedOn, 'the day the plan was issued');
      const because = done.doneOn === null ? [] : [`It was done already, on ${done.doneOn}.`];
      await moveCase(transaction, ofCase, 'COMPLETE_ACTION_PLAN_ITEM', { because });
      const items = plan.items.with(input.item, { ...done, doneOn: input.doneOn });
      return { actionPlan: await transaction.update(ActionPlan, plan, 'COMPLETE_ACTION_PLAN_ITEM', { items }) };
    });
  }
}
