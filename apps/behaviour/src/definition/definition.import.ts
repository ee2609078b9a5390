import { Refusal } from '@throughline/subgraph';
import type { Definition } from './definition.model';

const GRADES = 3;

/** Criteria that can be told apart and can be met, and a term that does not end before it begins. */
export function checkDefinition(row: Record<string, unknown>): void {
  const { criteria, inForceFrom, inForceTo } = row as unknown as Definition;
  criteria.forEach(({ key, measure, atLeast }, c) => {
    if (criteria.findIndex((one) => one.key === key) < c)
      throw new Refusal(`another criterion of the definition has the key ${JSON.stringify(key)}`, `criteria[${c}].key`);
    if (measure === 'RISK_GRADE' && atLeast > GRADES)
      throw new Refusal('is higher than the highest grade: 1 STANDARD, 2 MEDIUM, 3 HIGH', `criteria[${c}].atLeast`);
  });
  if (inForceTo !== null && inForceTo < inForceFrom) throw new Refusal('is before inForceFrom', 'inForceTo');
}
