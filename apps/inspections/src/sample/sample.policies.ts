import { matchingInCaseSql, reachedSql, type Scope, sealedSql } from '@throughline/access';

const held = (scope: Scope) => `(SELECT row_rules.having('${scope}')) <> 0`;
const SERVICE = '(SELECT row_rules.is_service())';

/** SQL that is true where a scope is open on the case that a row names. */
export const reachesCase = (scope: Scope, caseId: string) =>
  `(${SERVICE} OR ${reachedSql(scope, matchingInCaseSql({ caseId }), sealedSql(caseId))})`;

/** Read by one scope and written by another; nothing is ever deleted. */
function policies(table: string, reached: (scope: Scope) => string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY seen ON ${table} FOR SELECT USING (${reached('inspection:read')})`,
    `CREATE POLICY added ON ${table} FOR INSERT WITH CHECK (${reached('inspection:write')})`,
    `CREATE POLICY changed ON ${table} FOR UPDATE USING (${reached('inspection:write')}) WITH CHECK (${reached('inspection:write')})`,
  ];
}

/** Who may see what of samples: how one was drawn, whoever reads inspections; a file of it, who may see its case. */
export const samplePolicies: string[] = [
  ...policies('inspections.sample', held),
  ...policies('inspections.sample_stratum', held),
  ...policies('inspections.sample_file', (scope) => reachesCase(scope, 'case_id')),
  ...policies('inspections.conflict_of_interest', (scope) => reachesCase(scope, 'case_id')),
];
