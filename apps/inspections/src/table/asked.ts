import type { CaseDimension, Context, Group, StatColumn } from '@throughline/subgraph';
import { type Span, askCases } from '../files';
import type { Inspection } from '../inspection/inspection.model';
import { samplesOfInspections } from '../sample/sample.queries';
import { ALL, NOT_RECORDED, stratumTitle } from '../sample/stratum-title';
import { type About, type Files, NOT_DRAWN, filesOf } from './files.queries';
import type { InspectionTableBy } from './inspection-table.model';

/** A table that was asked for, and the files that it is about. */
export class Asked {
  private spanned: Promise<Span> | undefined;

  private constructor(
    readonly context: Context,
    readonly inspection: Inspection,
    readonly by: InspectionTableBy | null,
    readonly files: readonly Files[],
    private readonly dimension: CaseDimension | null,
    /** Whether the files of each cell are wanted beside their number. */
    readonly split: boolean,
  ) {}

  static async of(
    context: Context,
    inspection: Inspection,
    by: InspectionTableBy | null,
    { split = false, ...about }: About & { split?: boolean },
  ): Promise<Asked> {
    const files = await filesOf(context.db, inspection.id, about);
    const samples = by === 'STRATUM' ? await context.load(samplesOfInspections, inspection.id) : [];
    const dimension = by === 'STRATUM' ? (samples.at(-1)?.stratifyBy ?? null) : by;
    return new Asked(context, inspection, by, files, dimension, split);
  }

  /** What the cases are to take groups apart by; strata are known here. */
  get ofCases(): { by: string | null; split: boolean } {
    return { by: this.by === 'STRATUM' ? null : this.by, split: this.split };
  }

  /** What the cases say about all of the files. */
  async ofFiles<Answer>(figure: string, groups: readonly Group[] = this.groups, more = this.ofCases): Promise<Answer> {
    const found = askCases<Answer>(this.context, figure, groups, more);
    this.spanned ??= found.then(({ span }) => span);
    return (await found).figure;
  }

  /** Between which days their cases were opened. Any figure over all of them has told it. */
  async span(): Promise<Span> {
    if (!this.spanned) await this.ofFiles('SPAN');
    return this.spanned!;
  }

  /** The files as groups: by stratum where that is asked for, else one. */
  get groups(): Group[] {
    return this.by === 'STRATUM' ? [...this.files] : [merged(ALL, this.files)];
  }

  /** The files as groups by what the table is taken apart by. */
  async parts(): Promise<Group[]> {
    if (this.ofCases.by === null) return this.groups;
    const found = await this.ofFiles<(Group & { by: string })[]>('GROUPS');
    return found.map((group) => ({ ...group, key: group.by }));
  }

  /** The part of the table that a count of the cases belongs to, by the key of its group and its value of `by`. */
  partOf(key: string, by: string): string {
    return this.ofCases.by === null ? key : by;
  }

  /** Parts in the order of their keys, what was not recorded or drawn last. */
  inOrder(parts: Iterable<string>): string[] {
    const last = [NOT_RECORDED, NOT_DRAWN];
    return [...new Set(parts)].sort((a, b) => last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : a > b ? 1 : 0));
  }

  /** Key and title of a part. */
  part(key: string): StatColumn {
    if (this.by === null) return { key: ALL, title: 'All files' };
    return { key, title: key === NOT_DRAWN ? 'Not drawn' : stratumTitle(this.dimension, key, this.context.codes) };
  }

  /** Key and title of a row of a part. */
  row(part: string, { key, title }: StatColumn): StatColumn {
    if (this.by === null) return { key, title };
    const own = this.part(part);
    return { key: `${own.key}/${key}`, title: `${own.title}: ${title}` };
  }

  /** ` by CPS area`, where the table is taken apart. */
  get byTitle(): string {
    return this.by === null ? '' : ` by ${BY_TITLES[this.by]}`;
  }

  get size(): number {
    return this.files.reduce((sum, { size }) => sum + size, 0);
  }
}

const BY_TITLES: Record<InspectionTableBy, string> = {
  AREA: 'CPS area',
  FORCE: 'police force',
  FAMILY: 'offence family',
  STRATUM: 'stratum',
};

/** Groups as one. */
export function merged(key: string, groups: readonly Group[]): Group {
  const held = groups.filter(({ size }) => size > 0);
  return { key, ids: held.map(({ ids }) => ids).join(','), size: held.reduce((sum, { size }) => sum + size, 0) };
}
