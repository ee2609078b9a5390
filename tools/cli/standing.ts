import { standingRows } from './standing-json';
import { isNewCode, offences, recordable } from './standing-offences';
import { Findings } from './table-findings';
import { type BundleRecord, type Conversion, getFile, Table } from './table';

const SOURCE = 'standing';
const NO_FIELD = 'the record has no field for it, and no rule of the product uses it';

/** The small code tables: the name that a record carries, and its file. */
const CODE_TABLES = {
  VERDICT: 'verdict.json',
  PLEA: 'plea-status.json',
  REMAND: 'remand-status.json',
  MODE_OF_TRIAL_REASON: 'mode-of-trial-reason.json',
  COURT_TYPE: 'court-type.json',
  OFFENCE_CATEGORY: 'offence-category.json',
} as const;

const HOME_OFFICE_COLUMNS = [
  'hoCode',
  'category',
  'subCategory',
  'parentGroup',
  'categoryDescription',
  'subCategoryDescription',
  'actuarialCategory',
] as const;

/**
 * The folder of standing tables of the criminal justice system (`*.json` and `*.csv`, each plain or `.gz`) as records of
 * the private types `standingOffence`, `standingHomeOfficeCode`, `standingForce`, `standingResultCode` and
 * `standingCode`, of source `standing`, with the natural key as ref. No key joins CJS codes to Home Office codes, so no
 * record pairs them. Source of the tables: bichard7-next-data and hmpps-manage-offences-api (both MIT).
 * @throws Error naming the file that is missing; while `records` is walked, naming a file that cannot be read.
 */
export async function convertStanding(folder: string): Promise<Conversion> {
  const files = ['cjs-offences.json', 'max-periods.csv', 'ho-codes.csv', 'forces.json', 'result-code.json'];
  for (const file of [...files, ...Object.values(CODE_TABLES)]) await getFile(folder, file);
  const findings = new Findings();
  return { records: standingRecords(folder, findings), summary: () => findings.summary() };
}

async function* standingRecords(folder: string, findings: Findings): AsyncGenerator<BundleRecord> {
  yield* offences(folder, findings);
  yield* homeOfficeCodes(folder, findings);
  yield* forces(folder, findings);
  yield* resultCodes(folder, findings);
  for (const table of Object.keys(CODE_TABLES) as (keyof typeof CODE_TABLES)[]) yield* codes(folder, table, findings);
}

async function* homeOfficeCodes(folder: string, findings: Findings): AsyncGenerator<BundleRecord> {
  const table = new Table(await getFile(folder, 'ho-codes.csv'));
  const seen = new Set<string>();
  for await (const batch of table.rows(HOME_OFFICE_COLUMNS, findings)) {
    for (const { line, cells } of batch) {
      if (!isNewCode(seen, cells.hoCode, table.at(line), findings)) continue;
      if (cells.actuarialCategory !== '') {
        findings.leave('ho-codes actuarialCategory', NO_FIELD);
      }
      yield {
        ...record('standingHomeOfficeCode', cells.hoCode),
        code: cells.hoCode,
        category: cells.category,
        subCategory: cells.subCategory,
        parentGroup: cells.parentGroup,
        title: cells.subCategoryDescription,
        categoryTitle: cells.categoryDescription,
      };
    }
  }
}

async function* forces(folder: string, findings: Findings): AsyncGenerator<BundleRecord> {
  const seen = new Set<string>();
  const codeByName = new Map<string, string>();
  for (const row of await standingRows(folder, 'forces.json', ['code', 'name'], findings)) {
    const { code, name } = row.text;
    if (!isNewCode(seen, code, row.where, findings)) continue;
    const first = codeByName.get(name);
    if (first === undefined) codeByName.set(name, code);
    else findings.notice('force name under more than one code', `${name}: ${first}, ${code}`);
    yield { ...record('standingForce', code), code, name };
  }
}

async function* resultCodes(folder: string, findings: Findings): AsyncGenerator<BundleRecord> {
  const seen = new Set<string>();
  const fields = ['cjsCode', 'description', 'type', 'resultCodeQualifiers', 'resultHalfLifeHours'] as const;
  for (const row of await standingRows(folder, 'result-code.json', fields, findings)) {
    const { cjsCode, description, type, resultCodeQualifiers, resultHalfLifeHours } = row.text;
    if (!isNewCode(seen, cjsCode, row.where, findings)) continue;
    if (resultHalfLifeHours !== '') {
      findings.leave('result-code resultHalfLifeHours', NO_FIELD);
    }
    yield {
      ...record('standingResultCode', cjsCode),
      code: cjsCode,
      title: description,
      ...(type !== '' && { kind: type }),
      ...recordable(row, findings),
      qualifiers: resultCodeQualifiers
        .split(',')
        .map((qualifier) => qualifier.trim())
        .filter((qualifier) => qualifier !== ''),
    };
  }
}

/**
 * A small table, keyed by `spiCode` where it has one: there `cjsCode` is repeated (plea G stands twice, mode of trial
 * NOMOT three times) or blank (verdict Caution), and the spiCode is unique.
 */
async function* codes(
  folder: string,
  table: keyof typeof CODE_TABLES,
  findings: Findings,
): AsyncGenerator<BundleRecord> {
  const seen = new Set<string>();
  const fields = ['cjsCode', 'description', 'pncCode', 'spiCode'] as const;
  for (const row of await standingRows(folder, CODE_TABLES[table], fields, findings)) {
    const { cjsCode, description, pncCode, spiCode } = row.text;
    if (!isNewCode(seen, spiCode || cjsCode, row.where, findings)) continue;
    if (cjsCode === '') findings.notice('blank cjsCode (kept, the ref is its spiCode)', `${row.where}: ${spiCode}`);
    yield {
      ...record('standingCode', `${table}/${spiCode || cjsCode}`),
      table,
      code: cjsCode,
      ...(spiCode !== '' && { spiCode }),
      ...(pncCode !== '' && { pncCode }),
      title: description,
    };
  }
}

function record(type: string, ref: string): BundleRecord {
  return { type, source: SOURCE, ref };
}
