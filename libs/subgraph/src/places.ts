import {
  BehaviourCode,
  DayToDayEffect,
  OffenceFamily,
  behaviourTitles,
  dayToDayEffectTitles,
  offenceFamilyTitles,
} from '@throughline/reference';
import { Directive, Field, ObjectType } from 'type-graphql';
import { describeEnum } from './enumeration';
import { code } from './kinds';
import { Opens } from './model';

/** A police force of England and Wales, or one without a territory. */
@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A police force.', simpleResolvers: true })
export class Force {
  @Field(() => String, { description: 'Two-digit CJS code, such as 06.' })
  code!: string;

  @Field(() => String, { description: 'Name of the force.' })
  name!: string;
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'An area of the Crown Prosecution Service.', simpleResolvers: true })
export class Area {
  @Field(() => String, { description: 'Code of the area, such as NORTH_WEST.' })
  code!: string;

  @Field(() => String, { description: 'Name of the area.' })
  name!: string;
}

/** The force with a CJS code. */
export const force = code('force', () => Force);

/** The CPS area with a code. */
export const area = code('area', () => Area);

describeEnum(
  'OffenceFamily',
  'What offences are compared by: the codes of one family change over the years, the family does not.',
  OffenceFamily,
  offenceFamilyTitles,
);

describeEnum('BehaviourCode', 'What somebody did.', BehaviourCode, behaviourTitles);
describeEnum(
  'DayToDayEffect',
  'What the conduct changed in the victim’s usual day-to-day activities.',
  DayToDayEffect,
  dayToDayEffectTitles,
);
