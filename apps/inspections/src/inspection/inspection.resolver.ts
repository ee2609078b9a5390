import {
  type Connection,
  type Context,
  IdArgs,
  Opens,
  PageArgs,
  byId,
  connectionType,
  enumeration,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { FileExamination } from '../examination/examination.model';
import { examinationsOfInspections } from '../examination/examination.queries';
import { Inspection } from './inspection.model';
import { allInspections } from './inspection.queries';

const InspectionSort = enumeration('InspectionSort', 'How inspections can be sorted.', {
  OPENED_ON_DESC: 'Newest first.',
  OPENED_ON_ASC: 'Oldest first.',
});

@ArgsType()
class InspectionsArgs extends PageArgs {
  @Field(() => InspectionSort, { defaultValue: InspectionSort.OPENED_ON_DESC, description: 'In which order.' })
  sort!: keyof typeof InspectionSort;
}

const InspectionConnection = connectionType(Inspection, 'Inspection');
const FileExaminationConnection = connectionType(FileExamination, 'FileExamination');

@Resolver(() => Inspection)
export class InspectionResolver {
  @Opens('inspection:read')
  @Query(() => Inspection, { nullable: true, description: 'An inspection by its id.' })
  inspection(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Inspection | null> {
    return context.load(byId(Inspection), id);
  }

  @Opens('inspection:read')
  @Query(() => InspectionConnection, { description: 'Inspections, a page at a time.' })
  inspections(
    @Args() { sort, ...page }: InspectionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Inspection>> {
    return context.load(allInspections, EVERYBODY, { ...pageRequest(page, info), sort });
  }

  @Opens('inspection:read')
  @FieldResolver(() => FileExaminationConnection, { description: 'Files examined for it, newest first.' })
  examinations(
    @Root() { id }: Inspection,
    @Args() page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FileExamination>> {
    return context.load(examinationsOfInspections, id, pageRequest(page, info));
  }
}
