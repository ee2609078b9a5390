import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ask, findDoor } from './door';

const PURPOSE = 'ADMINISTRATION';
const KEY =
  'id prefix environment name agency { code } grants { scopes everyRow forces { code } areas cases suspects } purposes expiresAt revokedAt lastUsedAt previousUsableUntil';

interface ApiKey {
  id: string;
  prefix: string;
  name: string;
  agency: { code: string };
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  previousUsableUntil: string | null;
}

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;
const LIMIT_OPTIONS = {
  'requests-per-second': one,
  'cost-per-minute': one,
  'max-cost': one,
  'max-depth': one,
  'max-aliases': one,
  'max-tokens': one,
  'max-page-size': one,
  'max-response-bytes': one,
  'max-concurrent': one,
} as const;
const LIMITS = Object.keys(LIMIT_OPTIONS) as (keyof typeof LIMIT_OPTIONS)[];
const camelCase = (option: string) => option.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const OPTIONS = {
  ...LIMIT_OPTIONS,
  agency: one,
  name: one,
  environment: one,
  scope: many,
  force: many,
  area: many,
  case: many,
  suspect: many,
  'every-row': { type: 'boolean', default: false },
  purpose: many,
  expires: one,
  ip: many,
  operation: many,
  'on-withheld': one,
  'overlap-hours': one,
  reason: one,
  variables: one,
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];

/** `throughline keys`: exit code 0 where it was done; what cannot be done throws. */
export async function runKeys([action, ...args]: string[]): Promise<number> {
  const { values, positionals } = read(args);
  const text = await perform(action, values, positionals);
  process.stdout.write(`${text}\n`);
  return 0;
}

function read(args: string[]) {
  return parseArgs({ args: repeated(args), allowPositionals: true, options: OPTIONS });
}

/** Options that take several values take them one after another, or separated by commas, as well as by repetition. */
function repeated(args: string[]): string[] {
  let option: string | undefined;
  return args.flatMap((arg) => {
    if (arg.startsWith('--')) {
      const [name, value] = arg.split('=', 2) as [string, string?];
      option = isMany(name) ? name : undefined;
      if (!option) return [arg];
      return value === undefined ? [] : valuesOf(option, value);
    }
    return option ? valuesOf(option, arg) : [arg];
  });
}

const valuesOf = (option: string, text: string) => text.split(',').flatMap((value) => [option, value]);
const isMany = (option: string) => {
  const known = (OPTIONS as Record<string, { multiple?: boolean }>)[option.slice(2)];
  return known?.multiple === true;
};

async function perform(action: string | undefined, values: Values, positionals: string[]): Promise<string> {
  switch (action) {
    case 'issue':
      return issue(values);
    case 'list':
      return list(values.json);
    case 'rotate':
      return rotate(only(positionals, 'the id of the key'), values);
    case 'revoke':
      return revoke(only(positionals, 'the id of the key'), values);
    case 'explain':
      return explain(positionals, values);
    default:
      throw new Error(`keys takes issue, list, rotate, revoke or explain, not ${action ?? 'nothing'}`);
  }
}

/** Prints the secret, which nobody can be told again. */
async function issue(values: Values): Promise<string> {
  const input = {
    requestId: randomUUID(),
    agency: needed(values.agency, '--agency'),
    name: needed(values.name, '--name'),
    ...(values.environment && { environment: values.environment.toUpperCase() }),
    grants: [
      {
        scopes: needed(values.scope, '--scope'),
        forces: values.force,
        areas: values.area,
        cases: values.case,
        suspects: values.suspect,
        everyRow: values['every-row'],
      },
    ],
    purposes: needed(values.purpose, '--purpose'),
    expiresAt: moment(needed(values.expires, '--expires')),
    ipAllowList: values.ip,
    operations: values.operation,
    ...(values['on-withheld'] && { onWithheld: values['on-withheld'].toUpperCase() }),
    limits: Object.fromEntries(LIMITS.map((name) => [camelCase(name), number(values[name], `--${name}`)])),
  };
  const { issueKey } = await ask<{ issueKey: { secret: string; key: ApiKey } }>(
    findDoor(),
    PURPOSE,
    `mutation ($input: IssueKeyInput!) { issueKey(input: $input) { secret key { ${KEY} } } }`,
    { input },
  );
  return values.json ? JSON.stringify(issueKey) : issueKey.secret;
}

