import type { PoleFolder } from './pole-folder';
import { personRef, SOURCE } from './pole-case';
import type { BundleRecord, Row } from './table';

/** Person `:ID`s by the part that they play. */
export interface Roles {
  parties: Set<string>;
  callers: Set<string>;
  called: Set<string>;
}

interface Identifier {
  scheme: string;
  value: string;
}

const NO_PART = 'is party to no crime and has no contact, so it would be neither suspect nor victim';

/**
 * Suspects (party to a crime, or caller) and victims (called); a person may be both, as two records with one ref. Streams
 * the people, and holds their phones and e-mails in memory.
 * @param phoneOwners person `:ID`s by phone `:ID`
 */
export async function* people(
  pole: PoleFolder,
  phoneOwners: Map<string, Set<string>>,
  roles: Roles,
): AsyncGenerator<BundleRecord> {
  const identifiers = await identifiersByPerson(pole, phoneOwners);
  const seen = new Set<string>();
  for await (const { cells } of pole.rows('nodes.Person')) {
    const id = cells[':ID'];
    if (seen.has(id)) {
      pole.findings.notice('Person with a repeated :ID (the first was kept)', `Person ${id}`);
      continue;
    }
    seen.add(id);
    const own = [...(identifiers.get(id) ?? []), ...healthNumber(pole, cells)];
    noteCells(pole, cells);
    const isSuspect = roles.parties.has(id) || roles.callers.has(id);
    if (isSuspect) yield suspect(id, cells, own);
    if (roles.called.has(id)) yield { type: 'victim', source: SOURCE, ref: personRef(id), names: names(cells) };
    if (!isSuspect) countLost(pole, roles.called.has(id), own.length);
  }
  for (const id of new Set([...roles.parties, ...roles.callers, ...roles.called])) {
    if (!seen.has(id)) pole.findings.notice('person referred to that has no readable row', `Person ${id}`);
  }
}

function countLost(pole: PoleFolder, isVictim: boolean, identifiers: number): void {
  if (isVictim) {
    pole.findings.leave('identifiers of people who are victims only', 'a victim has no identifiers', identifiers);
    return;
  }
  pole.findings.leave('Person without a part', NO_PART);
  pole.findings.leave('identifiers of people without a part', `the person ${NO_PART}`, identifiers);
}

type PersonCells = Row<':ID' | 'name' | 'surname' | 'nhs_no' | 'age'>['cells'];

function suspect(id: string, cells: PersonCells, identifiers: Identifier[]): BundleRecord {
  return {
    type: 'suspect',
    source: SOURCE,
    ref: personRef(id),
    names: names(cells),
    ...(identifiers.length > 0 && { identifiers }),
  };
}

function names({ name, surname }: PersonCells): Record<string, string>[] {
  return [{ ...(name !== '' && { given: name }), family: surname, kind: 'LEGAL' }];
}

function noteCells(pole: PoleFolder, cells: PersonCells): void {
  const person = `Person ${cells[':ID']}`;
  if (cells.age !== '') pole.findings.leave('Person.age', 'the bundle has dates of birth, and an age gives none');
  if (cells.name === '') pole.findings.notice('blank name', person);
  if (cells.surname === '') pole.findings.notice('blank surname (an import will refuse the person)', person);
}

/** The scheme is our own: the numbers are shaped like a US social security number, and NHS numbers they are not. */
function healthNumber(pole: PoleFolder, cells: PersonCells): Identifier[] {
  const person = `Person ${cells[':ID']}`;
  if (cells.nhs_no === '') {
    pole.findings.notice('blank nhs_no', person);
    return [];
  }
  if (!/^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(cells.nhs_no)) {
    pole.findings.notice('nhs_no that is not shaped like an NHS number (scheme POLE_NHS_NO)', person);
  }
  return [{ scheme: 'POLE_NHS_NO', value: cells.nhs_no }];
}

async function identifiersByPerson(
  pole: PoleFolder,
  phoneOwners: Map<string, Set<string>>,
): Promise<Map<string, Identifier[]>> {
  const byPerson = new Map<string, Identifier[]>();
  const emailOwners = await pole.links('relationships.HAS_EMAIL', 'END');
  for await (const { cells } of pole.rows('nodes.Phone')) {
    give(pole, byPerson, 'Phone', cells[':ID'], cells.phoneNo, phoneOwners);
  }
  for await (const { cells } of pole.rows('nodes.Email')) {
    give(pole, byPerson, 'Email', cells[':ID'], cells.email_address, emailOwners);
  }
  return byPerson;
}

function give(
  pole: PoleFolder,
  byPerson: Map<string, Identifier[]>,
  kind: 'Phone' | 'Email',
  id: string,
  value: string,
  owners: Map<string, Set<string>>,
): void {
  const people = [...(owners.get(id) ?? [])];
  if (value === '') pole.findings.notice(`blank ${kind}`, `${kind} ${id}`);
  if (people.length === 0) {
    pole.findings.leave(`${kind} of nobody`, 'an identifier needs the person it identifies');
    pole.findings.notice(`${kind} of nobody`, `${kind} ${id}`);
  }
  if (people.length > 1) pole.findings.notice(`${kind} of several people (kept with each)`, `${kind} ${id}`);
  if (value === '') return;
  for (const person of people) {
    byPerson.set(person, [...(byPerson.get(person) ?? []), { scheme: kind.toUpperCase(), value }]);
  }
}
