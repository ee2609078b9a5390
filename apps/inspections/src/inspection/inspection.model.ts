import { Fact, Model, Value, date, enumeration, list, must, nested, oneOf, text } from '@throughline/subgraph';

export const QuestionKind = enumeration('QuestionKind', 'How a question of an inspection is answered.', {
  RATING: 'By how far a standard was met.',
  YES_NO: 'By yes or no.',
  FAMILY: 'By an offence family.',
});
export type QuestionKind = keyof typeof QuestionKind;

@Value('inspection:read', 'A question asked of every file.')
export class InspectionQuestion {
  @Fact('inspection:read', must(text), 'Its key, which nothing else of its kind in the inspection has.')
  key!: string;

  @Fact('inspection:read', must(text), 'The question.')
  text!: string;

  @Fact('inspection:read', must(oneOf(QuestionKind)), 'How it is answered.')
  kind!: QuestionKind;
}

@Value('inspection:read', 'Questions of an inspection that belong together.')
export class InspectionTheme {
  @Fact('inspection:read', must(text), 'Its key, which nothing else of its kind in the inspection has.')
  key!: string;

  @Fact('inspection:read', must(text), 'What it is about.')
  title!: string;

  @Fact('inspection:read', must(list(nested(() => InspectionQuestion))), 'Its questions, in order.')
  questions!: InspectionQuestion[];
}

@Model({
  record: 'inspection',
  schema: 'inspections',
  table: 'inspection',
  scope: 'inspection:read',
  rows: 'register',
  entity: true,
  description: 'An inspection of casework: the same questions asked of many files.',
  indexes: [['openedOn', 'id']],
})
export class Inspection {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('inspection:read', must(text), 'What it is called.')
  title!: string;

  @Fact('inspection:read', must(text), 'The inspectorate.')
  body!: string;

  @Fact('inspection:read', must(date), 'Day it was opened.')
  openedOn!: string;

  @Fact('inspection:read', must(list(nested(() => InspectionTheme))), 'What it asks, in order.')
  themes!: InspectionTheme[];
}
