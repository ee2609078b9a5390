import type { Random } from '../../tools/demo/random';

/** A record of a bundle. */
export type BundleRecord = { type: string; source: string; ref: string } & Record<string, any>;

/** Records in an order of chance. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const order = [...items];
  for (let n = order.length - 1; n > 0; n -= 1) {
    const other = random.below(n + 1);
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return order;
}

/** What moving a record of a type changes: the fields that say whose it is, and the type they refer to. */
const MOVES: Record<string, Record<string, string>> = {
  case: { suspects: 'suspect', victims: 'victim' },
  incident: { case: 'case', suspect: 'suspect', victim: 'victim' },
  recordedCrime: { case: 'case' },
  charge: { case: 'case', suspect: 'suspect', victim: 'victim' },
  chargingDecision: { case: 'case', suspect: 'suspect' },
  order: { case: 'case', suspect: 'suspect', protectedPersons: 'victim' },
  orderEvent: { order: 'order' },
  breach: { order: 'order' },
  riskAssessment: { case: 'case', suspect: 'suspect', victim: 'victim' },
  fileExamination: { case: 'case' },
  identityLink: { a: 'suspect', b: 'suspect' },
};
/** Types that the rules read. */
const TYPES = [...Object.keys(MOVES), 'suspect', 'guidance'];

/** Changes a world by chance: records are withdrawn, come back, and become somebody else's; suspects are joined and parted. */
export class Changes {
  private readonly byType = new Map<string, BundleRecord[]>();
  private links = 0;

  constructor(
    private readonly random: Random,
    world: readonly BundleRecord[],
  ) {
    for (const record of world) this.byType.set(record.type, [...(this.byType.get(record.type) ?? []), record]);
  }

  /** So many changes of different records. */
  make(count: number): BundleRecord[] {
    const changes = Array.from({ length: count }, () => this.change());
    return [...new Map(changes.map((record) => [`${record.type} ${record.source} ${record.ref}`, record])).values()];
  }

  private change(): BundleRecord {
    const { random } = this;
    const record = this.any(random.pick(TYPES));
    const { type, source, ref } = record;
    return random.weighted<() => BundleRecord>([
      [() => ({ type, source, ref, op: 'withdraw' }), 25],
      [() => record, 25],
      [() => this.moved(record), 35],
      [() => this.link(), 15],
    ])();
  }

  private any(type: string): BundleRecord {
    return this.random.pick(this.byType.get(type)!);
  }

  private reference(type: string): { source: string; ref: string } {
    const { source, ref } = this.any(type);
    return { source, ref };
  }

  private moved(record: BundleRecord): BundleRecord {
    const moved = { ...record };
    for (const [field, type] of Object.entries(MOVES[record.type] ?? {})) {
      if (record[field] === undefined || this.random.percent(30)) continue;
      moved[field] = Array.isArray(record[field]) ? [this.reference(type)] : this.reference(type);
    }
    if (record.type === 'guidance') moved.inForceFrom = `20${this.random.between(12, 25)}-03-01`;
    return moved;
  }

  private link(): BundleRecord {
    this.links += 1;
    return {
      type: 'identityLink',
      source: 'police:01',
      ref: `link-${this.links}`,
      a: this.reference('suspect'),
      b: this.reference('suspect'),
      decision: this.random.percent(80) ? 'SAME' : 'DIFFERENT',
      decidedBy: 'Test',
      reason: 'Test.',
    };
  }
}
