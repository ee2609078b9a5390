import { type Context, Opens } from '@throughline/subgraph';
import { Args, ArgsType, Field, ID, Resolver, Root, Subscription } from 'type-graphql';
import { SuspectActivity } from './activity.model';
import { type Activity, activityOf } from './activity.queries';

@ArgsType()
class ActivityArgs {
  @Field(() => ID, { description: 'Id of the suspect.' })
  suspectId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last activity that was seen; `0` for all there is, and only what is to come unless given.',
  })
  since?: string | null;
}

/** What the decorator gives the function that begins a subscription. */
interface Asked {
  args: ActivityArgs;
  context: Context;
}

@Resolver()
export class ActivityResolver {
  @Opens('behaviour:read')
  @Subscription(() => SuspectActivity, {
    description:
      'What is done to records that concern a suspect, or somebody who is the same person, as it is done: each once and in order. Of those only that may be read, by whoever may see every case of the suspect.',
    subscribe: ({ args: { suspectId, since }, context }: Asked) => activityOf(context, suspectId, since ?? null),
  })
  suspectActivity(@Root() activity: Activity, @Args() { suspectId }: ActivityArgs): SuspectActivity {
    return { ...activity, suspect: { id: suspectId } };
  }
}
