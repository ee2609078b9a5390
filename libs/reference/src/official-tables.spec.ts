import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findForce, forceAliases, forces } from './forces';
import { homeOfficeCodes } from './home-office-codes';
import { findOffence, offences } from './offences';
import { applicationCodes, resultCodes } from './order-kinds';

/** The official tables are not part of the repository; where they lie beside it, the catalogue must agree with them. */
const tables = resolve(__dirname, '../../../../shared/data/standing');
const present = existsSync(tables);
if (!present) process.stderr.write('Official tables are absent: the catalogue is not compared with them.\n');

const read = (file: string): Buffer => readFileSync(resolve(tables, file));
const readText = (file: string): string =>
  (file.endsWith('.gz') ? gunzipSync(read(file)) : read(file)).toString('utf8');
const readRows = <Row>(file: string): Row[] => JSON.parse(readText(file)) as Row[];
const readLines = (file: string): string[][] =>
  readText(file)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));

/** `years, months, weeks, days, life`, of which one is filled, as this library words it. */
function inWords([years, months, weeks, days]: string[]): string {
  for (const [count, unit] of [
    [years, 'years'],
    [months, 'months'],
    [weeks, 'weeks'],
    [days, 'days'],
  ]) {
    if (count) return `${count} ${unit}`;
  }
  return 'Life imprisonment';
}

const loadOffences = () =>
  new Map(
    readRows<{ cjsCode: string; offenceCategory: string }>('cjs-offences.json.gz').map((row) => [row.cjsCode, row]),
  );
const loadMaxima = () => new Map(readLines('max-periods.csv').map(([code, ...periods]) => [code, inWords(periods)]));

(present ? describe : describe.skip)('the catalogue agrees with the official tables', () => {
  test('in the category of every offence that stands there', () => {
    const official = loadOffences();
    for (const { cjsCode, category } of offences) {
      const row = official.get(cjsCode);
      if (row) expect([cjsCode, category]).toEqual([cjsCode, row.offenceCategory]);
    }
  });

  test('in which codes are retired', () => {
    const official = loadOffences();
    const absent = offences.map(({ cjsCode }) => cjsCode).filter((code) => !official.has(code));
    expect(absent).toEqual(['PH97002', 'PH97007', 'PH97008', 'PH97003', 'PH97003A']);
  });

  test('in every maximum that stands there', () => {
    const official = loadMaxima();
    for (const { cjsCode, maximumSentence, maximumVerified } of offences) {
      const maximum = official.get(cjsCode);
      if (maximum) expect([cjsCode, maximumSentence, maximumVerified]).toEqual([cjsCode, maximum, true]);
    }
  });

  test('and calls a maximum verified without a row there only where the statute was read', () => {
    const official = loadMaxima();
    const readInStatute = offences.filter((one) => one.maximumVerified && !official.has(one.cjsCode));
    expect(readInStatute.map(({ cjsCode }) => cjsCode)).toEqual([
      'DA21001',
      'DA21002',
      'DA21003',
      'DA21004',
      'DA21005',
      'OS23001',
    ]);
  });

  test('in the category and maximum of attempts, also of those it derives', () => {
    const official = loadOffences();
    const maxima = loadMaxima();
    for (const { cjsCode } of offences) {
      const attempt = findOffence(`${cjsCode}A`);
      const row = attempt && official.get(attempt.cjsCode);
      if (!row) continue;
      expect([row.cjsCode, attempt.category]).toEqual([row.cjsCode, row.offenceCategory]);
      const maximum = maxima.get(row.cjsCode);
      if (maximum) expect([row.cjsCode, attempt.maximumSentence]).toEqual([row.cjsCode, maximum]);
    }
  });

  test('in the Home Office codes there are', () => {
    const official = new Set(readLines('ho-codes.csv').map(([code]) => code));
    expect(homeOfficeCodes.filter(({ code }) => !official.has(code)).map(({ code }) => code)).toEqual([]);
  });

  test('in the court results and the applications there are', () => {
    const results = new Set(readRows<{ cjsCode: string }>('result-code.json.gz').map(({ cjsCode }) => cjsCode));
    const official = loadOffences();
    expect(resultCodes.filter(({ code }) => !results.has(code))).toEqual([]);
    for (const { code } of applicationCodes) expect(official.get(code)?.offenceCategory).toMatch(/^(VP|CR)$/);
  });

  test('in the force codes there are', () => {
    const official = new Map(
      readRows<{ code: string; name: string }>('forces.json').map((row) => [row.code, row.name]),
    );
    for (const { code, kind, name } of forces) {
      expect(official.has(code)).toBe(true);
      if (kind === 'TERRITORIAL') expect(official.get(code)).toContain(name.split(/[ -]/)[0]);
    }
    for (const alias of Object.keys(forceAliases)) {
      expect(official.get(alias)).toBe(official.get(forceAliases[alias]!));
      expect(findForce(alias)).toBeDefined();
    }
  });
});
