import { type DocumentNode, Kind, type OperationDefinitionNode, print, stripIgnoredCharacters, visit } from 'graphql';
import type { Data } from './data';
import { type FetchDocument, fetchDocument } from './fetch';
import type { Part } from './part';
import type { Schedule } from './schedule';

/** One request for the entities of several fetches: each under its own alias, with its own representations. */
const documents = new WeakMap<Schedule, Map<string, FetchDocument>>();

/** Which fetches become ready together depends on how fast others are: combinations past this many are sent apart. */
const COMBINATIONS = 64;

export const entitiesKey = (at: number): string => `_entities__${at}`;
export const representationsName = (at: number): string => `representations__${at}`;

/** True for a fetch that can share a request. */
export function canShare({ fetch: { entities } }: Part): boolean {
  return entities?.context.length === 0;
}

/** The document that asks for all parts at once; undefined where there are too many different ones already. */
export function batchDocument(schedule: Schedule, parts: readonly Part[]): FetchDocument | undefined {
  let known = documents.get(schedule);
  if (!known) documents.set(schedule, (known = new Map<string, FetchDocument>()));
  const key = parts.map(({ step }) => step.index).join();
  let document = known.get(key);
  if (document || known.size >= COMBINATIONS) return document;
  known.set(key, (document = merged(parts.map(({ fetch }) => fetch.entities!.operation))));
  return document;
}

export function batchVariables(parts: readonly Part[]): Data {
  return Object.fromEntries(parts.map(({ representations }, at) => [representationsName(at), representations]));
}

function merged(operations: readonly OperationDefinitionNode[]): FetchDocument {
  const renamed = operations.map((operation, at) => numbered(operation, at));
  const variables = new Map(
    renamed
      .flatMap(({ variableDefinitions = [] }) => variableDefinitions)
      .map((node) => [node.variable.name.value, node]),
  );
  const operation: OperationDefinitionNode = {
    ...renamed[0]!,
    variableDefinitions: [...variables.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: renamed.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation] };
  return fetchDocument(stripIgnoredCharacters(print(document)), operation.name?.value);
}

function numbered(operation: OperationDefinitionNode, at: number): OperationDefinitionNode {
  const named = visit(operation, {
    Variable: (node) =>
      node.name.value === 'representations'
        ? { ...node, name: { ...node.name, value: representationsName(at) } }
        : undefined,
  });
  const selections = named.selectionSet.selections.map((node) =>
    node.kind === Kind.FIELD ? { ...node, alias: { kind: Kind.NAME as const, value: entitiesKey(at) } } : node,
  );
  return { ...named, selectionSet: { ...named.selectionSet, selections } };
}
