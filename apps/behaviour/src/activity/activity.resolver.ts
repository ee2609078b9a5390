import { type Context, Opens } from '@throughline/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { SuspectActivity } from './activity.model';
import { type Activity, activityOf } from './activity.queries';

/** What the decorator gives the function that begins a subscription. */
interface Asked {
  args: { suspectId: string; since?: string | null };
  context: Context;
}

@Resolver()
export class ActivityResolver {
  @Opens('behaviour:read')
  @Subscription(() => SuspectActivity, {
    description:
      'What is done to records that concern a suspect, or somebody who is the same person, as it is done: each once and in order.',
    subscribe: ({ args: { suspectId, since }, context: { db, signal } }: Asked) =>
      activityOf(db, suspectId, since ?? null, signal ?? AbortSignal.abort()),
  })
  suspectActivity(
    @Root() activity: Activity,
    @Arg('suspectId', () => ID, { description: 'Id of the suspect.' }) suspectId: string,
    @Arg('since', () => String, {
      nullable: true,
      description:
        'Cursor of the last activity that was seen; `0` for all there is, and only what is to come unless given.',
    })
    _since?: string | null,
  ): SuspectActivity {
    return { ...activity, suspect: { id: suspectId } };
  }
}
