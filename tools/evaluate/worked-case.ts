import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Records, and what is expected of the suspects in them as at a moment. */
export interface WorkedCase {
  readonly name: string;
  /** The bundle with the records. */
  readonly bundle: string;
  /** Source of the refs by which suspects and victims are named. */
  readonly source: string;
  readonly asAt: string | null;
  readonly suspects: Readonly<Record<string, Expected>>;
}

/** Attributes that are not named are not expected to be anything, but for those of flags that are expected to be empty. */
export interface Expected {
  /** By rule: the flag, or all of them. */
  readonly flags: Readonly<Record<string, ExpectedFlag | readonly ExpectedFlag[]>>;
  readonly coursesOfConduct: readonly ExpectedCourse[];
}

export interface ExpectedFlag {
  readonly severity: string;
  readonly variants?: readonly string[];
  readonly missingFamilies?: readonly string[];
  readonly consideredFamilies?: readonly string[];
  readonly outcome?: string | null;
}

export interface ExpectedCourse {
  /** Refs. */
  readonly victims: readonly string[];
  readonly group?: boolean;
  /** How many. */
  readonly occasions: number;
  /** Families, each with the last day on which proceedings can start. */
  readonly candidates: Readonly<Record<string, string | null>>;
  readonly coveredFamilies?: readonly string[];
  readonly consideredFamilies?: readonly string[];
}

const EXPECTED = '.expected.json';

/** The worked cases of a folder, by name; none where there is no such folder. Throws where one has no bundle. */
export function workedCases(folder: string): WorkedCase[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(EXPECTED));
  return files.sort().map((file) => {
    const name = file.slice(0, -EXPECTED.length);
    const bundle = path.join(folder, `${name}.ndjson`);
    if (!existsSync(bundle)) throw new Error(`${file} has no ${name}.ndjson beside it`);
    const expected = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Omit<WorkedCase, 'name' | 'bundle'>;
    return { name, bundle, source: expected.source, asAt: expected.asAt ?? null, suspects: expected.suspects };
  });
}
