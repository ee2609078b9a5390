import { Fact, Link, Model, date, enumeration, must, oneOf, text } from '@throughline/subgraph';
import { Case, Suspect, Victim } from '../elsewhere';

export const Forum = enumeration('Forum', 'Where agencies meet about a risk.', {
  MARAC: 'Multi-agency risk assessment conference, for victims of domestic abuse at high risk.',
  MAPPA: 'Multi-agency public protection arrangements, for offenders.',
  MATAC: 'Multi-agency tasking and co-ordination, for serial domestic abusers.',
  STAC: 'Stalking threat assessment centre.',
  FTAC: 'Fixated threat assessment centre.',
  OTHER: 'Another forum.',
});
export type Forum = keyof typeof Forum;

@Model({
  record: 'referral',
  schema: 'risk_assessments',
  table: 'referral',
  scope: 'risk:read',
  description: 'A matter laid before a multi-agency forum.',
  indexes: [['suspectId'], ['victimId'], ['caseId'], ['referredOn', 'id']],
})
export class Referral {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('risk:read', must(oneOf(Forum)), 'The forum.')
  forum!: Forum;

  @Link('risk:read', 'suspect', () => Suspect, 'Who the risk comes from.')
  suspectId!: string | null;

  @Link('risk:read', 'victim', () => Victim, 'Who is at risk.')
  victimId!: string | null;

  @Link('risk:read', 'case', () => Case, 'The case it came from.')
  caseId!: string | null;

  @Fact('risk:read', must(date), 'Day it was referred.')
  referredOn!: string;

  @Fact('narrative:read', text, 'Why it was referred.')
  reason!: string | null;

  @Fact('risk:read', date, 'Day the forum heard it.')
  heardOn!: string | null;

  @Fact('risk:read', text, 'What the forum settled on.')
  outcome!: string | null;
}
