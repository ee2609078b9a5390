import { type CodeBook, type StatRow, type StatTable, shareOf } from '@throughline/subgraph';
import { inWords, stratumTitle } from '../sample/stratum-title';
import type { Protocol } from './protocol.model';
import { type CaseFacts, type CheckStatus, checkStatuses, findingOf, protocolsInForce } from './protocol.rules';

type Counts = Record<CheckStatus, number>;

const none = (): Counts => ({ MET: 0, NOT_MET: 0, NOT_APPLICABLE: 0, NOT_RECORDED: 0 });
const sum = (counts: Counts) => checkStatuses.reduce((total, status) => total + counts[status], 0);

/**
 * The checks of a protocol over cases, by version and, where that is asked for, by place. Cases are counted as they come,
 * by the rules that a case's own page shows, and then forgotten.
 */
export class ChecksTable {
  /** By place, and then by version and check. */
  private readonly parts = new Map<string, Map<string, Counts>>();
  private cases = 0;

  constructor(
    private readonly versions: readonly Protocol[],
    private readonly by: 'FORCE' | 'AREA' | null,
    private readonly codes: CodeBook,
  ) {}

  async of(pages: AsyncIterable<CaseFacts[]>): Promise<StatTable> {
    for await (const page of pages) for (const facts of page) this.count(facts);
    return this.laidOut();
  }

  private count(facts: CaseFacts): void {
    this.cases += 1;
    const place = this.by === 'FORCE' ? facts.force : this.by === 'AREA' ? facts.area : '';
    for (const { version, checks } of protocolsInForce(this.versions, facts.openedOn)) {
      for (const { key, test } of checks) this.at(place, `${version}/${key}`)[findingOf(test, facts).status] += 1;
    }
  }

  private at(place: string, check: string): Counts {
    let part = this.parts.get(place);
    if (!part) this.parts.set(place, (part = new Map<string, Counts>()));
    let counts = part.get(check);
    if (!counts) part.set(check, (counts = none()));
    return counts;
  }

  private laidOut(): StatTable {
    const found = [...this.parts.values()].flatMap((part) => [...part.values()]);
    const totals = checkStatuses.map((status) => found.reduce((total, counts) => total + counts[status], 0));
    const { by, versions } = this;
    return {
      title: `${versions.at(-1)!.title}: checks${by ? ` by ${by === 'FORCE' ? 'police force' : 'CPS area'}` : ''}`,
      columns: checkStatuses.map((status) => ({ key: status, title: inWords(status) })),
      rows: [...this.parts.keys()].sort().flatMap((place) => this.rows(place)),
      columnTotals: totals,
      total: totals.reduce((all, one) => all + one, 0),
      denominator: this.cases,
      notes: [
        'Each case is checked by the version that was in force on the day it was opened. Percentages are of the cases to which the check applies; what nothing says is not taken for a no.',
      ],
      comparabilityBreaks: [],
    };
  }

  private rows(place: string): StatRow[] {
    const part = this.parts.get(place)!;
    return this.versions.flatMap(({ version, checks }) =>
      checks.flatMap(({ key, text }) => {
        const own = `${version}/${key}`;
        const counts = part.get(own);
        if (!counts) return [];
        const applicable = sum(counts) - counts.NOT_APPLICABLE;
        return {
          key: this.by ? `${place}/${own}` : own,
          title: `${this.by ? `${stratumTitle(this.by, place, this.codes)}: ` : ''}${text} (${version})`,
          total: sum(counts),
          cells: checkStatuses.map((status) => ({
            value: counts[status],
            suppressed: false,
            ...(status === 'NOT_APPLICABLE' ? {} : { of: applicable, ...shareOf(counts[status], applicable) }),
          })),
        };
      }),
    );
  }
}
