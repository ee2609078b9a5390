import type { BundleRecord, OrderRecord, Reference } from './bundle-record';
import { addYears, dayOf, isoDay } from './calendar';
import { demoWorld } from './demo-world';

type Typed<T extends BundleRecord['type']> = Extract<BundleRecord, { type: T }>;

const records = [...demoWorld({ suspects: 600 })];
const ofType = <T extends BundleRecord['type']>(type: T): Typed<T>[] =>
  records.filter((record): record is Typed<T> => record.type === type);
const byKey = new Map(records.map((record) => [`${record.type}|${record.source}|${record.ref}`, record]));

function find<T extends BundleRecord['type']>(type: T, source: string, reference: Reference): Typed<T> {
  const { source: from, ref } = typeof reference === 'string' ? { source, ref: reference } : reference;
  return byKey.get(`${type}|${from}|${ref}`) as Typed<T>;
}

/** Expects the dates that are known to come in this order. A day counts as any time of it. */
function expectInOrder(where: string, ...dates: (string | undefined)[]): void {
  const known = dates.filter((date) => date !== undefined);
  known.forEach((date, i) => {
    const before = known[i - 1] ?? date;
    const length = Math.min(before.length, date.length) === 10 ? 10 : date.length;
    if (before.slice(0, length) > date.slice(0, length)) throw new Error(`${where}: ${before} after ${date}`);
  });
}

const share = (part: number, whole: number): number => Math.round((100 * part) / whole);

describe('the facts of the demo world', () => {
  it('come in the order of time within a case', () => {
    for (const r of ofType('case')) expectInOrder(r.ref, r.reportedOn, r.openedOn, r.referredOn, r.closedOn);
    for (const r of ofType('incident')) {
      expectInOrder(r.ref, r.occurredFrom, r.occurredTo);
      expectInOrder(r.ref, r.occurredFrom, r.reportedAt);
    }
    for (const r of ofType('recordedCrime')) expectInOrder(r.ref, r.recordedOn, r.outcomeOn);
    for (const r of ofType('earlyAdvice')) expectInOrder(r.ref, r.requestedAt, r.respondedAt);
    for (const r of ofType('referral')) expectInOrder(r.ref, r.referredOn, r.heardOn);
    for (const r of ofType('actionPlan')) {
      expectInOrder(r.ref, r.issuedOn, r.dueOn);
      for (const item of r.items) expectInOrder(r.ref, r.issuedOn, item.doneOn);
    }
    for (const r of ofType('recommendation')) expectInOrder(r.ref, ...r.history.map(({ on }) => on));
  });

  it('are charged only after they happened', () => {
    for (const r of ofType('charge')) {
      expectInOrder(r.ref, r.chargedOn, r.disposedOn);
      expect(r.verdict === undefined).toBe(r.disposedOn === undefined);
      for (const ref of r.incidents ?? []) {
        expectInOrder(r.ref, find('incident', r.source, ref).occurredFrom, r.chargedOn);
      }
      for (const ref of r.breaches ?? []) expectInOrder(r.ref, find('breach', r.source, ref).occurredAt, r.chargedOn);
    }
  });

  it('break orders only while they are in force', () => {
    for (const r of ofType('breach')) {
      const order = find('order', r.source, r.order);
      expectInOrder(r.ref, order.servedOn ?? '9999-12-31', r.occurredAt, r.reportedAt);
      expectInOrder(r.ref, r.occurredAt, order.effectiveTo);
      const conditions = (order.conditions ?? []).map(({ ref }) => ref);
      for (const condition of r.conditions ?? []) expect(conditions).toContain(condition);
    }
    const charged = new Set(
      ofType('charge').flatMap((r) => (r.breaches ?? []).map((ref) => `${r.source}|${String(ref)}`)),
    );
    for (const r of ofType('breach')) {
      const decided = ['CHARGED', 'CONVICTED', 'ACQUITTED'].includes(r.state);
      if (decided) expect(charged).toContain(`${r.source}|${r.ref}`);
    }
  });

  it('are assessed with a reason wherever the grade is not the computed one', () => {
    for (const r of ofType('riskAssessment')) {
      const overridden = r.computedGrade !== undefined && r.computedGrade !== r.grade;
      expect(r.overrideReason !== undefined).toBe(overridden);
      for (const { type, ref } of r.respondsTo ?? []) {
        const event = find(type, r.source, ref);
        const since =
          event.type === 'order' ? event.servedOn : event.type === 'breach' ? event.occurredAt : event.occurredFrom;
        expectInOrder(r.ref, since, r.assessedAt);
      }
    }
  });

  it('name a code or a category for every recorded crime', () => {
    for (const r of ofType('recordedCrime')) expect(r.principalOffence ?? r.crimeType).toBeDefined();
  });
});

