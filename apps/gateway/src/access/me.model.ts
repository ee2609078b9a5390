import { type Limits, limitNames, limits, purposes, scopes } from '@throughline/access';
import { Area, Force, Opens, describeEnum } from '@throughline/subgraph';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

const PRINCIPAL_KINDS = {
  STAFF: 'Somebody who signed in at the identity provider.',
  PARTNER: 'A partner agency, by its API key.',
  SERVICE: 'A service of the product.',
};
export const PrincipalKind = Object.fromEntries(Object.keys(PRINCIPAL_KINDS).map((kind) => [kind, kind]));
describeEnum('PrincipalKind', 'What kind of caller somebody is.', PrincipalKind, PRINCIPAL_KINDS);

const PURPOSES: Record<(typeof purposes)[number], string> = {
  INVESTIGATION: 'Investigating crime.',
  CHARGING: 'Advising on charges and deciding them.',
  SAFEGUARDING: 'Protecting somebody from harm.',
  OFFENDER_MANAGEMENT: 'Managing somebody who was convicted or is bound by an order.',
  VICTIM_SUPPORT: 'Supporting a victim.',
  INSPECTION: 'Inspecting how casework is done.',
  STATISTICS: 'Counting.',
  AUDIT: 'Reviewing who did what.',
  ADMINISTRATION: 'Managing keys and the service.',
};
export const Purpose = Object.fromEntries(purposes.map((purpose) => [purpose, purpose]));
describeEnum('Purpose', 'What a request is for (Data Protection Act 2018 s.62).', Purpose, PURPOSES);

const WITHHELD_MODES = {
  WITHHOLD: 'What may not be seen is null, and the answer says so.',
  REJECT: 'A request for anything that may not be seen is refused whole.',
};
export const WithheldMode = Object.fromEntries(Object.keys(WITHHELD_MODES).map((mode) => [mode, mode]));
describeEnum('WithheldMode', 'What becomes of a request for more than may be seen.', WithheldMode, WITHHELD_MODES);

/** A list of the names of scopes, for descriptions. */
export const SCOPE_NAMES = scopes.join(', ');

@Opens('open')
@ObjectType({ description: 'An organisation.', simpleResolvers: true })
export class Agency {
  @Field(() => String, { description: 'Its code, such as police:06.' })
  code!: string;

  @Field(() => String, { description: 'Its name; the code where no name is known.' })
  name!: string;
}

@Opens('open')
@ObjectType({
  description: 'How much a caller may ask for; null where the service’s own limit holds.',
  simpleResolvers: true,
})
export class CallerLimits implements Limits {
  requestsPerSecond!: number | null;
  costPerMinute!: number | null;
  maxCost!: number | null;
  maxDepth!: number | null;
  maxAliases!: number | null;
  maxTokens!: number | null;
  maxPageSize!: number | null;
  maxResponseBytes!: number | null;
  maxConcurrent!: number | null;
}
for (const name of limitNames) {
  const type = name === 'requestsPerSecond' ? Float : Int;
  Field(() => type, { nullable: true, description: limits[name] })(CallerLimits.prototype, name);
}

@Opens('open')
@ObjectType({ description: 'The key by which a caller came.', simpleResolvers: true })
export class OwnKey {
  @Field(() => ID, { description: 'Its public id.' })
  id!: string;

  @Field(() => String, { description: 'How it begins, as logs and secret scanners show it.' })
  prefix!: string;

  @Field(() => String, { description: 'What its agency calls it.' })
  name!: string;

  @Field(() => String, { description: 'When it ends, as RFC 3339 in UTC.' })
  expiresAt!: string;
}

@Opens('open')
@ObjectType({ description: 'Who asks, and what they may do.', simpleResolvers: true })
export class Me {
  @Field(() => PrincipalKind, { description: 'What kind of caller.' })
  kind!: string;

  @Field(() => String, { description: 'Name of the person or key.' })
  name!: string;

  @Field(() => Agency, { description: 'On whose behalf.' })
  agency!: Agency;

  @Field(() => OwnKey, { nullable: true, description: 'The key, for those who came by one.' })
  key!: OwnKey | null;

  @Field(() => [String], { description: 'Scopes that any grant has; on which rows is a matter of each grant.' })
  scopes!: string[];

  @Field(() => [Purpose], { description: 'What requests may be for.' })
  purposes!: string[];

  @Field(() => [Force], { description: 'Forces that any grant names; none where a grant reaches every row.' })
  forces!: Force[];

  @Field(() => [Area], { description: 'CPS areas that any grant names.' })
  areas!: Area[];

  @Field(() => Boolean, { description: 'Whether a grant reaches every row that is not of a restricted case.' })
  everyRow!: boolean;

  @Field(() => CallerLimits, { description: 'Limits of this caller.' })
  limits!: CallerLimits;

  @Field(() => WithheldMode, { description: 'What becomes of requests for more than may be seen.' })
  withhold!: string;
}
