import { Fact, Model, Value, enumeration, flag, list, must, nested, oneOf, text } from '@throughline/subgraph';

export const RiskGrading = enumeration('RiskGrading', 'How an instrument comes from answers to a grade.', {
  PROFESSIONAL_JUDGEMENT: 'The assessor judges; the answers inform, they are not added up.',
  COUNT: 'By the number of answers that point to risk.',
  WEIGHTED: 'By answers that count for more or less.',
});
export type RiskGrading = keyof typeof RiskGrading;

@Value(
  'risk:read',
  'What an instrument asks about, by its code. The wording belongs to the rights holder and is not kept.',
)
export class RiskInstrumentItem {
  @Fact('risk:read', must(text), 'Its code within the instrument.')
  code!: string;

  @Fact('risk:read', text, 'What part of the risk it is about.')
  domain!: string | null;

  @Fact('risk:read', flag, 'Whether the instrument marks it as pointing to high risk by itself.')
  highRisk!: boolean;
}

@Model({
  record: 'riskInstrument',
  schema: 'risk_assessments',
  table: 'risk_instrument',
  scope: 'risk:read',
  rows: 'register',
  description: 'One version of an instrument by which risk is assessed.',
  indexes: [['key', 'version']],
})
export class RiskInstrument {
  id!: string;
  source!: string;
  ref!: string;

  @Fact('risk:read', must(text), 'The same for all versions of an instrument.')
  key!: string;

  @Fact('risk:read', must(text), 'Which version of the instrument it is.')
  version!: string;

  @Fact('risk:read', must(text), 'What the instrument is called.')
  title!: string;

  @Fact('risk:read', text, 'Who holds the rights in it.')
  rightsHolder!: string | null;

  @Fact('risk:read', text, 'On what terms it may be used.')
  licence!: string | null;

  @Fact('risk:read', must(list(nested(() => RiskInstrumentItem))), 'What it asks about.')
  items!: RiskInstrumentItem[];

  @Fact('risk:read', must(list(text)), 'The answers that can be given.')
  answers!: string[];

  @Fact('risk:read', must(list(text)), 'The grades it can come to, lowest first.')
  grades!: string[];

  @Fact('risk:read', oneOf(RiskGrading), 'How it comes from answers to a grade.')
  grading!: RiskGrading | null;
}
