import { Fact, Model, date, list, must, nested, text } from '@throughline/subgraph';
import { PersonName } from '../suspect/person-name';

@Model({
  record: 'victim',
  schema: 'cases',
  table: 'victim',
  scope: 'case:read',
  rows: { person: 'victim' },
  entity: true,
  description: 'A person whom the conduct was aimed at.',
  indexes: [['dateOfBirth']],
})
export class Victim {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('victim:identify', must(list(nested(() => PersonName))), 'Names, legal ones and aliases.')
  names!: PersonName[];

  @Fact('victim:identify', date, 'Date of birth.')
  dateOfBirth!: string | null;

  @Fact('case:read', text, 'Sex, in the source’s words.')
  sex!: string | null;
}
