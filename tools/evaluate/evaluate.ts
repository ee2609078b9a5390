import path from 'node:path';
import { parseArgs } from 'node:util';
import { recordId } from '@throughline/subgraph';
import { type Door, importFile } from '../cli/import';
import { startAlone } from '../up/alone';
import { type FoundProfile, type Outcome, compare } from './compare';
import { type WorkedCase, workedCases } from './worked-case';

const USAGE = `npm run evaluate -- [FOLDER] [--json]

  FOLDER  worked cases: NAME.ndjson with records beside NAME.expected.json with what is to be found of their suspects;
          default: the scenarios of the contract beside the project
  --json  the outcome as JSON`;

const CONTRACT = path.resolve(__dirname, '../../../shared/contract/scenarios');

/** Where what was expected and what was found differ. */
export interface Disagreement {
  readonly workedCase: string;
  readonly suspect: string;
  readonly of: string;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

export interface Evaluation {
  readonly cases: number;
  readonly suspects: number;
  /** Sums over all suspects. */
  readonly outcomes: readonly { of: string; expected: number; found: number; missed: number; wrong: number }[];
  readonly disagreements: readonly Disagreement[];
}

/** Runs worked cases on a server of their own; exit 0 where all agree. */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help || positionals.length > 1) {
    process.stdout.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const folder = positionals[0] ? path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]) : CONTRACT;
  const cases = workedCases(folder);
  if (cases.length === 0) {
    process.stderr.write(`There are no worked cases in ${folder}.\n`);
    process.exitCode = 1;
    return;
  }
  const graph = await startAlone('evaluate');
  try {
    const evaluation = await evaluate(graph.door, cases);
    process.stdout.write(values.json ? `${JSON.stringify(evaluation, null, 2)}\n` : report(evaluation));
    process.exitCode = evaluation.disagreements.length === 0 ? 0 : 1;
  } finally {
    await graph.stop();
  }
}

/** Imports the records of all worked cases, and then asks the gateway about each suspect in them. */
export async function evaluate(door: Door, cases: readonly WorkedCase[]): Promise<Evaluation> {
  for (const { name, bundle } of cases) {
    const onReject = ({ line, field, reason }: { line: number; field: string | null; reason: string }) => {
      throw new Error(`${name}.ndjson, line ${line}, ${field ?? 'record'}: ${reason}`);
    };
    await importFile(door, bundle, { run: crypto.randomUUID(), file: name, last: true }, { onReject });
  }
  const told: { workedCase: string; suspect: string; outcomes: Outcome[] }[] = [];
  for (const { name, source, asAt, suspects } of cases) {
    for (const [suspect, expected] of Object.entries(suspects)) {
      const found = await behaviourProfile(door, recordId('suspect', source, suspect), asAt);
      told.push({ workedCase: name, suspect, outcomes: compare(expected, found, source) });
    }
  }
  const outcomes = told.flatMap((one) => one.outcomes);
  return {
    cases: cases.length,
    suspects: told.length,
    outcomes: [...new Set(outcomes.map(({ of }) => of))].sort().map((of) => sum(of, outcomes)),
    disagreements: told.flatMap(({ workedCase, suspect, outcomes: own }) =>
      own
        .filter(({ missed, wrong }) => missed.length + wrong.length > 0)
        .map(({ of, missed, wrong }) => ({ workedCase, suspect, of, missed, wrong })),
    ),
  };
}

function sum(of: string, all: readonly Outcome[]) {
  const own = all.filter((outcome) => outcome.of === of);
  const total = (figure: (outcome: Outcome) => number): number => own.reduce((before, one) => before + figure(one), 0);
  return {
    of,
    expected: total(({ expected }) => expected),
    found: total(({ found }) => found),
    missed: total(({ missed }) => missed.length),
    wrong: total(({ wrong }) => wrong.length),
  };
}

const BEHAVIOUR_PROFILE = `query BehaviourProfile($id: ID!, $asAt: DateTime) {
  suspect(id: $id) {
    behaviour(asAt: $asAt) {
      flags { rule severity variants missingFamilies consideredFamilies outcome }
      coursesOfConduct {
        group
        victims { id }
        occasions { day }
        candidates { family timeLimitExpiresOn }
        coveredFamilies
        consideredFamilies
      }
    }
  }
}`;

async function behaviourProfile({ url, key }: Door, id: string, asAt: string | null): Promise<FoundProfile> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'throughline-purpose': 'INVESTIGATION',
    },
    body: JSON.stringify({ query: BEHAVIOUR_PROFILE, variables: { id, asAt } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { suspect: { behaviour: FoundProfile | null } | null };
    errors?: unknown[];
  };
  if (errors || !data?.suspect?.behaviour)
    throw new Error(`no profile of suspect ${id}: ${JSON.stringify(errors ?? data)}`);
  return data.suspect.behaviour;
}

/** A table, and below it each disagreement. */
function report({ cases, suspects, outcomes, disagreements }: Evaluation): string {
  const head = ['', 'expected', 'found', 'missed', 'wrongly raised'];
  const rows = outcomes.map(({ of, ...figures }) => [of, ...Object.values(figures).map(String)]);
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length), title.length),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ');
  const details = disagreements.flatMap(({ workedCase, suspect, of, missed, wrong }) => [
    `${workedCase}, suspect ${suspect}, ${of}`,
    ...missed.map((one) => `  missed          ${one}`),
    ...wrong.map((one) => `  wrongly raised  ${one}`),
  ]);
  const verdict = disagreements.length === 0 ? 'All agree.' : `${disagreements.length} disagreements:`;
  return [
    `Worked cases: ${cases}; suspects: ${suspects}.`,
    '',
    line(head),
    ...rows.map(line),
    '',
    verdict,
    ...details,
    '',
  ].join('\n');
}
