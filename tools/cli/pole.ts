import { FORCE, newCase, SOURCE } from './pole-case';
import { readContacts } from './pole-contacts';
import { PoleFolder } from './pole-folder';
import { people } from './pole-people';
import { isoDay } from './pole-time';
import type { BundleRecord, Conversion, Row } from './table';

type CrimeCells = Row<'date' | 'id' | 'type' | 'last_outcome' | 'note' | 'charge' | ':ID'>['cells'];

/**
 * A folder of POLE graph files (`crime-investigation.nodes.*.csv`, `…relationships.*.csv`, each plain or `.csv.gz`) as
 * bundle records of `police:06`: `suspect`, `victim`, `case` and `incident` for the people, and a `recordedCrime` for each
 * crime, streamed last. Memory grows with people and contacts and not with crimes.
 *
 * This is test input. It says nothing about anybody's guilt: PARTY_TO names no part in a crime, and a phone call is no
 * conduct. Suspect and victim are the only places that the bundle has for a person in a case, and no offence, stage,
 * relationship or outcome code is inferred.
 * @throws Error naming the file that is missing or the column that a file lacks; while `records` is walked, naming a file
 * that cannot be read to its end.
 */
export async function convertPole(folder: string): Promise<Conversion> {
  const pole = await PoleFolder.open(folder);
  return { records: poleRecords(pole), summary: () => pole.findings.summary() };
}

async function* poleRecords(pole: PoleFolder): AsyncGenerator<BundleRecord> {
  const partiesByCrime = await pole.links('relationships.PARTY_TO', 'END');
  // The crimes are nearly all there is: while the gateway takes them in, the rest is read.
  yield* crimes(pole, partiesByCrime);
  const phoneOwners = await pole.links('relationships.HAS_PHONE', 'END');
  const { callers, called, records } = await readContacts(pole, phoneOwners);
  const parties = new Set([...partiesByCrime.values()].flatMap((ids) => [...ids]));
  yield* people(pole, phoneOwners, { parties, callers, called });
  yield* records;
  await pole.countOthers();
}

async function* crimes(pole: PoleFolder, partiesByCrime: Map<string, Set<string>>): AsyncGenerator<BundleRecord> {
  const pending = new Map(partiesByCrime);
  for await (const { line, cells } of pole.rows('nodes.Crime')) {
    const recordedOn = isoDay(cells.date);
    if (recordedOn === undefined || cells.id === '') {
      const reason = cells.id === '' ? 'id is blank' : `date "${cells.date}" is not a day as d/mm/yyyy`;
      pole.unreadable('nodes.Crime', line, reason);
      continue;
    }
    noteCells(pole, cells);
    const parties = pending.get(cells[':ID']);
    if (parties !== undefined) {
      pending.delete(cells[':ID']);
      yield crimeCase(cells, recordedOn, [...parties]);
    }
    yield recordedCrime(cells, recordedOn, parties !== undefined);
  }
  for (const [crime, ids] of pending) {
    pole.findings.notice('PARTY_TO a crime that has no readable row', `Crime ${crime}`, ids.size);
  }
}

function crimeCase(cells: CrimeCells, openedOn: string, suspects: string[]): BundleRecord {
  return newCase({
    ref: caseRef(cells),
    urn: `POLE/${cells[':ID']}`,
    crimeReferences: [cells.id],
    openedOn,
    suspects,
    victims: [],
  });
}

/** A blank type stays an empty string, so that it is counted as blank and not as some other category. */
function recordedCrime(cells: CrimeCells, recordedOn: string, hasCase: boolean): BundleRecord {
  const crime: BundleRecord = {
    type: 'recordedCrime',
    source: SOURCE,
    ref: cells.id,
    reference: cells.id,
    force: FORCE,
    recordedOn,
    crimeType: cells.type,
  };
  if (cells.last_outcome !== '') crime.outcome = cells.last_outcome;
  if (hasCase) crime.case = caseRef(cells);
  return crime;
}

function noteCells({ findings }: PoleFolder, cells: CrimeCells): void {
  if (cells.type === '') findings.notice('blank crime type (kept as an empty string)', `Crime ${cells[':ID']}`);
  if (cells.last_outcome === '') findings.notice('blank last_outcome', `Crime ${cells[':ID']}`);
  if (!/^[0-9a-f]{64}$/.test(cells.id)) {
    findings.notice('crime id that is not 64 hex digits (kept as it is)', `Crime ${cells[':ID']}`);
  }
  if (cells.note !== '') findings.leave('Crime.note', 'a recorded crime has no note', 1, cells.note);
  if (cells.charge !== '') {
    findings.leave('Crime.charge', 'a charge needs a CJS code, which free text is not', 1, cells.charge);
  }
}

function caseRef(cells: CrimeCells): string {
  return `crime/${cells[':ID']}`;
}
