import { ModeOfTrial, OffenceFamily } from '@throughline/reference';
import { GraphQLDate, Opens, code, describeEnum } from '@throughline/subgraph';
import { Field, ObjectType } from 'type-graphql';

describeEnum('ModeOfTrial', 'In which court an offence can be tried.', ModeOfTrial, {
  SUMMARY_ONLY: 'In the magistrates’ court only.',
  EITHER_WAY: 'In the magistrates’ court or the Crown Court.',
  INDICTABLE_ONLY: 'In the Crown Court only.',
  CIVIL: 'A civil proceeding.',
});

@Opens('open')
@ObjectType({ description: 'An offence as charged, by its CJS code.', simpleResolvers: true })
export class Offence {
  @Field(() => String, { description: 'CJS offence code.' })
  cjsCode!: string;

  @Field(() => OffenceFamily, {
    description: 'Family: what offences are compared by, whatever their code at the time.',
  })
  family!: OffenceFamily;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'The provision that creates it.' })
  statute!: string;

  @Field(() => ModeOfTrial, { nullable: true, description: 'In which court it can be tried.' })
  modeOfTrial!: ModeOfTrial | null;

  @Field(() => String, {
    nullable: true,
    description: 'The longest sentence it can bring, in words; null where unknown.',
  })
  maximumSentence!: string | null;

  @Field(() => Boolean, { description: 'Whether the maximum was confirmed against a source.' })
  maximumVerified!: boolean;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day on which the code could be charged.' })
  validFrom!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day on which the code could be charged.' })
  validTo!: string | null;

  @Field(() => Boolean, { description: 'Whether the validity was confirmed against a source.' })
  validityVerified!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the racially or religiously aggravated form.' })
  aggravated!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the attempt.' })
  attempt!: boolean;

  @Field(() => [String], { description: 'Home Office codes with a matching title; the pairing is unverified.' })
  homeOfficeCodes!: readonly string[];

  @Field(() => String, { description: 'Where the entry comes from.' })
  source!: string;

  @Field(() => Boolean, { description: 'Whether the entry was confirmed against its source.' })
  verified!: boolean;
}

@Opens('open')
@ObjectType({ description: 'A class of offence as recorded, by its Home Office code.', simpleResolvers: true })
export class HomeOfficeOffence {
  @Field(() => String, { description: 'Home Office offence code, such as 8/65.' })
  homeOfficeCode!: string;

  @Field(() => OffenceFamily, { description: 'Family it belongs to.' })
  family!: OffenceFamily;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Where the entry comes from.' })
  source!: string;

  @Field(() => Boolean, { description: 'Whether the entry was confirmed against its source.' })
  verified!: boolean;
}

/** The offence with a CJS code. */
export const offence = code('offence', () => Offence);

/** The class of offence with a Home Office code. */
export const homeOfficeOffence = code(
  'homeOfficeCode',
  () => HomeOfficeOffence,
  (entry) => ({
    ...entry,
    homeOfficeCode: entry.code,
  }),
);
