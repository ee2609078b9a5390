import { OffenceFamily, forceAliases } from '@throughline/reference';
import type { CodeBook } from '@throughline/subgraph';
import type { CaseRow, ChargeRow, DecisionRow, IncidentRow, PersonRows, RecordedCrimeRow } from './facts.queries';

/**
 * What the behaviour rules read of a person's cases, with families for codes and one code for each force. Beside it
 * stands what row rules are about: force, area and restriction of cases, and the force that recorded a crime.
 */
export interface CaseFacts {
  cases: Omit<CaseRow, 'suspectIds'>[];
  incidents: IncidentRow[];
  recordedCrimes: RecordedCrimeFact[];
  charges: ChargeFact[];
  decisions: DecisionRow[];
}

type RecordedCrimeFact = Omit<RecordedCrimeRow, 'principalOffence' | 'includedClassifications'> & {
  principalFamily: OffenceFamily | null;
  includedFamilies: OffenceFamily[];
};
type ChargeFact = Omit<ChargeRow, 'offence'> & { family: OffenceFamily };

/** The facts in a person's rows. */
export function caseFacts(person: PersonRows, { tables }: CodeBook): CaseFacts {
  const { cases, incidents, recordedCrimes, charges, decisions } = person;
  const recordedFamily = (code: string) => tables.homeOfficeCode.get(code)?.family ?? OffenceFamily.OTHER;
  return {
    cases: cases.map(({ suspectIds, ...fact }) => ({ ...fact, force: oneCode(fact.force) })),
    incidents,
    recordedCrimes: recordedCrimes.map(({ principalOffence, includedClassifications, ...fact }) => ({
      ...fact,
      force: oneCode(fact.force),
      principalFamily: principalOffence === null ? null : recordedFamily(principalOffence),
      includedFamilies: includedClassifications.map(recordedFamily),
    })),
    charges: charges.map(({ offence, ...fact }) => ({
      ...fact,
      family: tables.offence.get(offence)?.family ?? OffenceFamily.OTHER,
    })),
    decisions,
  };
}

/** The code of a force that the standing data lists twice. */
function oneCode(force: string): string {
  return forceAliases[force] ?? force;
}
