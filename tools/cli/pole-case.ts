import type { BundleRecord } from './table';

/** Greater Manchester: CJS force code 06, in the CPS area North West. The data is of August 2017. */
export const FORCE = '06';
export const SOURCE = `police:${FORCE}`;
const AREA = 'NORTH_WEST';

/** The ref of a person, as suspect and as victim. @param id the person's `:ID` */
export function personRef(id: string): string {
  return `person/${id}`;
}

/** What a POLE case is made of; `suspects` and `victims` are person `:ID`s, `openedOn` is an ISO date. */
export interface CaseParts {
  ref: string;
  urn: string;
  openedOn: string;
  suspects: string[];
  victims: string[];
  crimeReferences?: string[];
}

/**
 * A `case` that says no more than the graph does. The stage is always INVESTIGATION: the last outcome is the public
 * wording about a *crime*, it names no suspect and is no step of a case, so NFA, CHARGED or CONVICTED read out of it would
 * be legal content that nobody supplied. The relationship is UNKNOWN and the case not domestic for the same reason.
 */
export function newCase({ ref, urn, openedOn, suspects, victims, crimeReferences }: CaseParts): BundleRecord {
  return {
    type: 'case',
    source: SOURCE,
    ref,
    urn,
    ...(crimeReferences !== undefined && { crimeReferences }),
    force: FORCE,
    area: AREA,
    openedOn,
    stage: 'INVESTIGATION',
    suspects: suspects.map(personRef),
    victims: victims.map(personRef),
    relationship: 'UNKNOWN',
    domestic: false,
  };
}
