import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { BundleRecord } from './bundle-record';
import { checkRecord, recordTypes } from './bundle-check';
import { DEFAULT_AS_AT, demoWorld, type DemoOptions } from './demo-world';

const keyOf = ({ type, source, ref }: BundleRecord): string => `${type}|${source}|${ref}`;

function hashOf(options: DemoOptions): string {
  const hash = createHash('sha256');
  for (const record of demoWorld(options)) hash.update(`${JSON.stringify(record)}\n`);
  return hash.digest('hex');
}

/** As an importer sees the records: without what is undefined. */
function* written(options: DemoOptions): Generator<BundleRecord> {
  for (const record of demoWorld(options)) yield JSON.parse(JSON.stringify(record)) as BundleRecord;
}

describe('the demo world', () => {
  const records = [...written({ suspects: 300 })];
  const findings = records.map((record) => checkRecord(record, DEFAULT_AS_AT));

  it('is the same for the same seed, and another for another', () => {
    expect(hashOf({ suspects: 30 })).toBe(hashOf({ suspects: 30 }));
    expect(hashOf({ suspects: 30, seed: 'other' })).not.toBe(hashOf({ suspects: 30 }));
  });

  it('has the same first suspects however many follow', () => {
    const fifty = [...written({ suspects: 50 })].map((record) => JSON.stringify(record));
    const hundred = [...written({ suspects: 100 })].map((record) => JSON.stringify(record));
    expect(hundred.slice(0, fifty.length)).toEqual(fifty);
    expect(hundred.length).toBeGreaterThan(fifty.length * 1.5);
  });

  it('has records of every type that the format knows', () => {
    expect([...new Set(records.map(({ type }) => type))].sort()).toEqual([...recordTypes].sort());
  });

  it('has only known fields, every required one, legal codes and nothing after the day it is seen from', () => {
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('is as valid when seen from another day', () => {
    const asAt = '2027-02-28';
    const found = [...written({ suspects: 100, asAt })].flatMap((record) => checkRecord(record, asAt).problems);
    expect(found).toEqual([]);
  });

  it('names every record once', () => {
    expect(new Set(records.map(keyOf)).size).toBe(records.length);
  });

  it('gives every case its own URN and every crime its own reference', () => {
    const urns = records.flatMap((record) => (record.type === 'case' ? [record.urn] : []));
    const crimes = records.flatMap((record) => (record.type === 'recordedCrime' ? [record.reference] : []));
    expect(new Set(urns).size).toBe(urns.length);
    expect(new Set(crimes).size).toBe(crimes.length);
    for (const urn of urns) expect(urn).toMatch(/^\d\d[A-Z]{2}\d{7}\/\d\d$/);
  });

  it('refers only to records that it has', () => {
    const known = new Set(records.map(keyOf));
    const targets = findings.flatMap((found) => found.targets);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(records.length);
  });

  it('cites and uses only guidance, screens, questions and conditions that it has', () => {
    const guidance = new Set(records.flatMap((r) => (r.type === 'guidance' ? [`${r.key} ${r.version}`] : [])));
    const screens = new Set(records.flatMap((r) => (r.type === 'riskInstrument' ? [`${r.key} ${r.version}`] : [])));
    const questions = new Map(
      records.flatMap((r) =>
        r.type === 'inspection' ? r.themes.flatMap((t) => t.questions.map((q) => [q.key, q.kind] as const)) : [],
      ),
    );
    const cited = records.flatMap((r) => {
      if (r.type === 'chargingDecision') return r.guidanceCited ?? [];
      return r.type === 'fileExamination' ? r.answers.flatMap((answer) => answer.guidance ?? []) : [];
    });
    for (const { key, version } of cited) expect(guidance).toContain(`${key} ${version}`);
    for (const r of records) {
      if (r.type === 'riskAssessment') expect(screens).toContain(`${r.instrument} ${r.instrumentVersion}`);
      if (r.type !== 'fileExamination') continue;
      for (const { question, rating, yes, family } of r.answers) {
        const given = rating ? 'RATING' : family ? 'FAMILY' : yes === undefined ? 'NOTHING' : 'YES_NO';
        expect(given).toBe(questions.get(question));
      }
    }
  });

  it('begins with the registers and the told stories, one for each rule and one against', () => {
    const stories = records.flatMap(({ ref }) => /^story\/([a-z-]+)\//.exec(ref)?.[1] ?? []);
    expect([...new Set(stories)]).toEqual([
      'uncharged-course',
      'breach-charged-alone',
      'breach-not-actioned',
      'risk-not-reassessed',
      'order-expiring',
      'possibly-mislabelled',
      'repeat-high-harm',
      'guidance-not-in-force',
      'considered-and-refused',
    ]);
    const kinds = records.map(({ ref }) => (/^demo\/\d{6}\//.test(ref) ? 'suspect' : 'fixed'));
    expect(kinds.lastIndexOf('fixed')).toBeLessThan(kinds.indexOf('suspect'));
  });

  it('is refused for a day before the law it tells of, and for no day at all', () => {
    expect(() => [...demoWorld({ asAt: '2019-01-01' })]).toThrow(RangeError);
    expect(() => [...demoWorld({ asAt: '2026-02-30' })]).toThrow(RangeError);
  });

  it('takes no more memory for five thousand suspects than for five hundred', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used: number[] = [];
    let suspects = 0;
    let seen = 0;
    for (const record of demoWorld({ suspects: 5000 })) {
      seen += 1;
      if (record.type !== 'suspect' || ++suspects % 500 !== 0) continue;
      collect();
      used.push(process.memoryUsage().heapUsed);
    }
    expect(seen).toBeGreaterThan(100_000);
    const [first = 0] = used;
    const growth = Math.max(...used) - first;
    expect(growth).toBeLessThan(8 * 1024 * 1024);
  });
});