async function list(asJson: boolean): Promise<string> {
  const { keys } = await ask<{ keys: ApiKey[] }>(findDoor(), PURPOSE, `{ keys { ${KEY} } }`);
  if (asJson) return JSON.stringify(keys);
  return keys.map((key) => [key.id, key.agency.code, key.name, stateOf(key)].join('\t')).join('\n');
}

function stateOf({ revokedAt, expiresAt, lastUsedAt }: ApiKey): string {
  if (revokedAt) return `revoked ${revokedAt}`;
  const use = lastUsedAt ? `last used ${lastUsedAt}` : 'never used';
  return `${Date.parse(expiresAt) < Date.now() ? 'expired' : 'expires'} ${expiresAt}, ${use}`;
}

async function rotate(id: string, values: Values): Promise<string> {
  const overlapHours = number(values['overlap-hours'], '--overlap-hours');
  const { rotateKey } = await ask<{ rotateKey: { secret: string; key: ApiKey } }>(
    findDoor(),
    PURPOSE,
    `mutation ($input: RotateKeyInput!) { rotateKey(input: $input) { secret key { ${KEY} } } }`,
    { input: { requestId: randomUUID(), id, ...(overlapHours !== undefined && { overlapHours }) } },
  );
  return values.json ? JSON.stringify(rotateKey) : rotateKey.secret;
}

async function revoke(id: string, values: Values): Promise<string> {
  const { revokeKey } = await ask<{ revokeKey: { key: ApiKey } }>(
    findDoor(),
    PURPOSE,
    `mutation ($input: RevokeKeyInput!) { revokeKey(input: $input) { key { ${KEY} } } }`,
    { input: { requestId: randomUUID(), id, reason: needed(values.reason, '--reason') } },
  );
  return values.json ? JSON.stringify(revokeKey.key) : `${id} was revoked at ${revokeKey.key.revokedAt ?? ''}`;
}

interface Explanation {
  allowed: boolean;
  cost: number;
  fields: { coordinate: string; allowed: boolean; scope: string | null }[];
  rowRules: { text: string }[];
}

/** What the operation is: the name of a stored one, its text, or a file that has it. */
async function explain([id, operation]: string[], values: Values): Promise<string> {
  if (id === undefined || operation === undefined)
    throw new Error('keys explain takes the id of a key and an operation');
  const { explainAccess } = await ask<{ explainAccess: Explanation }>(
    findDoor(),
    PURPOSE,
    `query ($id: ID!, $operation: String!, $variables: JSON) { explainAccess(keyId: $id, operation: $operation, variables: $variables) { allowed cost fields { coordinate allowed scope } rowRules { text } } }`,
    {
      id,
      operation: operation.endsWith('.graphql') ? readFileSync(operation, 'utf8') : operation,
      variables: values.variables === undefined ? {} : (JSON.parse(values.variables) as object),
    },
  );
  if (values.json) return JSON.stringify(explainAccess);
  const { allowed, cost, fields, rowRules } = explainAccess;
  const withheld = fields.filter((field) => !field.allowed);
  return [
    `It would ${allowed ? '' : 'not '}be run; it costs ${cost}.`,
    ...rowRules.map(({ text }) => `Grant: ${text}.`),
    ...(withheld.length === 0 ? ['Nothing would be withheld for want of a scope.'] : ['Withheld:']),
    ...withheld.map(({ coordinate, scope }) => `  ${coordinate}\t${scope ?? ''}`),
  ].join('\n');
}

function needed<Value>(value: Value | undefined, option: string): Value {
  if (value === undefined || value === '') throw new Error(`${option} is missing`);
  return value;
}

function only(positionals: string[], what: string): string {
  if (positionals.length !== 1) throw new Error(`give ${what}, and nothing else`);
  return positionals[0]!;
}

function number(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${option} must be a number, not ${text}`);
  return Number(text);
}

/** A day is meant to its end, in UTC. */
function moment(text: string): string {
  const given = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text;
  if (Number.isNaN(Date.parse(given))) throw new Error(`--expires must be a day such as 2027-03-31, not ${text}`);
  return new Date(given).toISOString();
}
