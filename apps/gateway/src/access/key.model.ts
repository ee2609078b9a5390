import { type Limits, limitNames, limits } from '@throughline/access';
import { Force, GraphQLDateTime, Opens, describeEnum } from '@throughline/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Agency, CallerLimits, Purpose, SCOPE_NAMES, WithheldMode } from './me.model';

const ENVIRONMENTS = { LIVE: 'For live data.', TEST: 'For a service with test data, and never for live data.' };
export const KeyEnvironment = Object.fromEntries(Object.keys(ENVIRONMENTS).map((name) => [name, name]));
describeEnum('KeyEnvironment', 'What kind of data a key is for.', KeyEnvironment, ENVIRONMENTS);

@Opens('key:admin')
@ObjectType({ description: 'These fields on these rows.', simpleResolvers: true })
export class KeyGrant {
  @Field(() => [String], { description: 'Scopes.' })
  scopes!: string[];

  @Field(() => [Force], { description: 'Rows of these forces.' })
  forces!: Force[];

  @Field(() => [String], { description: 'Rows of these CPS areas, by code.' })
  areas!: string[];

  @Field(() => [ID], { description: 'Rows of these cases, restricted ones too.' })
  cases!: string[];

  @Field(() => [ID], { description: 'Rows about these suspects.' })
  suspects!: string[];

  @Field(() => Boolean, { description: 'All rows but those of restricted cases.' })
  everyRow!: boolean;
}

@Opens('key:admin')
@ObjectType('ApiKey', {
  description: 'An API key without its secret, which is shown once and never stored.',
  simpleResolvers: true,
})
export class ApiKey {
  @Field(() => ID, { description: 'Its public id; rotation keeps it.' })
  id!: string;

  @Field(() => String, { description: 'How it begins, as logs and secret scanners show it.' })
  prefix!: string;

  @Field(() => KeyEnvironment, { description: 'What kind of data it is for.' })
  environment!: string;

  @Field(() => Agency, { description: 'Whose it is.' })
  agency!: Agency;

  @Field(() => String, { description: 'What its agency calls it.' })
  name!: string;

  @Field(() => [KeyGrant], { description: 'What it opens.' })
  grants!: KeyGrant[];

  @Field(() => [Purpose], { description: 'What its requests may be for.' })
  purposes!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Addresses and ranges (CIDR) it may be used from; null for any.',
  })
  ipAllowList!: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Names of the stored operations it is confined to; null for none.',
  })
  operations!: string[] | null;

  @Field(() => WithheldMode, { description: 'What becomes of requests for more than may be seen.' })
  onWithheld!: string;

  @Field(() => CallerLimits, { description: 'Its own limits.' })
  limits!: CallerLimits;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  expiresAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the secret before the last rotation can be used; null where it no longer can.',
  })
  previousUsableUntil!: string | null;
}

@Opens('key:admin')
@ObjectType({ description: 'A key that was made or renewed.', simpleResolvers: true })
export class IssuedKeyPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret, this once; null where the request was sent before.',
  })
  secret!: string | null;

  @Field(() => ApiKey, { description: 'The key.' })
  key!: ApiKey;
}

@Opens('key:admin')
@ObjectType({ description: 'A key that was revoked.', simpleResolvers: true })
export class RevokedKeyPayload {
  @Field(() => ApiKey, { description: 'The key.' })
  key!: ApiKey;
}

@InputType({
  description:
    'One grant: these fields on these rows. No row selector: no row. `everyRow` reaches all but restricted cases, which `cases` must name.',
})
export class GrantInput {
  @Field(() => [String], { description: `Scopes: ${SCOPE_NAMES}.` })
  scopes!: string[];

  @Field(() => [String], { nullable: true, description: 'Two-digit CJS codes of forces.' })
  forces?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of CPS areas.' })
  areas?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of cases.' })
  cases?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of suspects.' })
  suspects?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'All rows but those of restricted cases.' })
  everyRow?: boolean | null;
}

@InputType({ description: 'Limits of a key, below those of the service.' })
export class LimitsInput implements Partial<Limits> {
  requestsPerSecond?: number | null;
  costPerMinute?: number | null;
  maxCost?: number | null;
  maxDepth?: number | null;
  maxAliases?: number | null;
  maxTokens?: number | null;
  maxPageSize?: number | null;
  maxResponseBytes?: number | null;
  maxConcurrent?: number | null;
}
for (const name of limitNames) {
  Field(() => Int, { nullable: true, description: limits[name] })(LimitsInput.prototype, name);
}

@InputType({ description: 'A key to be made.' })
export class IssueKeyInput {
  @Field(() => ID, { description: 'Chosen by the caller; sent again, it makes no other key and shows no secret.' })
  requestId!: string;

  @Field(() => String, { description: 'Whose key it is, such as police:06.' })
  agency!: string;

  @Field(() => String, { description: 'What its agency calls it.' })
  name!: string;

  @Field(() => KeyEnvironment, { nullable: true, defaultValue: 'LIVE', description: 'What kind of data it is for.' })
  environment!: string;

  @Field(() => [GrantInput], { description: 'What it opens: no more than you may see yourself.' })
  grants!: GrantInput[];

  @Field(() => [Purpose], { description: 'What its requests may be for.' })
  purposes!: string[];

  @Field(() => GraphQLDateTime, { description: 'When it ends: within a year.' })
  expiresAt!: string;

  @Field(() => [String], { nullable: true, description: 'Addresses and ranges (CIDR) it may be used from.' })
  ipAllowList?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Names of the stored operations it is confined to.' })
  operations?: string[] | null;

  @Field(() => WithheldMode, {
    nullable: true,
    defaultValue: 'WITHHOLD',
    description: 'What becomes of requests for more.',
  })
  onWithheld!: string;

  @Field(() => LimitsInput, { nullable: true, description: 'Its own limits.' })
  limits?: LimitsInput | null;
}

@InputType({ description: 'A key to be given a new secret.' })
export class RotateKeyInput {
  @Field(() => ID, { description: 'Chosen by the caller; sent again, it rotates nothing and shows no secret.' })
  requestId!: string;

  @Field(() => ID, { description: 'Public id of the key.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 24,
    description: 'Hours for which the secret before it stays usable, to 720.',
  })
  overlapHours!: number;
}

@InputType({ description: 'A key to be ended at once.' })
export class RevokeKeyInput {
  @Field(() => ID, { description: 'Chosen by the caller.' })
  requestId!: string;

  @Field(() => ID, { description: 'Public id of the key.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