describe('the orders of the demo world', () => {
  const kind = (...kinds: OrderRecord['kind'][]) => ofType('order').filter((r) => kinds.includes(r.kind));

  it('are of every kind and every state', () => {
    expect(new Set(ofType('order').map((r) => r.kind)).size).toBe(11);
    expect(new Set(ofType('order').map((r) => r.state)).size).toBe(11);
  });

  it('run for two years at least if they are stalking protection orders, and come after the Act', () => {
    for (const r of kind('SPO')) {
      if (r.madeOn === undefined) continue;
      expectInOrder(r.ref, '2020-01-20', r.madeOn);
      if (r.effectiveTo !== undefined) expectInOrder(r.ref, isoDay(addYears(dayOf(r.madeOn), 2)), r.effectiveTo);
      expect(r.effectiveTo === undefined).toBe(r.untilFurtherOrder === true);
    }
  });

  it('only prohibit if they are restraining orders', () => {
    for (const r of kind('RO_CONVICTION', 'RO_ACQUITTAL')) {
      expect((r.conditions ?? []).map((condition) => condition.kind)).not.toContain('REQUIREMENT');
    }
  });

  it('protect from domestic abuse by the new law only where and when that is in force', () => {
    for (const r of kind('DAPN', 'DAPO')) {
      expect(['06', '01']).toContain(r.force);
      expectInOrder(r.ref, '2024-11-27', r.madeOn);
    }
  });

  it('come from the courts if a court made them', () => {
    for (const r of ofType('order')) {
      const made = r.madeOn !== undefined && !['DVPN', 'DAPN', 'BAIL_CONDITIONS'].includes(r.kind);
      expect(r.source === 'hmcts').toBe(made);
    }
  });

  it('have a history that agrees with them', () => {
    for (const r of ofType('orderEvent')) {
      const order = find('order', r.source, r.order);
      if (r.kind === 'MADE' || r.kind === 'INTERIM') expect(r.on).toBe(order.madeOn);
      if (r.kind === 'SERVED') expect(r.on).toBe(order.servedOn);
      if (r.kind === 'EXPIRY') expect([r.on, order.state]).toEqual([order.effectiveTo, 'EXPIRED']);
      if (r.kind !== 'APPLICATION') expectInOrder(r.ref, order.appliedOn, order.madeOn, r.on);
    }
    for (const r of ofType('order')) expectInOrder(r.ref, r.appliedOn, r.madeOn, r.servedOn, r.effectiveTo);
  });
});

describe('the proportions that are sourced', () => {
  it('show in the world: victims, withdrawals, repetition', () => {
    const victims = ofType('victim').filter(({ sex }) => sex !== undefined);
    expect(Math.abs(share(victims.filter(({ sex }) => sex === 'FEMALE').length, victims.length) - 80)).toBeLessThan(6);
    const closed = ofType('case').filter((r) => r.closedOn !== undefined && r.ref.startsWith('demo/'));
    const withdrew = closed.filter((r) => r.closedReason === 'VICTIM_WITHDREW');
    expect(Math.abs(share(withdrew.length, closed.length) - 45)).toBeLessThan(7);
    const cases = ofType('case').filter((r) => r.ref.startsWith('demo/'));
    expect(Math.abs(cases.length / 600 - 1.5)).toBeLessThan(0.1);
  });
});
