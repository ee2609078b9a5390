import { Fact, Link, Links, Model, date, enumeration, must, oneOf, text } from '@throughline/subgraph';
import { Case } from '../case/case.model';
import { Breach } from '../elsewhere';
import { Incident } from '../incident/incident.model';
import { offence } from '../offence/offence.model';
import { Suspect } from '../suspect/suspect.model';
import { Victim } from '../victim/victim.model';

export const Verdict = enumeration('Verdict', 'How a charge ended at court.', {
  GUILTY: 'Guilty.',
  NOT_GUILTY: 'Not guilty.',
  GUILTY_OF_ALTERNATIVE: 'Guilty of another, lesser offence.',
  NO_VERDICT: 'No verdict was reached.',
});
export type Verdict = keyof typeof Verdict;

@Model({
  record: 'charge',
  schema: 'cases',
  table: 'charge',
  scope: 'case:read',
  entity: true,
  description: 'An offence that somebody was charged with.',
  indexes: [['caseId'], ['suspectId']],
})
export class Charge {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'case', () => Case, 'The case.', { required: true })
  caseId!: string;

  @Link('case:read', 'suspect', () => Suspect, 'Who was charged.', { required: true })
  suspectId!: string;

  @Link('case:read', 'victim', () => Victim, 'Whom the charge names; without one it covers the case.')
  victimId!: string | null;

  @Fact('case:read', must(offence), 'The offence.')
  offence!: string;

  @Fact('case:read', must(date), 'Day of the charge.')
  chargedOn!: string;

  @Links('case:read', 'incident', () => Incident, 'Incidents it rests on.')
  incidentIds!: string[];

  @Links('case:read', 'breach', () => Breach, 'Breaches it rests on.', { field: 'breaches', elsewhere: true })
  breachIds!: string[];

  @Fact('case:read', text, 'Plea, by its CJS code.')
  plea!: string | null;

  @Fact('case:read', oneOf(Verdict), 'How it ended at court.')
  verdict!: Verdict | null;

  @Fact('case:read', date, 'Day it ended at court.')
  disposedOn!: string | null;
}
