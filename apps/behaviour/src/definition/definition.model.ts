import { OffenceFamily } from '@throughline/reference';
import { Fact, Model, Value, date, enumeration, integer, list, must, nested, oneOf, text } from '@throughline/subgraph';

export const CriteriaCombination = enumeration('CriteriaCombination', 'How the criteria of a definition combine.', {
  ALL: 'All of them must hold.',
  ANY: 'One of them is enough.',
});
export type CriteriaCombination = keyof typeof CriteriaCombination;

export const CriterionMeasure = enumeration('CriterionMeasure', 'What a criterion measures about a suspect.', {
  VICTIMS: 'Number of victims.',
  FORCES: 'Number of police forces that dealt with the conduct.',
  BREACHES: 'Number of breaches of orders.',
  OCCASIONS: 'Number of occasions of the conduct.',
  CONVICTIONS: 'Number of convictions.',
  CHARGES: 'Number of charges.',
  RISK_GRADE: 'The current grade of risk, by its position: 1 standard, 2 medium, 3 high.',
});
export type CriterionMeasure = keyof typeof CriterionMeasure;

@Value('behaviour:read', 'One criterion of a definition.')
export class DefinitionCriterion {
  @Fact('behaviour:read', must(text), 'Its key within the definition.')
  key!: string;

  @Fact('behaviour:read', must(oneOf(CriterionMeasure)), 'What it measures.')
  measure!: CriterionMeasure;

  @Fact('behaviour:read', list(oneOf(OffenceFamily)), 'Only what is of these families counts; all where there is none.')
  families!: OffenceFamily[];

  @Fact(
    'behaviour:read',
    must(integer(1)),
    'How much it takes. For a grade of risk its position, from 1 for the lowest, standard.',
  )
  atLeast!: number;

  @Fact('behaviour:read', integer(1), 'Only what lies within so many months counts; all time where not given.')
  withinMonths!: number | null;
}

@Model({
  record: 'definition',
  schema: 'behaviour',
  table: 'definition',
  scope: 'behaviour:read',
  rows: 'register',
  description:
    'One version of a definition, such as of a high-harm, high-risk repeat offender, that is evaluated on suspects. None is built in.',
  indexes: [['key', 'inForceFrom']],
})
export class Definition {
  id!: string;
  source!: string;
  ref!: string;

  @Fact('behaviour:read', must(text), 'The same for all versions of a definition.')
  key!: string;

  @Fact('behaviour:read', must(text), 'Which version of the definition it is.')
  version!: string;

  @Fact('behaviour:read', must(text), 'What it defines.')
  title!: string;

  @Fact('behaviour:read', must(text), 'Who publishes it.')
  publisher!: string;

  @Fact('behaviour:read', must(date), 'First day in force.')
  inForceFrom!: string;

  @Fact('behaviour:read', date, 'Last day in force, where the source gives one.')
  inForceTo!: string | null;

  @Fact('behaviour:read', must(oneOf(CriteriaCombination)), 'How its criteria combine.')
  combine!: CriteriaCombination;

  @Fact('behaviour:read', must(list(nested(() => DefinitionCriterion))), 'Its criteria.')
  criteria!: DefinitionCriterion[];
}
