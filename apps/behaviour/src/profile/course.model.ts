import { BehaviourCode, DayToDayEffect, OffenceFamily } from '@throughline/reference';
import { GraphQLDate, Opens, recordId } from '@throughline/subgraph';
import type * as Conduct from '@throughline/conduct';
import { Field, ID, ObjectType } from 'type-graphql';
import { Case, Victim } from '../elsewhere';
import { Reason, SourceRecord } from './reason.model';

@Opens('behaviour:read')
@ObjectType({
  description:
    'What was done to one victim on one day in London, however often: ten messages in a day are one occasion.',
  simpleResolvers: true,
})
export class Occasion {
  @Field(() => GraphQLDate, { description: 'The day.' })
  day!: string;

  @Field(() => Victim, { nullable: true, description: 'Whom it was aimed at.' })
  victim!: Victim;

  @Field(() => [BehaviourCode], { description: 'What was done.' })
  behaviours!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it caused fear of violence.' })
  fearOfViolence!: boolean;

  @Field(() => Boolean, { description: 'Whether it caused serious alarm or distress.' })
  seriousAlarmOrDistress!: boolean;

  @Field(() => [DayToDayEffect], { description: 'What it changed in usual day-to-day activities.' })
  dayToDayEffects!: readonly string[];

  @Field(() => [SourceRecord], { description: 'The incidents, and the breaches without one, that it is made of.' })
  sources!: readonly SourceRecord[];
}

@Opens('behaviour:read')
@ObjectType({ description: 'A family of offences that conduct could be charged as, and why.', simpleResolvers: true })
export class CandidateFamily {
  @Field(() => OffenceFamily, { description: 'The family.' })
  family!: Conduct.OffenceFamily;

  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Last day on which proceedings can start, for summary offences: six months from the last occasion (Magistrates’ Courts Act 1980 s.127).',
  })
  timeLimitExpiresOn!: string | null;

  @Field(() => [Reason], { description: 'The occasions that make it one.' })
  because!: readonly Reason[];
}

@Opens('behaviour:read')
@ObjectType({
  description:
    'Conduct that could be charged as one offence, if a person finds that its occasions belong together (Protection from Harassment Act 1997 s.7(3)).',
  simpleResolvers: true,
})
export class CourseOfConduct {
  @Field(() => ID, { description: 'The same for the same person and victim or, of a group, person and case.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is against several people in one case.' })
  group!: boolean;

  @Field(() => [Victim], { nullable: 'items', description: 'Whom it is aimed at.' })
  victims!: readonly Victim[];

  @Field(() => [Case], {
    nullable: 'items',
    description: 'Cases of its incidents and of orders whose breaches it has.',
  })
  cases!: readonly Case[];

  @Field(() => [Occasion], { description: 'By day and victim.' })
  occasions!: readonly Occasion[];

  @Field(() => [CandidateFamily], { description: 'What it could be charged as.' })
  candidates!: readonly CandidateFamily[];

  @Field(() => [OffenceFamily], { description: 'Those that a charge covers.' })
  coveredFamilies!: readonly Conduct.CourseFamily[];

  @Field(() => [OffenceFamily], { description: 'Those that a decision considered and refused for a reason it gives.' })
  consideredFamilies!: readonly Conduct.CourseFamily[];
}

const references = (ids: readonly string[]): { id: string }[] => ids.map((id) => ({ id }));

/** A course of conduct as the schema shows it. */
export function shownCourse({ key, victims, caseIds, occasions, ...course }: Conduct.CourseOfConduct): CourseOfConduct {
  return {
    ...course,
    id: recordId('courseOfConduct', 'throughline', key),
    victims: references(victims),
    cases: references(caseIds),
    occasions: occasions.map(({ victimId, ...occasion }) => ({ ...occasion, victim: { id: victimId } })),
  };
}
