import { Fact, Link, Model, Refusal, date, force, list, must, text, textOrBlank } from '@throughline/subgraph';
import { Case } from '../case/case.model';
import { homeOfficeOffence } from '../offence/offence.model';

@Model({
  record: 'recordedCrime',
  schema: 'cases',
  table: 'recorded_crime',
  scope: 'case:read',
  entity: true,
  description: 'A crime as the police recorded it.',
  indexes: [['caseId'], ['recordedOn', 'id']],
})
export class RecordedCrime {
  id!: string;
  source!: string;
  ref!: string;

  @Fact('case:read', must(text), 'Police crime reference.')
  reference!: string;

  @Fact('case:read', must(force), 'The force that recorded it.')
  force!: string;

  @Fact('case:read', must(date), 'Day it was recorded.')
  recordedOn!: string;

  @Fact('case:read', homeOfficeOffence, 'The main offence recorded.')
  principalOffence!: string | null;

  @Fact('case:read', textOrBlank, 'Category of crime as published by police.uk, from sources that give no code.')
  crimeType!: string | null;

  @Fact('case:read', list(homeOfficeOffence), 'Offences recorded with it that are not the main one.')
  includedClassifications!: string[];

  @Link('case:read', 'case', () => Case, 'The case it belongs to.')
  caseId!: string | null;

  @Fact('case:read', text, 'Home Office outcome code.')
  outcomeCode!: string | null;

  @Fact('case:read', text, 'The outcome in the source’s words.')
  outcome!: string | null;

  @Fact('case:read', date, 'Day of the outcome.')
  outcomeOn!: string | null;
}

/** A crime says what it was, by a code or, where the source has none, by a category, which may be blank. */
export function checkRecordedCrime({ principalOffence, crimeType }: Record<string, unknown>): void {
  if (principalOffence === null && crimeType === null) {
    throw new Refusal('is required where there is no crimeType', 'principalOffence');
  }
}
