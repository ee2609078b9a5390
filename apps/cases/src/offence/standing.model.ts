import { OffenceFamily, type HomeOfficeCode, type Offence, modeOfTrialOfCategory } from '@throughline/reference';
import {
  type CodeBook,
  type Database,
  Fact,
  Model,
  bool,
  list,
  must,
  text,
  textOrBlank,
  STANDING_DATA,
  loadForces,
  standingForce,
} from '@throughline/subgraph';

@Model({
  record: 'standingOffence',
  schema: 'cases',
  table: 'standing_offence',
  scope: 'case:read',
  rows: 'register',
  description: 'An offence of the official standing data.',
})
export class StandingOffence {
  @Fact('case:read', must(text), 'CJS offence code.')
  cjsCode!: string;

  @Fact('case:read', text, 'Title; retired codes have none.')
  title!: string | null;

  @Fact('case:read', text, 'Offence category.')
  category!: string | null;

  @Fact('case:read', bool, 'Whether it is recordable on the Police National Computer.')
  recordableOnPnc!: boolean | null;

  @Fact('case:read', text, 'Maximum sentence.')
  maximum!: string | null;
}

@Model({
  record: 'standingHomeOfficeCode',
  schema: 'cases',
  table: 'standing_home_office_code',
  scope: 'case:read',
  rows: 'register',
  description: 'A Home Office offence code of the official standing data.',
})
export class StandingHomeOfficeCode {
  @Fact('case:read', must(text), 'Home Office offence code.')
  code!: string;

  @Fact('case:read', text, 'Category.')
  category!: string | null;

  @Fact('case:read', text, 'Sub-category.')
  subCategory!: string | null;

  @Fact('case:read', text, 'Group of offences.')
  parentGroup!: string | null;

  @Fact('case:read', text, 'Title.')
  title!: string | null;

  @Fact('case:read', text, 'Title of the category.')
  categoryTitle!: string | null;
}

@Model({
  record: 'standingCode',
  schema: 'cases',
  table: 'standing_code',
  scope: 'case:read',
  rows: 'register',
  description: 'An entry of one of the small official tables: verdicts, pleas, remand statuses and their like.',
})
export class StandingCode {
  @Fact('case:read', must(text), 'The table.')
  table!: string;

  @Fact('case:read', textOrBlank, 'Code; blank or not unique in some tables.')
  code!: string | null;

  @Fact('case:read', text, 'Code in the Standard Police Interface.')
  spiCode!: string | null;

  @Fact('case:read', text, 'Code on the Police National Computer.')
  pncCode!: string | null;

  @Fact('case:read', must(text), 'What it means.')
  title!: string;

  @Fact('case:read', list(text), 'Qualifiers.')
  qualifiers!: string[];
}

export const standingModels = [StandingOffence, StandingHomeOfficeCode, standingForce('cases'), StandingCode];

/** Lays the standing data, where it was imported, over the built-in catalogue. */
export async function loadStandingCodes(db: Database, codes: CodeBook): Promise<void> {
  const { tables } = codes;
  await loadForces(db, codes);
  const rows = <Row>(columns: string, table: string) =>
    db.query<Row>(`SELECT ${columns} FROM cases.${table} WHERE withdrawn_at IS NULL`);
  const [offences, recorded] = await Promise.all([
    rows<OffenceRow>('cjs_code AS code, title, category, maximum', 'standing_offence'),
    rows<CodeRow>('code, title', 'standing_home_office_code'),
  ]);
  tables.offence.load(new Map(offences.map((row) => [row.code, offence(row, tables.offence.known(row.code))])));
  tables.homeOfficeCode.load(
    new Map(recorded.map((row) => [row.code, homeOffice(row, tables.homeOfficeCode.known(row.code))])),
  );
}

interface CodeRow {
  code: string;
  title: string | null;
}
interface OffenceRow extends CodeRow {
  category: string | null;
  maximum: string | null;
}

/**
 * A standing offence over the catalogue's entry: title, mode of trial and maximum are the official ones where the
 * table has them; family and validity, which it lacks, stay the catalogue's.
 */
export function offence({ code, title, category, maximum }: OffenceRow, known: Offence | undefined): Offence {
  const base = known ?? { ...unknownOffence, cjsCode: code, title: 'Title not in the standing data' };
  return {
    ...base,
    title: title ?? base.title,
    category: category ?? base.category,
    modeOfTrial: (category === null ? null : modeOfTrialOfCategory(category)) ?? base.modeOfTrial,
    maximumSentence: maximum === 'life' ? 'Life imprisonment' : (maximum ?? base.maximumSentence),
    maximumVerified: maximum !== null || base.maximumVerified,
    source: known ? `${known.source}; ${STANDING_DATA}` : STANDING_DATA,
    verified: title !== null || base.verified,
  };
}

const unknownOffence: Omit<Offence, 'cjsCode' | 'title'> = {
  family: OffenceFamily.OTHER,
  statute: '',
  category: '',
  modeOfTrial: null,
  maximumSentence: null,
  maximumVerified: false,
  validFrom: null,
  validTo: null,
  validityVerified: false,
  aggravated: false,
  attempt: false,
  homeOfficeCodes: [],
  source: STANDING_DATA,
  verified: false,
};

function homeOffice({ code, title }: CodeRow, known: HomeOfficeCode | undefined): HomeOfficeCode {
  const base = known ?? { code, family: OffenceFamily.OTHER, title: '', aggravated: false };
  return { ...base, title: title ?? base.title, source: STANDING_DATA, verified: true };
}
