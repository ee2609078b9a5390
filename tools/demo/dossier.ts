import type { BundleRecord } from './bundle-record';
import type { Day } from './calendar';
import type { Random } from './random';

type RecordType = BundleRecord['type'];
type RecordOf<T extends RecordType> = Extract<BundleRecord, { type: T }>;

/** What the generator says about one suspect: the records so far, the source of choices and the end of time. */
export class Dossier {
  readonly records: BundleRecord[] = [];
  private readonly counts = new Map<RecordType, number>();

  /** `asAt` is the day the world is seen from. */
  constructor(
    readonly index: number,
    readonly random: Random,
    readonly asAt: Day,
  ) {}

  /** The last day on which anything can have happened: all of it has to be over when `asAt` begins. */
  get lastDay(): Day {
    return this.asAt - 1;
  }

  /** How many records of a type there are so far. */
  count(type: RecordType): number {
    return this.counts.get(type) ?? 0;
  }

  /** Adds a record and names it after its type and number, so that its ref is the same in every world. */
  add<T extends RecordType>(
    type: T,
    source: string,
    fields: Omit<RecordOf<T>, 'type' | 'source' | 'ref'>,
  ): RecordOf<T> {
    const count = this.count(type) + 1;
    this.counts.set(type, count);
    const ref = `demo/${String(this.index).padStart(6, '0')}/${type}-${count}`;
    const record = { type, source, ref, ...fields } as unknown as RecordOf<T>;
    this.records.push(record);
    return record;
  }
}
