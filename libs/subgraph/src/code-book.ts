import {
  type Area,
  type Force,
  type HomeOfficeCode,
  ModeOfTrial,
  type Offence,
  OffenceFamily,
  areas,
  findArea,
  findForce,
  findHomeOfficeCode,
  findOffence,
  findResultCode,
  forces,
  homeOfficeCodes,
  modeOfTrialOfCategory,
  offences,
  resultCodes,
} from '@throughline/reference';

/** Codes of one kind: those the product knows, and over them those that were loaded. */
export class CodeTable<Entry> {
  private loaded = new Map<string, Entry>();

  constructor(
    private readonly builtIn: readonly string[],
    private readonly find: (code: string) => Entry | undefined,
  ) {}

  has(code: string): boolean {
    return this.loaded.has(code) || this.find(code) !== undefined;
  }

  /** The loaded entry, else the built-in one. */
  get(code: string): Entry | undefined {
    return this.loaded.get(code) ?? this.find(code);
  }

  /** The built-in entry, which a loaded one is laid over. */
  known(code: string): Entry | undefined {
    return this.find(code);
  }

  *codes(): Iterable<string> {
    yield* this.builtIn;
    yield* this.loaded.keys();
  }

  load(entries: Map<string, Entry>): void {
    this.loaded = entries;
  }
}

/** A result a court can give. */
export interface ResultCode {
  code: string;
  title: string;
}

/** Every table of codes that bundles are checked against and answers are spelt out from. */
export class CodeBook {
  readonly tables = {
    offence: new CodeTable<Offence>(
      offences.map((o) => o.cjsCode),
      findOffence,
    ),
    homeOfficeCode: new CodeTable<HomeOfficeCode>(
      homeOfficeCodes.map((c) => c.code),
      findHomeOfficeCode,
    ),
    force: new CodeTable<Force>(
      forces.map((f) => f.code),
      findForce,
    ),
    area: new CodeTable<Area>(
      areas.map((a) => a.code),
      findArea,
    ),
    resultCode: new CodeTable<ResultCode>(
      resultCodes.map((r) => r.code),
      findResultCode,
    ),
  };
}

/** A row of the standing offence table, as stored. */
export interface StandingOffenceRow {
  code: string;
  title: string | null;
  category: string | null;
  maximum: string | null;
}

/**
 * A standing offence over the catalogue's entry: the official title, mode of trial and maximum win where the table
 * has them; family and validity, which it lacks, stay the catalogue's.
 */
export function standingOffence(row: StandingOffenceRow, known: Offence | undefined): Offence {
  return {
    cjsCode: row.code,
    family: known?.family ?? OffenceFamily.OTHER,
    title: row.title ?? known?.title ?? 'Title not in the standing data',
    statute: known?.statute ?? '',
    category: row.category ?? known?.category ?? '',
    modeOfTrial: (row.category ? modeOfTrialOfCategory(row.category) : undefined) ?? known?.modeOfTrial ?? null,
    maximumSentence: row.maximum ?? known?.maximumSentence ?? null,
    maximumVerified: row.maximum !== null || (known?.maximumVerified ?? false),
    validFrom: known?.validFrom ?? null,
    validTo: known?.validTo ?? null,
    validityVerified: known?.validityVerified ?? false,
    aggravated: known?.aggravated ?? false,
    attempt: known?.attempt ?? false,
    homeOfficeCodes: known?.homeOfficeCodes ?? [],
    source: 'standing data',
    verified: row.title !== null,
  };
}

export { ModeOfTrial };
