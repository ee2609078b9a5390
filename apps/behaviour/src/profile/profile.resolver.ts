import {
  type Connection,
  type Context,
  Costs,
  GraphQLDate,
  GraphQLDateTime,
  Opens,
  PageArgs,
  pageRequest,
} from '@throughline/subgraph';
import { endOfLondonDay, startOfLondonDay } from '@throughline/conduct';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { cursorOf, keysOf, pageOf } from '../page';
import { mayDerive } from './derivable.queries';
import { BehaviourProfile } from './profile.model';
import { FACTS, profileOf } from './profile.service';
import { TimelineConnection, type TimelineEntry, TimelineKind, shownEntry } from './timeline.model';

@ArgsType()
class TimelineArgs extends PageArgs {
  @Field(() => [TimelineKind], { nullable: true, description: 'Only what is of any of these kinds.' })
  kinds?: (keyof typeof TimelineKind)[] | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Only what happened on this day in London or later.' })
  from?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Only what happened on this day in London or earlier.' })
  to?: string | null;
}

@Resolver(() => Suspect)
export class SuspectBehaviour {
  @Costs(50)
  @Opens('behaviour:read')
  @Directive(FACTS)
  @FieldResolver(() => BehaviourProfile, {
    nullable: true,
    description: 'What the facts about the person show: conduct, flags, harm, and who is joined to whom.',
  })
  async behaviour(
    @Root() suspect: Suspect,
    @Ctx() context: Context,
    @Arg('asAt', () => GraphQLDateTime, { nullable: true, description: 'As at which moment; now unless given.' })
    asAt?: string | null,
  ): Promise<BehaviourProfile | null> {
    return (await mayDerive(context, suspect.id)) ? profileOf(suspect, asAt, context) : null;
  }
}

const TIMELINE = 'TIMELINE';
const KEYS = [/^[\d:.TZ+-]+$/, /^[A-Za-z]+:[0-9a-f-]{36}$/];

@Resolver(() => BehaviourProfile)
export class ProfileTimeline {
  @Opens('behaviour:read')
  @FieldResolver(() => TimelineConnection, {
    description: 'What happened, newest first, a page at a time: incidents, breaches, orders, assessments, decisions.',
  })
  timeline(
    @Root() { timelineEntries }: BehaviourProfile,
    @Args() { kinds, from, to, ...page }: TimelineArgs,
    @Info() info: GraphQLResolveInfo,
  ): Connection<TimelineEntry> {
    const request = pageRequest(page, info);
    const [first, end] = [from ? startOfLondonDay(from) : -Infinity, to ? endOfLondonDay(to) : Infinity];
    const within = timelineEntries.filter(({ kind, occurredAt }) => {
      const at = Date.parse(occurredAt);
      return at >= first && at < end && (!kinds || kinds.includes(kind));
    });
    const start = request.after ? placeAfter(within, request.after) : 0;
    const rows = within.slice(start, start + request.first + 1);
    return pageOf(rows, request, request.count ? within.length : null, (entry) => ({
      cursor: cursorOf(TIMELINE, [entry.occurredAt, entry.id]),
      node: shownEntry(entry),
    }));
  }
}

/** Where the entries after a cursor begin, whether or not the one it was made of is still there. */
function placeAfter(entries: readonly { occurredAt: string; id: string }[], cursor: string): number {
  const [at, last] = keysOf(TIMELINE, cursor, KEYS) as [string, string];
  const place = entries.findIndex(({ occurredAt, id }) => occurredAt < at || (occurredAt === at && id > last));
  return place < 0 ? entries.length : place;
}
