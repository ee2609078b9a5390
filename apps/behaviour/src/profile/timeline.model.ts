import { BehaviourCode } from '@throughline/reference';
import { GraphQLDateTime, Opens, connectionType, enumeration } from '@throughline/subgraph';
import type * as Conduct from '@throughline/conduct';
import { Field, ID, ObjectType } from 'type-graphql';
import { Victim } from '../elsewhere';
import { SourceRecord } from './reason.model';

export const TimelineKind = enumeration('TimelineKind', 'What happened.', {
  INCIDENT: 'Something was done to somebody.',
  BREACH: 'An order was broken.',
  ORDER_EVENT: 'Something happened to an order.',
  RISK_ASSESSMENT: 'The risk to somebody was assessed.',
  DECISION: 'A decision was made on a case.',
  CHARGE: 'A charge was brought.',
});

@Opens('behaviour:read')
@ObjectType({ description: 'Something that a person did, or that was done about them.', simpleResolvers: true })
export class TimelineEntry {
  @Field(() => ID, { description: 'The type and id of its record.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When; midnight in London where only the day is known.' })
  occurredAt!: string;

  @Field(() => Boolean, { description: 'Whether the time of day is known; if not, only the London day is.' })
  timeKnown!: boolean;

  @Field(() => TimelineKind, { description: 'What it is.' })
  kind!: keyof typeof TimelineKind;

  @Field(() => String, { description: 'What happened, in codes; it names no person and quotes no free text.' })
  title!: string;

  @Field(() => [BehaviourCode], { description: 'What was done, of incidents and breaches.' })
  behaviours!: readonly string[];

  @Field(() => Victim, { nullable: true, description: 'The one victim it concerns; null for none or several.' })
  victim!: Victim | null;

  @Field(() => SourceRecord, { description: 'Its record.' })
  source!: SourceRecord;
}

export const TimelineConnection = connectionType(TimelineEntry, 'TimelineEntry');

/** An entry as the schema shows it; moments as everywhere else in the graph. */
export function shownEntry({ victimId, occurredAt, ...entry }: Conduct.TimelineEntry): TimelineEntry {
  return {
    ...entry,
    occurredAt: occurredAt.replace('.000Z', 'Z'),
    victim: victimId === null ? null : { id: victimId },
  };
}
