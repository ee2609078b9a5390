import { Fact, Model, Value, date, enumeration, list, must, nested, oneOf, text } from '@throughline/subgraph';

export const ProtocolTest = enumeration('ProtocolTest', 'What a check of a protocol looks for in a case.', {
  RISK_ASSESSED: 'The risk was assessed.',
  VICTIM_STATEMENT: 'There is a victim personal statement.',
  ORDER_CONSIDERED: 'A protective order was considered.',
  HISTORY_PRESENT: 'Earlier incidents are on the file.',
  LEAD_NAMED: 'There is a stalking lead for the force or the area.',
  NO_INFORMATION_NOTICE: 'No police information notice was used.',
  EARLY_ADVICE_ANSWERED: 'Early advice that was asked for was given.',
  ACTION_PLAN_DONE: 'The action plan was carried out.',
  BREACHES_REFERRED: 'Breaches were referred to a prosecutor.',
});
export type ProtocolTest = keyof typeof ProtocolTest;

@Value('inspection:read', 'One check of a protocol.')
export class ProtocolCheck {
  @Fact('inspection:read', must(text), 'Its key within the protocol.')
  key!: string;

  @Fact('inspection:read', must(text), 'What the protocol asks for.')
  text!: string;

  @Fact('inspection:read', must(oneOf(ProtocolTest)), 'What is looked for in a case.')
  test!: ProtocolTest;
}

@Model({
  record: 'protocol',
  schema: 'inspections',
  table: 'protocol',
  scope: 'inspection:read',
  rows: 'register',
  description: 'One version of a protocol between police and prosecutors, as checks on a case.',
  indexes: [['key', 'inForceFrom']],
})
export class Protocol {
  id!: string;
  source!: string;
  ref!: string;

  @Fact('inspection:read', must(text), 'The same for all versions of a protocol.')
  key!: string;

  @Fact('inspection:read', must(text), 'Which version of the protocol it is.')
  version!: string;

  @Fact('inspection:read', must(text), 'Title of the protocol.')
  title!: string;

  @Fact('inspection:read', must(text), 'Who publishes it.')
  publisher!: string;

  @Fact('inspection:read', must(date), 'First day in force.')
  inForceFrom!: string;

  @Fact('inspection:read', date, 'Last day in force, where the source gives one.')
  inForceTo!: string | null;

  @Fact('inspection:read', must(list(nested(() => ProtocolCheck))), 'Its checks.')
  checks!: ProtocolCheck[];
}
