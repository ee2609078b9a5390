import { ACTOR, guarded } from '@throughline/subgraph';

const holds = (scope: string) => `(SELECT row_rules.having('${scope}')) <> 0`;

/** Who may search by what: names for those who may read them, what was told for those who may read it. */
export const searchPolicies: string[] = [
  ...guarded('cases.suspect_name', holds('suspect:identify')),
  ...guarded('cases.victim_name', holds('victim:identify')),
  ...guarded('cases.name_word', `${holds('suspect:identify')} OR ${holds('victim:identify')}`),
  ...guarded('cases.incident_text', holds('narrative:read')),
  // Which offences a case has, of cases that are themselves seen or not.
  ...guarded('cases.case_code', holds('case:read')),
  // A work list is its owner's.
  ...guarded('cases.work_list', `owner = ${ACTOR}`),
];
