import { OffenceFamily } from '@throughline/reference';
import {
  Fact,
  Link,
  Model,
  Value,
  bool,
  date,
  enumeration,
  list,
  must,
  nested,
  oneOf,
  orElse,
  text,
} from '@throughline/subgraph';
import { Case } from '../case/case.model';
import { Suspect } from '../suspect/suspect.model';

export const DecisionKind = enumeration('DecisionKind', 'What kind of decision it is.', {
  EARLY_ADVICE: 'Advice before a charge is in question.',
  CHARGE: 'Whether to charge.',
  REVIEW: 'A review of the case.',
  DISCONTINUANCE: 'Whether to stop.',
  PLEA_ACCEPTED: 'A plea that was accepted.',
  VICTIM_RIGHT_TO_REVIEW: 'A review that the victim asked for.',
});
export type DecisionKind = keyof typeof DecisionKind;

export const CodeTest = enumeration('CodeTest', 'Test of the Code for Crown Prosecutors that was applied.', {
  FULL_CODE: 'Full Code Test.',
  THRESHOLD: 'Threshold Test.',
});
export type CodeTest = keyof typeof CodeTest;

export const DecisionOutcome = enumeration('DecisionOutcome', 'What was decided.', {
  CHARGE: 'To charge.',
  NFA_EVIDENTIAL: 'No further action: the evidence does not suffice.',
  NFA_PUBLIC_INTEREST: 'No further action: not in the public interest.',
  ACTION_PLAN: 'More is to be done first.',
  OUT_OF_COURT: 'To deal with it out of court.',
  CONTINUE: 'To go on.',
  STOP: 'To stop.',
});
export type DecisionOutcome = keyof typeof DecisionOutcome;

export const OrderConsidered = enumeration('OrderConsidered', 'Whether a protective order was considered.', {
  YES: 'It was.',
  NO: 'It was not.',
  NOT_RECORDED: 'Nothing says.',
});
export type OrderConsidered = keyof typeof OrderConsidered;

export const DecidedBy = enumeration('DecidedBy', 'Whose decision it was.', {
  CPS: 'A prosecutor’s.',
  POLICE: 'The police’s.',
});
export type DecidedBy = keyof typeof DecidedBy;

@Value('case:read', 'An offence family that a decision considered.')
export class ConsideredFamily {
  @Fact('case:read', must(oneOf(OffenceFamily)), 'The family.')
  family!: OffenceFamily;

  @Fact('case:read', must(bool), 'Whether it was taken.')
  accepted!: boolean;

  @Fact('narrative:read', text, 'Why it was taken or refused.')
  rationale!: string | null;
}

@Value('case:read', 'A version of guidance that a decision cites.')
export class GuidanceCited {
  @Fact('case:read', must(text), 'Key of the guidance.')
  key!: string;

  @Fact('case:read', must(text), 'Version cited.')
  version!: string;
}

@Model({
  record: 'chargingDecision',
  schema: 'cases',
  table: 'charging_decision',
  scope: 'case:read',
  entity: true,
  description: 'A decision by a prosecutor or the police on a case.',
  indexes: [['caseId', 'decidedOn'], ['suspectId'], ['decidedOn', 'id']],
})
export class ChargingDecision {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'case', () => Case, 'The case.', { required: true })
  caseId!: string;

  @Link('case:read', 'suspect', () => Suspect, 'Whom it is about.', { required: true })
  suspectId!: string;

  @Fact('case:read', must(date), 'Day of the decision.')
  decidedOn!: string;

  @Fact('case:read', must(oneOf(DecisionKind)), 'What kind of decision it is.')
  kind!: DecisionKind;

  @Fact('case:read', oneOf(CodeTest), 'Test of the Code for Crown Prosecutors that was applied.')
  test!: CodeTest | null;

  @Fact('case:read', bool, 'Whether the evidential stage was met.')
  evidentialStageMet!: boolean | null;

  @Fact('case:read', bool, 'Whether the public interest stage was met.')
  publicInterestStageMet!: boolean | null;

  @Fact('case:read', must(oneOf(DecisionOutcome)), 'What was decided.')
  outcome!: DecisionOutcome;

  @Fact('case:read', list(nested(() => ConsideredFamily)), 'Offence families considered.')
  considered!: ConsideredFamily[];

  @Fact('case:read', list(nested(() => GuidanceCited)), 'Guidance cited.')
  guidanceCited!: GuidanceCited[];

  @Fact('narrative:read', text, 'Why it was decided so.')
  rationale!: string | null;

  @Fact('case:read', orElse(oneOf(OrderConsidered), 'NOT_RECORDED'), 'Whether a protective order was considered.')
  orderConsidered!: OrderConsidered;

  @Fact('case:read', must(oneOf(DecidedBy)), 'Whose decision it was.')
  decidedBy!: DecidedBy;
}
