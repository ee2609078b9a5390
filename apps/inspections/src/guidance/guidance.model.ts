import { OffenceFamily, OrderKind, offenceFamilyTitles, orderKindTitles } from '@throughline/reference';
import {
  Fact,
  GraphQLDate,
  Model,
  Opens,
  date,
  describeEnum,
  enumeration,
  list,
  must,
  oneOf,
  orElse,
  text,
} from '@throughline/subgraph';
import { Field } from 'type-graphql';

export const DatePrecision = enumeration('DatePrecision', 'How precisely a start is known.', {
  DAY: 'To the day.',
  MONTH: 'To the month: it was some day in it.',
});
export type DatePrecision = keyof typeof DatePrecision;

export const GuidanceTopic = {
  CHARGING: 'CHARGING',
  RECORDING: 'RECORDING',
  ...OffenceFamily,
  ...OrderKind,
} as const;
export type GuidanceTopic = keyof typeof GuidanceTopic;
describeEnum('GuidanceTopic', 'What guidance is about: a task, an offence family or a kind of order.', GuidanceTopic, {
  CHARGING: 'Charging decisions, whatever the offence.',
  RECORDING: 'How crimes are recorded and counted.',
  ...offenceFamilyTitles,
  ...orderKindTitles,
});

@Model({
  record: 'guidance',
  schema: 'inspections',
  table: 'guidance',
  scope: 'inspection:read',
  rows: 'register',
  description: 'One version of a guidance document, so that a decision is judged by what was in force on its day.',
  indexes: [['key', 'inForceFrom']],
})
export class Guidance {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('inspection:read', must(text), 'The same for all versions of a document.')
  key!: string;

  @Fact('inspection:read', must(text), 'Which version of the document it is.')
  version!: string;

  @Fact('inspection:read', must(text), 'Title of the document.')
  title!: string;

  @Fact('inspection:read', must(text), 'Who publishes it.')
  publisher!: string;

  @Fact('inspection:read', must(date), 'First day in force; where only the month is known, a day of that month.')
  inForceFrom!: string;

  @Fact('inspection:read', date, 'Last day in force, where the source gives one.')
  inForceTo!: string | null;

  @Fact('inspection:read', orElse(oneOf(DatePrecision), 'DAY'), 'How precisely the first day is known.')
  datePrecision!: DatePrecision;

  @Fact('inspection:read', list(oneOf(GuidanceTopic)), 'What it is about; where there is none, everything.')
  topics!: GuidanceTopic[];

  @Opens('inspection:read')
  @Field(() => GraphQLDate, {
    nullable: true,
    description:
      'Last day on which it can have been in force: `inForceTo`, else the day before the next version, else null. Where only the month of the next version is known, the end of that month.',
  })
  inForceUntil!: string | null;
}
