import {
  Fact,
  Link,
  Model,
  Opens,
  RiskGrade,
  Value,
  describeEnum,
  enumeration,
  hidden,
  list,
  must,
  nested,
  oneOf,
  text,
  time,
  typedReference,
} from '@throughline/subgraph';
import { Field, ID } from 'type-graphql';
import { Case, Suspect, Victim } from '../elsewhere';

export const RiskTrigger = enumeration('RiskTrigger', 'Why the risk was assessed when it was.', {
  INITIAL: 'The first report.',
  BREACH: 'An order was breached.',
  NEW_INCIDENT: 'Something new happened.',
  ORDER: 'An order was made, varied or ended.',
  RELEASE: 'The suspect was, or was about to be, released.',
  REVIEW: 'A review was due.',
  FORUM: 'A multi-agency forum asked for it.',
});
export type RiskTrigger = keyof typeof RiskTrigger;

export enum RiskEvent {
  INCIDENT = 'incident',
  BREACH = 'breach',
  ORDER = 'order',
}
describeEnum('RiskEvent', 'Kinds of record that an assessment can respond to.', RiskEvent, {
  INCIDENT: 'Something that happened.',
  BREACH: 'A contravention of an order.',
  ORDER: 'A protective order.',
});

/** What a computed grade is worth. The method itself: `computedGrade` in `assessment.rules.ts`. */
export const DEMONSTRATION_METHOD =
  'Where it was recorded here rather than supplied, it is computed by this product’s own method for demonstration, never an official one.';

@Value('risk:read', 'An answer given in an assessment.')
export class RiskAnswer {
  @Fact('risk:read', must(text), 'Code of the instrument’s item.')
  item!: string;

  @Fact('risk:read', must(text), 'The answer, as the instrument has it.')
  answer!: string;
}

@Value('risk:read', 'A record that an assessment responds to.')
export class RespondsTo {
  @Fact('risk:read', must(oneOf(RiskEvent)), 'What kind of record it is.')
  type!: RiskEvent;

  @Opens('risk:read')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Model({
  record: 'riskAssessment',
  schema: 'risk_assessments',
  table: 'risk_assessment',
  scope: 'risk:read',
  entity: true,
  description: 'An assessment of the risk that a suspect is to a victim, as made at the time.',
  indexes: [
    ['suspectId', 'assessedAt', 'id'],
    ['victimId', 'assessedAt', 'id'],
    ['caseId', 'assessedAt', 'id'],
    ['assessedAt', 'id'],
    ['grade', 'suspectId', 'assessedAt', 'id'],
    ['instrument', 'instrumentVersion'],
  ],
})
export class RiskAssessment {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('risk:read', 'suspect', () => Suspect, 'Who the risk comes from.', { required: true })
  suspectId!: string;

  @Link('risk:read', 'victim', () => Victim, 'Who is at risk.', { required: true })
  victimId!: string;

  @Link('risk:read', 'case', () => Case, 'The case it was made in.')
  caseId!: string | null;

  @Fact('risk:read', hidden(must(text)), 'Key of the instrument it was made with.')
  instrument!: string;

  @Fact('risk:read', must(text), 'Version of the instrument it was made with.')
  instrumentVersion!: string;

  @Fact('risk:read', must(time('timeKnown')), 'When it was made.')
  assessedAt!: string;
  timeKnown!: boolean;

  @Fact('risk:read', must(oneOf(RiskTrigger)), 'Why it was made then.')
  trigger!: RiskTrigger;

  @Fact('risk:read', list(nested(() => RiskAnswer)), 'The answers given.')
  answers!: RiskAnswer[];

  @Fact('risk:read', must(oneOf(RiskGrade)), 'The grade the assessor settled on.')
  grade!: RiskGrade;

  @Fact('risk:read', oneOf(RiskGrade), `The grade that the answers alone come to. ${DEMONSTRATION_METHOD}`)
  computedGrade!: RiskGrade | null;

  @Fact('risk:read', text, 'Why the assessor departed from the computed grade.')
  overrideReason!: string | null;

  @Fact('risk:read', text, 'In what role the assessor made it.')
  assessorRole!: string | null;

  @Fact(
    'risk:read',
    list(typedReference(Object.values(RiskEvent), () => RespondsTo)),
    'What it was made in response to, where the source says.',
  )
  respondsTo!: RespondsTo[];
}
