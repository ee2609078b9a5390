import {
  type Grant,
  type KeyEnvironment,
  type Principal,
  type Purpose,
  type Scope,
  type WithheldMode,
  beyond,
  grantProblems,
  limitsOf,
} from '@throughline/access';
import { CodedError, type Context, Opens, invalidInput } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { isRange } from './address';
import {
  ApiKey,
  type GrantInput,
  IssueKeyInput,
  IssuedKeyPayload,
  RevokeKeyInput,
  RevokedKeyPayload,
  RotateKeyInput,
} from './key.model';
import type { Issued, Key, NewKey } from './key-store';
import { agencyOf, forcesOf, prefixOf, principalOf, servicesOf } from './me.resolver';

const MAX_DAYS = 365;
const MAX_OVERLAP_HOURS = 720;
const INPUT = { description: 'What is to be done.' };

/** Keys, made, renewed and ended by those who have `key:admin`. */
@Resolver()
export class KeyResolver {
  @Opens('key:admin')
  @Query(() => [ApiKey], { description: 'Every key, the newest first.' })
  async keys(@Ctx() context: Context): Promise<ApiKey[]> {
    return (await servicesOf(context).keys.list()).map(shown);
  }

  @Opens('key:admin')
  @Mutation(() => IssuedKeyPayload, { description: 'Makes a key, and shows its secret this once.' })
  async issueKey(
    @Arg('input', () => IssueKeyInput, INPUT) input: IssueKeyInput,
    @Ctx() context: Context,
  ): Promise<IssuedKeyPayload> {
    const by = principalOf(context);
    return payload(await servicesOf(context).keys.issue(newKeyOf(input, by), by.id, input.requestId));
  }

  @Opens('key:admin')
  @Mutation(() => IssuedKeyPayload, {
    description: 'Gives a key a new secret, shown this once; the one before stays usable for so many hours.',
  })
  async rotateKey(
    @Arg('input', () => RotateKeyInput, INPUT) { id, overlapHours, requestId }: RotateKeyInput,
    @Ctx() context: Context,
  ): Promise<IssuedKeyPayload> {
    if (overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS) {
      throw invalidInput([{ field: 'overlapHours', reason: `must be from 0 to ${MAX_OVERLAP_HOURS}` }]);
    }
    return payload(await servicesOf(context).keys.rotate(id, overlapHours, requestId));
  }

  @Opens('key:admin')
  @Mutation(() => RevokedKeyPayload, { description: 'Ends a key at once, for good.' })
  async revokeKey(
    @Arg('input', () => RevokeKeyInput, INPUT) { id, reason }: RevokeKeyInput,
    @Ctx() context: Context,
  ): Promise<RevokedKeyPayload> {
    if (reason.trim() === '') throw invalidInput([{ field: 'reason', reason: 'must say something' }]);
    return { key: shown(await servicesOf(context).keys.revoke(id, principalOf(context).id, reason)) };
  }
}

/** The key that an input describes. Throws `INVALID_INPUT`, or `FORBIDDEN` where it would open more than its giver holds. */
function newKeyOf(input: IssueKeyInput, giver: Principal): NewKey {
  const grants = input.grants.map(grantOf);
  const problems = [...grantProblems(grants), ...otherProblems(input)];
  if (problems.length > 0) throw invalidInput(problems);
  const more = [
    ...beyond(grants, giver.grants),
    ...(input.purposes as Purpose[])
      .filter((purpose) => !giver.purposes.includes(purpose))
      .map((purpose) => ({ field: 'purposes', reason: `${purpose} is not a purpose of yours` })),
  ];
  if (more.length > 0) {
    throw new CodedError('FORBIDDEN', 'Nobody can give more than they hold.', { fields: more });
  }
  return {
    environment: input.environment.toLowerCase() as KeyEnvironment,
    agency: input.agency.trim(),
    name: input.name.trim(),
    grants,
    purposes: input.purposes as Purpose[],
    ipAllowList: input.ipAllowList ?? null,
    operations: input.operations ?? null,
    onWithheld: input.onWithheld as WithheldMode,
    limits: limitsOf(input.limits ?? {}),
    expiresAt: input.expiresAt,
  };
}

function grantOf({ scopes, forces, areas, cases, suspects, everyRow }: GrantInput): Grant {
  const named = { forces, areas, cases: lowered(cases), suspects: lowered(suspects) };
  const rows = Object.fromEntries(Object.entries(named).filter(([, values]) => values?.length));
  return { scopes: scopes as Scope[], rows: { ...rows, ...(everyRow && { everyRow }) } };
}

const lowered = (ids: string[] | null | undefined) => ids?.map((id) => id.toLowerCase());

function otherProblems({ agency, name, purposes, expiresAt, ipAllowList, limits }: IssueKeyInput) {
  const problems: { field: string; reason: string }[] = [];
  const need = (field: string, isRight: boolean, reason: string) => isRight || problems.push({ field, reason });
  need('agency', agency.trim() !== '', 'must say something');
  need('name', name.trim() !== '', 'must say something');
  need('purposes', purposes.length > 0, 'at least one is needed');
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
  need('expiresAt', days > 0 && days <= MAX_DAYS, `must be in the future, within ${MAX_DAYS} days`);
  for (const range of ipAllowList ?? [])
    need('ipAllowList', isRange(range), `${JSON.stringify(range)} is no address or CIDR range`);
  for (const [field, limit] of Object.entries(limits ?? {})) {
    need(`limits.${field}`, limit === null || limit > 0, 'must be more than 0');
  }
  return problems;
}

function payload({ key, secret }: Issued): IssuedKeyPayload {
  return { key: shown(key), secret };
}

function shown(key: Key): ApiKey {
  return {
    ...key,
    environment: key.environment.toUpperCase(),
    prefix: prefixOf(key.environment, key.id),
    agency: agencyOf(key.agency),
    grants: key.grants.map(({ scopes, rows }) => ({
      scopes: [...scopes],
      forces: forcesOf(rows.forces ?? []),
      areas: [...(rows.areas ?? [])],
      cases: [...(rows.cases ?? [])],
      suspects: [...(rows.suspects ?? [])],
      everyRow: rows.everyRow ?? false,
    })),
  };
}
