import type { Recommendation } from '../recommendation/recommendation.model';

interface Measure {
  title: string;
  why: string;
  /** Title of what is counted, and of what is counted of that. */
  counted: string;
  hit: string;
  /** Whether changes of the recording rules break its trend. */
  recorded: boolean;
}

/** The measures that the cases follow month by month, by their names there. */
export const indicators = {
  BREACHES_CHARGED_ALONE: {
    title: 'Charged breaches of orders that were charged alone',
    why: 'Where breaches are seen as further conduct, fewer of them are the only thing charged.',
    counted: 'Charged breaches',
    hit: 'Charged alone',
    recorded: false,
  },
  RECORDED_AS_STALKING: {
    title: 'Crimes of stalking or harassment recorded as stalking',
    why: 'Where stalking is described consistently, more of what was called harassment is recorded as stalking.',
    counted: 'Stalking and harassment recorded',
    hit: 'Recorded as stalking',
    recorded: true,
  },
  ORDER_CONSIDERED: {
    title: 'Decisions whether to charge that considered a protective order',
    why: 'Where orders are thought of from the outset, more decisions say so.',
    counted: 'Decisions whether to charge',
    hit: 'Order considered',
    recorded: false,
  },
  EARLY_ADVICE_ANSWERED: {
    title: 'Early advice that was given where it was asked for',
    why: 'Where police and prosecutors speak early, what is asked is answered.',
    counted: 'Early advice asked for',
    hit: 'Given',
    recorded: false,
  },
} as const satisfies Record<string, Measure>;
export type IndicatorKey = keyof typeof indicators;

/** The measures that bear on the topics of a recommendation, each once. `orderKinds` are those topics that are orders. */
export function indicatorsOf(topics: readonly string[], orderKinds: readonly string[]): IndicatorKey[] {
  const bearing: [key: IndicatorKey, bears: (topic: string) => boolean][] = [
    ['BREACHES_CHARGED_ALONE', (topic) => topic === 'CHARGING' || topic.startsWith('BREACH_')],
    [
      'RECORDED_AS_STALKING',
      (topic) => topic === 'RECORDING' || topic.startsWith('STALKING') || topic.startsWith('HARASSMENT'),
    ],
    ['ORDER_CONSIDERED', (topic) => orderKinds.includes(topic)],
    ['EARLY_ADVICE_ANSWERED', (topic) => topic === 'CHARGING'],
  ];
  return bearing.filter(([, bears]) => topics.some(bears)).map(([key]) => key);
}

/** Two years before anything was said of a recommendation, or else before it was due, up to today. */
export function windowOf(
  { history, dueOn }: Pick<Recommendation, 'history' | 'dueOn'>,
  today: string,
): { from: string; to: string } {
  const known = [...history.map(({ on }) => on), ...(history.length === 0 && dueOn ? [dueOn] : []), today];
  const first = known.reduce((a, b) => (a < b ? a : b));
  return { from: `${Number(first.slice(0, 4)) - 2}-${first.slice(5, 7)}-01`, to: today };
}
