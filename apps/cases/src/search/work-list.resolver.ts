import {
  CodedError,
  type Connection,
  type Context,
  Costs,
  EVERYBODY,
  invalidInput,
  Opens,
  PageArgs,
  pageRequest,
  write,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { spelledOut } from '../case/case.filter';
import type { Case } from '../case/case.model';
import { allCases } from '../case/case.queries';
import { CaseConnection } from '../case/case.resolver';
import { DeleteWorkListInput, SaveWorkListInput, WorkList, WorkListPayload } from './work-list.model';
import { countsOfFilters, deleteWorkList, saveWorkList, workListsOf } from './work-list.queries';

const INPUT = { description: 'What is to be done.' };
const LONGEST_NAME = 100;

@Resolver(() => WorkList)
export class WorkListResolver {
  @Costs(20)
  @Opens('case:read')
  @Query(() => [WorkList], { description: 'The caller’s own work lists, by name.' })
  workLists(@Ctx() { db, caller }: Context): Promise<WorkList[]> {
    return workListsOf(db, caller.actor);
  }

  @Opens('case:read')
  @Mutation(() => WorkListPayload, { description: 'Saves a filter of cases as a work list of the caller’s.' })
  saveWorkList(
    @Arg('input', () => SaveWorkListInput, INPUT) input: SaveWorkListInput,
    @Ctx() context: Context,
  ): Promise<WorkListPayload> {
    const name = input.name.trim();
    if (name === '' || name.length > LONGEST_NAME) {
      throw invalidInput([{ field: 'name', reason: `must have from 1 to ${LONGEST_NAME} characters` }]);
    }
    return write(context, 'saveWorkList', input, async (transaction) => ({
      workList: await saveWorkList(transaction, context.caller.actor, name, input.filter),
    }));
  }

  @Opens('case:read')
  @Mutation(() => WorkListPayload, { description: 'Deletes a work list of the caller’s.' })
  deleteWorkList(
    @Arg('input', () => DeleteWorkListInput, INPUT) input: DeleteWorkListInput,
    @Ctx() context: Context,
  ): Promise<WorkListPayload> {
    return write(context, 'deleteWorkList', input, async (transaction) => {
      const workList = await deleteWorkList(transaction, context.caller.actor, input.id);
      if (!workList) throw new CodedError('NOT_FOUND', 'You have no work list with this id.', { field: 'id' });
      return { workList };
    });
  }

  @Opens('case:read')
  @FieldResolver(() => Int, { description: 'How many cases are on it now.' })
  count(@Root() { filter }: WorkList, @Ctx() context: Context): Promise<number> {
    return context.load(countsOfFilters, spelledOut(filter, context.codes)!);
  }

  @Opens('case:read')
  @FieldResolver(() => CaseConnection, { description: 'The cases on it, newest first.' })
  cases(
    @Root() { filter }: WorkList,
    @Args() page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Case>> {
    const spelled = spelledOut(filter, context.codes);
    return context.load(allCases, EVERYBODY, { ...pageRequest(page, info), filter: spelled, sort: 'OPENED_ON_DESC' });
  }
}
