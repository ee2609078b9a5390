import { Fact, Model, area, date, force, must, text } from '@throughline/subgraph';

@Model({
  record: 'stalkingLead',
  schema: 'inspections',
  table: 'stalking_lead',
  scope: 'inspection:read',
  rows: 'register',
  description: 'Who leads on stalking in a police force or a CPS area, and when.',
  indexes: [['force'], ['area']],
})
export class StalkingLead {
  id!: string;
  source!: string;
  ref!: string;

  @Fact('inspection:read', force, 'The force, unless it is an area’s lead.')
  force!: string | null;

  @Fact('inspection:read', area, 'The CPS area, unless it is a force’s lead.')
  area!: string | null;

  @Fact('inspection:read', must(text), 'The organisation the lead works for.')
  organisation!: string;

  @Fact('inspection:read', must(text), 'The post.')
  role!: string;

  @Fact('inspection:read', text, 'How the lead is reached.')
  contact!: string | null;

  @Fact('inspection:read', must(date), 'First day in the post.')
  from!: string;

  @Fact('inspection:read', date, 'Last day in the post.')
  to!: string | null;
}
