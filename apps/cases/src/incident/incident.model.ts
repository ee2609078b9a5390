import { BehaviourCode, DayToDayEffect } from '@throughline/reference';
import { Fact, Link, Model, enumeration, flag, list, must, oneOf, text, time } from '@throughline/subgraph';
import { Case } from '../case/case.model';
import { Suspect } from '../suspect/suspect.model';
import { Victim } from '../victim/victim.model';

export const Channel = enumeration('Channel', 'By what means.', {
  IN_PERSON: 'Face to face or nearby.',
  PHONE: 'By telephone call.',
  TEXT: 'By text or instant message.',
  EMAIL: 'By e-mail.',
  SOCIAL_MEDIA: 'On social media.',
  POST: 'By letter.',
  GIFT: 'By something sent or left.',
  THIRD_PARTY: 'Through somebody else.',
  DEVICE: 'Through a device, such as a tracker or spyware.',
  OTHER: 'By other means.',
});
export type Channel = keyof typeof Channel;

export const AssertionBasis = enumeration('AssertionBasis', 'What a statement is (Data Protection Act 2018 s.38).', {
  FACT: 'A fact.',
  ALLEGATION: 'What somebody alleges.',
  OPINION: 'Somebody’s opinion.',
});
export type AssertionBasis = keyof typeof AssertionBasis;

export const EvidenceStatus = enumeration('EvidenceStatus', 'What is made of the evidence.', {
  ACCEPTED: 'It is accepted.',
  UNVERIFIED: 'It has not been verified.',
  DISPROVED: 'It is disproved: the incident counts for nothing.',
});
export type EvidenceStatus = keyof typeof EvidenceStatus;

@Model({
  record: 'incident',
  schema: 'cases',
  table: 'incident',
  scope: 'case:read',
  entity: true,
  description: 'Something that happened, on one occasion.',
  indexes: [['caseId', 'occurredFrom', 'id'], ['suspectId'], ['victimId']],
})
export class Incident {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'case', () => Case, 'The case it belongs to.', { required: true })
  caseId!: string;

  @Link('case:read', 'suspect', () => Suspect, 'Who is said to have done it.', { required: true })
  suspectId!: string;

  @Link('case:read', 'victim', () => Victim, 'Whom it was aimed at.', { required: true })
  victimId!: string;

  @Fact('case:read', must(time('timeKnown')), 'When it began.')
  occurredFrom!: string;
  timeKnown!: boolean;

  @Fact('case:read', time('occurredToTimeKnown'), 'When it ended.')
  occurredTo!: string | null;
  occurredToTimeKnown!: boolean | null;

  @Fact('case:read', time('reportedTimeKnown'), 'When it was reported.')
  reportedAt!: string | null;
  reportedTimeKnown!: boolean | null;

  @Fact('case:read', must(list(oneOf(BehaviourCode))), 'What was done.')
  behaviours!: BehaviourCode[];

  @Fact('case:read', oneOf(Channel), 'By what means.')
  channel!: Channel | null;

  @Fact('case:read', flag, 'Whether it was done online or by a device: a mode, not an offence of its own.')
  cyber!: boolean;

  @Fact('narrative:read', text, 'What happened, in words.')
  narrative!: string | null;

  @Fact('case:read', must(oneOf(AssertionBasis)), 'What the account is.')
  basis!: AssertionBasis;

  @Fact('case:read', must(oneOf(EvidenceStatus)), 'What is made of the evidence.')
  evidence!: EvidenceStatus;

  @Fact('case:read', flag, 'Whether it made the victim fear violence.')
  fearOfViolence!: boolean;

  @Fact('case:read', flag, 'Whether it caused serious alarm or distress.')
  seriousAlarmOrDistress!: boolean;

  @Fact('case:read', list(oneOf(DayToDayEffect)), 'What it changed in the victim’s usual day-to-day activities.')
  dayToDayEffects!: DayToDayEffect[];
}
