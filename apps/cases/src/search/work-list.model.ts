import { Opens, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CaseFilter } from '../case/case.filter';

/** A filter that somebody keeps. It is its owner's own, says nothing about anybody, and is no record of casework. */
@Opens('case:read')
@ObjectType({
  description: 'Cases that somebody keeps an eye on: a filter, saved under a name.',
  simpleResolvers: true,
})
export class WorkList {
  @Field(() => ID, { description: 'Id of the list.' })
  id!: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;

  @Field(() => CaseFilter, { description: 'Which cases are on it.' })
  filter!: CaseFilter;
}

@InputType({ description: 'A list to save; one of the same name takes the new filter.' })
export class SaveWorkListInput extends RequestInput {
  @Field(() => String, { description: 'What to call it, in up to 100 characters.' })
  name!: string;

  @Field(() => CaseFilter, { description: 'Which cases are on it.' })
  filter!: CaseFilter;
}

@InputType({ description: 'A list to delete.' })
export class DeleteWorkListInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the list.' })
  id!: string;
}

@Opens('case:read')
@ObjectType({ description: 'What mutations of work lists give.', simpleResolvers: true })
export class WorkListPayload {
  @Field(() => WorkList, { description: 'The list as it is now or, deleted, as it was.' })
  workList!: WorkList;
}
