import { Opens, enumeration } from '@throughline/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';
import { Case } from '../elsewhere';

export const InspectionTableKind = enumeration('InspectionTableKind', 'What a table of an inspection shows.', {
  QUESTION_BY_RATING: 'Questions by how they were answered.',
  CHARGED_BY_APPROPRIATE: 'What was charged by what the inspector would have charged.',
  OUTCOME_BY_REASON: 'What was decided by why the case was closed.',
  PROTECTIVE_ORDERS: 'How far files came with protective orders: considered, applied for, made, breached.',
  POLICE_FILE_QUALITY: 'Whether the police file met its standard, and what was missing.',
  TIMELINESS: 'Days from step to step: median and 90th centile.',
  RISK_ASSESSMENT: 'Whether the risk was assessed, with what, how gravely, and again.',
  AVAILABILITY: 'Whether the files could be had.',
});
export type InspectionTableKind = keyof typeof InspectionTableKind;

export const InspectionTableBy = enumeration('InspectionTableBy', 'By what a table is taken apart.', {
  AREA: 'CPS area.',
  FORCE: 'Police force.',
  FAMILY: 'Family of the first offence charged, without any of the first crime recorded.',
  STRATUM: 'Stratum that the file was drawn from, by the latest sample.',
});
export type InspectionTableBy = keyof typeof InspectionTableBy;

@Opens('inspection:read', 'case:read')
@ObjectType({ description: 'Files behind a cell of a table.', simpleResolvers: true })
export class FilesBehind {
  @Field(() => Int, { description: 'How many there are.' })
  total!: number;

  @Field(() => [Case], { description: 'Their cases, a page of them, in the order of their ids.' })
  cases!: Case[];

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` for the next page; null where none follows.',
  })
  endCursor!: string | null;
}
