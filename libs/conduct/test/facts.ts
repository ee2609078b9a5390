import type { ChargeFact, ExaminationFact, OrderEventKind, SuspectFacts } from '../src/facts';
import { someFacts } from '../src/example';
import { profile } from '../src/profile';
import type { Flag, RuleId } from '../src/rule';

export * from '../src/example';

export const refused = (family: ChargeFact['family'], reasoned = true) => ({ family, accepted: false, reasoned });

export const anEvent = (kind: OrderEventKind, on: string) => ({ id: `${kind}-${on}`, kind, on });

export const anExamination = (id: string, examinedOn: string, version: string): ExaminationFact => ({
  id,
  caseId: 'C',
  examinedOn,
  guidance: [{ key: 'k', version }],
});

/** The flags of one rule, as at noon of a day or at a moment. */
export function flagsOf(rule: RuleId, given: Partial<SuspectFacts>, asAt: string): Flag[] {
  const at = asAt.length === 10 ? `${asAt}T12:00:00Z` : asAt;
  return profile(someFacts(given), at).flags.filter((flag) => flag.rule === rule);
}
