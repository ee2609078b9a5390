import type { Located, PersonName } from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { Dossier } from './dossier';
import { inventName, misspelt, type Name } from './names';
import { people } from './proportions';
import type { Random } from './random';

export interface Person {
  name: Name;
  sex: 'F' | 'M';
  born: Day | undefined;
  pncId: string | undefined;
  identifiers: { scheme: string; value: string }[];
}

const YEAR = 365;
const sexes = { F: 'FEMALE', M: 'MALE' };

/** A suspect who does not exist, of full age in every case that the demo can tell. */
export function inventSuspect(dossier: Dossier): Person {
  const { random, index } = dossier;
  const sex = random.percent(people.femaleSuspects) ? 'F' : 'M';
  const name = inventName(random, sex);
  return {
    name,
    sex,
    born: random.percent(people.unknownBirthDate) ? undefined : birthDay(dossier),
    pncId: random.percent(people.pncId) ? inventedPncId(index, 'X') : undefined,
    identifiers: identifiersOf(random, name, index),
  };
}

/** The suspect's record in one source. */
export function addSuspect(dossier: Dossier, source: string, person: Person): Located {
  return dossier.add('suspect', source, {
    names: namesOf(dossier.random, person),
    dateOfBirth: person.born === undefined ? undefined : isoDay(person.born),
    sex: sexes[person.sex],
    pncId: person.pncId,
    identifiers: person.identifiers.length > 0 ? person.identifiers : undefined,
  });
}

/** The same person as another force wrote the name down, which may know neither number nor address. */
export function miswritten(random: Random, person: Person): Person {
  const { given, family } = person.name;
  const name = random.percent(people.misspeltFamilyName)
    ? { given, family: misspelt(random, family) }
    : { given: misspelt(random, given), family };
  return {
    ...person,
    name,
    pncId: random.percent(people.pncIdFoundAgain) ? person.pncId : undefined,
    identifiers: random.sample(person.identifiers, 1),
  };
}

/** Another person of the same name and sex. */
export function namesake(dossier: Dossier, person: Person): Person {
  return { ...person, born: birthDay(dossier), pncId: inventedPncId(dossier.index, 'Y'), identifiers: [] };
}

function birthDay(dossier: Dossier): Day {
  return dossier.asAt - dossier.random.between(28 * YEAR, 66 * YEAR);
}

/** No such form exists, so that nobody takes it for an entry in the Police National Computer. */
function inventedPncId(index: number, letter: string): string {
  return `DEMO/${String(index).padStart(7, '0')}${letter}`;
}

/** A victim who does not exist, and the record of that person in a source. */
export function addVictim(dossier: Dossier, source: string): Located {
  const { random, asAt } = dossier;
  const sex = random.percent(people.femaleVictims) ? 'F' : 'M';
  const name = inventName(random, sex);
  const born = asAt - random.between(24 * YEAR, 72 * YEAR);
  return dossier.add('victim', source, {
    names: [{ ...name, kind: 'LEGAL' }],
    dateOfBirth: random.percent(people.unknownBirthDate) ? undefined : isoDay(born),
    sex: sexes[sex],
  });
}

function namesOf(random: Random, person: Person): PersonName[] {
  const names: PersonName[] = [{ ...person.name, kind: 'LEGAL' }];
  if (random.percent(people.alias)) {
    names.push({ ...person.name, given: inventName(random, person.sex).given, kind: 'ALIAS' });
  }
  return names;
}

/**
 * Ofcom's numbers for drama are few, so people of a large world share them; e-mail addresses at example.org (RFC 2606)
 * are unique.
 */
function identifiersOf(random: Random, name: Name, index: number): Person['identifiers'] {
  const identifiers: Person['identifiers'] = [];
  if (random.percent(people.phone)) {
    identifiers.push({ scheme: 'PHONE', value: `07700 900${String(random.below(1000)).padStart(3, '0')}` });
  }
  if (random.percent(people.email)) {
    identifiers.push({ scheme: 'EMAIL', value: `${name.given}.${name.family}.${index}@example.org`.toLowerCase() });
  }
  return identifiers;
}
