import {
  type Area,
  type Force,
  type HomeOfficeCode,
  type Offence,
  type OffenceFamily,
  applicationCodes,
  areas,
  findApplicationCode,
  findArea,
  findForce,
  findHomeOfficeCode,
  findOffence,
  findResultCode,
  forces,
  homeOfficeCodes,
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

/** A result a court can give, or an application that can be made to it. */
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
    // An event of an order can carry what was applied for as well as what the court did.
    resultCode: new CodeTable<ResultCode>(
      [...resultCodes, ...applicationCodes].map((r) => r.code),
      (code) => findResultCode(code) ?? findApplicationCode(code),
    ),
  };

  /** The families themselves and every offence code, CJS or Home Office, that belongs to one of them. */
  codesOf(families: readonly OffenceFamily[]): string[] {
    const { offence, homeOfficeCode } = this.tables;
    const wanted = new Set(families);
    const offences = [...offence.codes()].filter((code) => wanted.has(offence.get(code)!.family));
    const recorded = [...homeOfficeCode.codes()].filter((code) => wanted.has(homeOfficeCode.get(code)!.family));
    return [...families, ...offences, ...offences.map((code) => `${code}A`), ...recorded];
  }
}
