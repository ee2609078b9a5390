import {
  Fact,
  Model,
  Value,
  date,
  enumeration,
  list,
  must,
  mustBeGiven,
  nested,
  oneOf,
  text,
} from '@throughline/subgraph';

export const RecommendationStatus = enumeration(
  'RecommendationStatus',
  'What its owner has made of a recommendation.',
  {
    ACCEPTED: 'Accepted; work has not begun.',
    IN_PROGRESS: 'Being worked on.',
    COMPLETE: 'Done.',
    REJECTED: 'Not accepted.',
    SUPERSEDED: 'Overtaken by another, or by events.',
  },
);
export type RecommendationStatus = keyof typeof RecommendationStatus;

@Value('inspection:read', 'What became of a recommendation on a day.')
export class RecommendationUpdate {
  @Fact('inspection:read', must(date), 'The day.')
  on!: string;

  @Fact('inspection:read', must(oneOf(RecommendationStatus)), 'Where it stood from then on.')
  status!: RecommendationStatus;

  @Fact('inspection:read', text, 'What its owner or the inspectorate says of it.')
  note!: string | null;
}

@Model({
  record: 'recommendation',
  schema: 'inspections',
  table: 'recommendation',
  scope: 'inspection:read',
  rows: 'register',
  description: 'Something that a report asks somebody to do.',
  historyField: 'recordHistory',
  indexes: [['report'], ['owner'], ['dueOn']],
})
export class Recommendation {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('inspection:read', must(text), 'The report that makes it.')
  report!: string;

  @Fact('inspection:read', must(text), 'Its number in the report, as printed there.')
  number!: string;

  @Fact('inspection:read', must(text), 'What is asked.')
  text!: string;

  @Fact('inspection:read', must(text), 'Whom it is addressed to.')
  owner!: string;

  @Fact('inspection:read', date, 'Day it is due.')
  dueOn!: string | null;

  @Fact(
    'inspection:read',
    mustBeGiven(list(nested(() => RecommendationUpdate))),
    'What became of it, as the source lists it.',
  )
  history!: RecommendationUpdate[];

  @Fact('inspection:read', list(text), 'What it is about.')
  topics!: string[];
}
