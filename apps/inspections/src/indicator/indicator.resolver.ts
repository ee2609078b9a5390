import { OrderKind, recordingChanges } from '@throughline/reference';
import { type Context, Opens, StatTable, londonToday, shareOf } from '@throughline/subgraph';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Recommendation } from '../recommendation/recommendation.model';
import { type IndicatorKey, indicators, indicatorsOf, windowOf } from './indicators';

@Opens('inspection:read')
@ObjectType({ description: 'A measure that would show whether a recommendation works.', simpleResolvers: true })
export class Indicator {
  @Field(() => String, { description: 'Which measure, as a code.' })
  key!: string;

  @Field(() => String, { description: 'What it measures.' })
  title!: string;

  @Field(() => String, { description: 'Why it bears on the recommendation, and which way it should go.' })
  why!: string;
}

interface Month {
  month: string;
  n: number;
  hits: number;
}

@Resolver(() => Recommendation)
export class RecommendationIndicators {
  @Opens('inspection:read')
  @FieldResolver(() => [Indicator], {
    description: 'Measures that would show whether it works, by its topics: month by month, before and after.',
  })
  indicators(@Root() recommendation: Recommendation): (Indicator & { recommendation: Recommendation })[] {
    return indicatorsOf(recommendation.topics, Object.keys(OrderKind)).map((key) => ({
      key,
      title: indicators[key].title,
      why: indicators[key].why,
      recommendation,
    }));
  }
}

@Resolver(() => Indicator)
export class IndicatorTable {
  @Opens('inspection:read', 'case:read')
  @FieldResolver(() => StatTable, {
    description: 'Month by month from two years before its owner first answered, over all that may be read.',
  })
  async table(
    @Root() { key, recommendation }: Indicator & { recommendation: Recommendation },
    @Ctx() context: Context,
  ): Promise<StatTable> {
    const { title, counted, hit, recorded } = indicators[key as IndicatorKey];
    const { from, to } = windowOf(recommendation, londonToday());
    const { caseTrend } = await context.ask<{ caseTrend: Month[] }>(
      'cases',
      'query ($name: String!, $from: Date!, $to: Date!) { caseTrend(name: $name, from: $from, to: $to) }',
      { name: key, from, to },
    );
    const sum = (of: 'n' | 'hits') => caseTrend.reduce((total, month) => total + month[of], 0);
    return {
      title: `${title}, by month`,
      columns: [
        { key: 'COUNTED', title: counted },
        { key: 'SHARE', title: hit },
      ],
      rows: caseTrend.map(({ month, n, hits }) => ({
        key: month,
        title: month,
        total: n,
        cells: [
          { value: n, suppressed: false },
          { value: hits, suppressed: false, of: n, ...shareOf(hits, n) },
        ],
      })),
      columnTotals: [sum('n'), sum('hits')],
      total: sum('n'),
      denominator: sum('n'),
      notes: [
        ...[...recommendation.history]
          .sort((a, b) => (a.on < b.on ? -1 : 1))
          .map(({ on, status }) => `On ${on} the recommendation became ${status}.`),
        'A change after a day is no proof that the recommendation caused it.',
      ],
      comparabilityBreaks: recorded
        ? recordingChanges
            .filter((change) => from < change.from && change.from <= to)
            .map((change) => ({
              from: change.from,
              text: change.verified ? change.text : `${change.text} (Not verified.)`,
            }))
        : [],
    };
  }
}
