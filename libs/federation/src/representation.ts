import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, defineValue, isData, isRisky, ownValue } from './data';
import type { ObjectTypes } from './supergraph';

/** A field of a representation. */
interface KeyField {
  readonly key: string;
  readonly risky: boolean;
  readonly nullable: boolean;
  readonly of?: Project;
}

/** Makes the representations of objects, as one fetch wants them. */
export type Project = (object: Data) => Representation | 'incomplete' | undefined;

export interface Representation {
  data: Data;
  /** The same for two objects exactly where a subgraph cannot tell them apart. */
  identity: string;
}

/** True where a subgraph can find an object of a type by fields that are sent of it. */
export type CanFind = (typename: string, fields: ReadonlySet<string>) => boolean;

/**
 * Compiles what a fetch requires of an object, which is of type `declared` or more exactly what it says itself. The
 * projection is undefined for an object of a type that the fetch is not for, and 'incomplete' where something that it
 * cannot be without has not arrived. What may be null and did not arrive, is null: where one subgraph is down, others
 * say what they can.
 */
export function projection(
  selections: readonly QueryPlanSelectionNode[],
  types: ObjectTypes,
  declared?: string,
  canFind: CanFind = () => true,
): Project {
  const conditions = selections.flatMap((node) => (node.kind === 'InlineFragment' ? (node.typeCondition ?? []) : []));
  const untyped = fieldsFor(selections, types, declared);
  const byType = new Map<string, readonly KeyField[]>();
  const fieldsOf = (typename: unknown): readonly KeyField[] => {
    if (typeof typename !== 'string' || conditions.length === 0) return untyped;
    let fields = byType.get(typename);
    // Data chooses the name: only names that mean something are kept.
    if (fields || !conditions.some((condition) => types.isA(typename, condition))) return fields ?? untyped;
    fields = fieldsFor(selections, types, typename);
    if (!canFind(typename, new Set(fields.map(({ key }) => key)))) fields = [];
    byType.set(typename, fields);
    return fields;
  };
  return (object) => {
    const fields = fieldsOf(object.__typename);
    if (fields.length === 0) return undefined;
    const data: Data = {};
    let identity = '';
    let absent = false;
    let known = false;
    for (const { key, risky, nullable, of } of fields) {
      let value = risky ? ownValue(object, key) : object[key];
      if (value === undefined) {
        if (!nullable) return 'incomplete';
        absent = true;
        value = null;
      } else if (value !== null && key !== '__typename') known = true;
      if (of && typeof value === 'object' && value !== null) {
        const inner = nested(value, of);
        if (inner === 'incomplete') return inner;
        value = inner.data;
        identity += inner.identity;
      } else {
        identity += typeof value === 'string' ? `${value.length}:${value}` : identityOf(value);
      }
      if (risky) defineValue(data, key, value);
      else data[key] = value;
    }
    return absent && !known ? 'incomplete' : { data, identity };
  };
}

function nested(value: object, of: Project): { data: unknown; identity: string } | 'incomplete' {
  if (isData(value)) return of(value) ?? { data: {}, identity: '{}' };
  const data: unknown[] = [];
  let identity = '[';
  for (const item of value as unknown[]) {
    const inner =
      typeof item === 'object' && item !== null ? nested(item, of) : { data: item, identity: identityOf(item) };
    if (inner === 'incomplete') return inner;
    data.push(inner.data);
    identity += inner.identity;
  }
  return { data, identity: `${identity}]` };
}

const identities = new WeakMap<object, string>();
let nextIdentity = 0;

/**
 * Text that tells leaves apart. An object as a leaf, a custom scalar's, can be large: it is the same as itself only,
 * which holds wherever one answer brought it to several places.
 */
function identityOf(leaf: unknown): string {
  if (typeof leaf === 'string') return `${leaf.length}:${leaf}`;
  if (typeof leaf !== 'object' || leaf === null) return `${String(leaf)};`;
  let identity = identities.get(leaf);
  if (identity === undefined) identities.set(leaf, (identity = `#${(nextIdentity += 1)};`));
  return identity;
}

function fieldsFor(
  selections: readonly QueryPlanSelectionNode[],
  types: ObjectTypes,
  typename: string | undefined,
): KeyField[] {
  const nodes = new Map<string, { name: string; below: QueryPlanSelectionNode[] | undefined }>();
  const gather = (each: readonly QueryPlanSelectionNode[]): void => {
    for (const node of each) {
      if (node.kind === 'InlineFragment') {
        const { typeCondition } = node;
        const applies = typeCondition === undefined || (typename !== undefined && types.isA(typename, typeCondition));
        if (applies) gather(node.selections);
      } else {
        const key = node.alias ?? node.name;
        const below = node.selections && [...(nodes.get(key)?.below ?? []), ...node.selections];
        nodes.set(key, { name: node.name, below });
      }
    }
  };
  gather(selections);
  return [...nodes].map(([key, { name, below }]) => {
    const field = typename === undefined ? undefined : types.fieldOf(typename, name);
    return {
      key,
      risky: isRisky(key),
      nullable: field?.nullable ?? false,
      of: below && projection(below, types, field?.type),
    };
  });
}
