import { GraphQLDateTime, Opens } from '@throughline/subgraph';
import * as conduct from '@throughline/conduct';
import { Field, ObjectType } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { Flag, shownFlag } from '../flag/flag.model';
import { CourseOfConduct, shownCourse } from './course.model';
import { Harm } from './harm.model';
import { Network } from './network.model';
import { Omission } from './reason.model';

/** Each part is worked out once, when it is first asked for. */
@Opens('behaviour:read')
@ObjectType({
  description:
    'What the facts about a person that the caller may see show, as at a moment. Suspects who a person has decided are one are one here.',
  simpleResolvers: true,
})
export class BehaviourProfile {
  @Field(() => GraphQLDateTime, { description: 'The moment. Facts dated later are ignored.' })
  readonly asAt: string;

  private found?: conduct.Profile;
  private flagsShown?: Flag[];
  private coursesShown?: CourseOfConduct[];
  private entries?: conduct.TimelineEntry[];
  private measured?: Harm;
  private joined?: Network;

  constructor(
    private readonly facts: conduct.SuspectFacts,
    asAt: string,
  ) {
    this.asAt = asAt;
  }

  @Field(() => [Suspect], { nullable: 'items', description: 'The suspects who are this person.' })
  get suspects(): Suspect[] {
    return this.facts.suspectIds.map((id) => ({ id }));
  }

  @Field(() => [CourseOfConduct], { description: 'Courses against one victim each, then those against several.' })
  get coursesOfConduct(): CourseOfConduct[] {
    return (this.coursesShown ??= this.profile.coursesOfConduct.map(shownCourse));
  }

  @Field(() => [Flag], {
    description: 'What a person should look at, the gravest first. A flag is advice, never a finding of guilt.',
  })
  get flags(): Flag[] {
    return (this.flagsShown ??= this.profile.flags.map((flag) => shownFlag(flag, this.facts.suspectIds[0]!)));
  }

  @Field(() => [Omission], {
    description:
      'What was left out of all this, and why. A kind of record that cannot be seen is named here; no flag is raised because nothing of it is there.',
  })
  get notConsidered(): readonly Omission[] {
    return this.profile.notConsidered;
  }

  @Field(() => Harm, { description: 'How recent, frequent and grave the conduct is, by a demonstration method.' })
  get harm(): Harm {
    return (this.measured ??= conduct.harm(this.facts, this.asAt));
  }

  @Field(() => Network, { description: 'Who and what the records join.' })
  get network(): Network {
    return (this.joined ??= conduct.network(this.facts, this.asAt));
  }

  /** Everything that counts, newest first. */
  get timelineEntries(): readonly conduct.TimelineEntry[] {
    return (this.entries ??= conduct.timeline(this.facts, this.asAt));
  }

  private get profile(): conduct.Profile {
    return (this.found ??= conduct.profile(this.facts, this.asAt));
  }
}
