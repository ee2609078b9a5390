import type { Concern } from '@throughline/subgraph';

/** Suspects of a case, `link.id`, as `personsOfSuspects` counts the cases of a person. */
const suspectsOfCase = `SELECT unnest(suspect_ids) FROM cases."case" WHERE id = link.id
  UNION ALL SELECT suspect_id FROM cases.incident WHERE case_id = link.id AND withdrawn_at IS NULL
  UNION ALL SELECT suspect_id FROM cases.charge WHERE case_id = link.id AND withdrawn_at IS NULL
  UNION ALL SELECT suspect_id FROM cases.charging_decision WHERE case_id = link.id AND withdrawn_at IS NULL`;

/** Whose facts rest on which records. */
export const concerns: Record<string, Concern> = {
  suspect: { suspects: ['id'] },
  identityLink: { suspects: ['aId', 'bId'] },
  case: { suspects: ['suspectIds', { by: 'id', via: suspectsOfCase }] },
  incident: { suspects: ['suspectId'] },
  recordedCrime: { suspects: [{ by: 'caseId', via: suspectsOfCase }] },
  charge: { suspects: ['suspectId'] },
  chargingDecision: { suspects: ['suspectId'] },
};
