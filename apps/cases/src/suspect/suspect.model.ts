import { Fact, Model, Value, date, list, must, nested, text } from '@throughline/subgraph';
import { PersonName } from './person-name';

@Value('case:read', 'A number or address by which a person is known somewhere.')
export class Identifier {
  @Fact('case:read', must(text), 'What kind of identifier it is.')
  scheme!: string;

  @Fact('case:read', must(text), 'The identifier itself.')
  value!: string;
}

@Model({
  record: 'suspect',
  schema: 'cases',
  table: 'suspect',
  scope: 'case:read',
  rows: { person: 'suspect' },
  entity: true,
  description: 'A person suspected, charged or convicted.',
  indexes: [['dateOfBirth'], ['pncId'], { columns: ['identifiers'], type: 'gin' }],
})
export class Suspect {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('suspect:identify', must(list(nested(() => PersonName))), 'Names, legal ones and aliases.')
  names!: PersonName[];

  @Fact('suspect:identify', date, 'Date of birth.')
  dateOfBirth!: string | null;

  @Fact('case:read', text, 'Sex, in the source’s words.')
  sex!: string | null;

  @Fact('suspect:identify', text, 'Identifier on the Police National Computer.')
  pncId!: string | null;

  @Fact(
    'suspect:identify',
    list(nested(() => Identifier)),
    'Other identifiers: telephone numbers, accounts, local ids.',
  )
  identifiers!: Identifier[];
}
