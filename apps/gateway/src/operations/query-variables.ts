import { invalidInput } from '@throughline/subgraph';
import {
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  coerceInputValue,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
} from 'graphql';

/** What a query string says under one name: texts, and what stands in brackets below it. */
interface Given {
  texts: string[];
  below: Map<string, Given>;
}

interface Problem {
  field: string;
  reason: string;
}

/**
 * Variables of an operation from a query string: `id=…&forces=06&forces=13&filter[stages]=CHARGED&filter[domestic]=true`.
 * A list is a parameter given several times, or JSON; an input object has its fields in brackets, or is JSON. Throws
 * `INVALID_INPUT` that names each parameter that is wrong.
 */
export function queryVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
  query: URLSearchParams,
): Record<string, unknown> {
  const problems: Problem[] = [];
  const given = readNames(query, problems);
  const values: [string, unknown][] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const field = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    const own = given.get(field);
    given.delete(field);
    if (!own) {
      if (isNonNullType(type) && !defaultValue) problems.push({ field, reason: 'is needed' });
      continue;
    }
    const before = problems.length;
    const value = read(own, type, field, problems);
    if (problems.length === before) checkValue(value, type, field, problems);
    values.push([field, value]);
  }
  const known = variableDefinitions.map(({ variable }) => variable.name.value).join(', ') || 'none';
  for (const field of given.keys()) problems.push({ field, reason: `is not a parameter; there are: ${known}` });
  if (problems.length > 0) throw invalidInput(problems);
  return Object.fromEntries(values);
}

function readNames(query: URLSearchParams, problems: Problem[]): Map<string, Given> {
  const roots = new Map<string, Given>();
  for (const [key, text] of query) {
    const [, name, brackets] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key) ?? [];
    if (name === undefined) {
      problems.push({ field: key, reason: 'is not a name, nor a name with names in brackets' });
      continue;
    }
    // `filter[forces][]=06` says no more than `filter[forces]=06`.
    const steps = [
      name,
      ...[...brackets!.matchAll(/\[(.*?)\]/g)].map(([, step]) => step!).filter((step) => step !== ''),
    ];
    let level = roots;
    let at: Given | undefined;
    for (const step of steps) {
      at = level.get(step) ?? { texts: [], below: new Map() };
      level.set(step, at);
      level = at.below;
    }
    at!.texts.push(text);
  }
  return roots;
}

function read({ texts, below }: Given, type: GraphQLInputType, field: string, problems: Problem[]): unknown {
  const wrong = (reason: string): unknown => tell(problems, field, reason);
  if (isNonNullType(type)) return read({ texts, below }, type.ofType, field, problems);
  if (isInputObjectType(type)) {
    if (below.size === 0)
      return texts.length === 1 ? json(texts[0]!, field, problems) : wrong('is given several times');
    if (texts.length > 0) return wrong('is given as JSON and in brackets at once');
    const fields = type.getFields();
    const entries = [...below].map(([name, given]): [string, unknown] => {
      const at = `${field}.${name}`;
      if (Object.hasOwn(fields, name)) return [name, read(given, fields[name]!.type, at, problems)];
      return [name, tell(problems, at, `is not a field of ${type.name}`)];
    });
    return Object.fromEntries(entries);
  }
  if (below.size > 0) return wrong('has nothing that could stand in brackets');
  if (isListType(type)) {
    if (texts.length === 1 && texts[0]!.startsWith('[')) return json(texts[0]!, field, problems);
    return texts.map((text, at) => read({ texts: [text], below }, type.ofType, `${field}[${at}]`, problems));
  }
  return texts.length === 1 ? leaf(texts[0]!, type, field, problems) : wrong('is given several times');
}

function leaf(text: string, type: GraphQLInputType, field: string, problems: Problem[]): unknown {
  const wrong = (reason: string): unknown => tell(problems, field, reason);
  if (isEnumType(type)) return text;
  switch (String(type)) {
    case 'Int':
      return /^-?\d{1,10}$/.test(text) ? Number(text) : wrong('must be a whole number');
    case 'Float':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : wrong('must be a number');
    case 'Boolean':
      return text === 'true' || text === 'false' ? text === 'true' : wrong('must be true or false');
    case 'JSON':
      return json(text, field, problems);
    default:
      return text;
  }
}

function json(text: string, field: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return tell(problems, field, 'must be JSON');
  }
}

function tell(problems: Problem[], field: string, reason: string): unknown {
  problems.push({ field, reason });
  return undefined;
}

/** Tells what the schema says against a value. */
function checkValue(value: unknown, type: GraphQLInputType, field: string, problems: Problem[]): void {
  coerceInputValue(value, type, (path, _value, { message }) => {
    const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    problems.push({ field: `${field}${at}`, reason: message });
  });
}
