import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isData, isRisky, ownValue } from './data';
import type { IsA } from './rewrite';

/** A field of a representation. */
interface KeyField {
  readonly key: string;
  readonly risky: boolean;
  readonly of?: Project;
}

/** Makes the representations of objects, as one fetch wants them. */
export type Project = (object: Data) => Representation | 'incomplete' | undefined;

export interface Representation {
  data: Data;
  /** The same for two objects exactly where a subgraph cannot tell them apart. */
  identity: string;
}

/**
 * Compiles what a fetch requires of an object. The projection is undefined for an object of a type that the fetch is
 * not for, and 'incomplete' where something that it requires has not arrived.
 */
export function projection(selections: readonly QueryPlanSelectionNode[], isA: IsA): Project {
  const conditions = selections.flatMap((node) => (node.kind === 'InlineFragment' ? (node.typeCondition ?? []) : []));
  const untyped = fieldsFor(selections, undefined, isA);
  const byType = new Map<string, readonly KeyField[]>();
  const fieldsOf = (typename: unknown): readonly KeyField[] => {
    if (typeof typename !== 'string' || conditions.length === 0) return untyped;
    let fields = byType.get(typename);
    // Data chooses the name: only names that mean something are kept.
    if (fields || !conditions.some((condition) => isA(typename, condition))) return fields ?? untyped;
    byType.set(typename, (fields = fieldsFor(selections, typename, isA)));
    return fields;
  };
  return (object) => {
    const fields = fieldsOf(object.__typename);
    if (fields.length === 0) return undefined;
    const data: Data = {};
    let identity = '';
    for (const { key, risky, of } of fields) {
      const value = risky ? ownValue(object, key) : object[key];
      if (value === undefined) return 'incomplete';
      if (of && typeof value === 'object' && value !== null) {
        const inner = nested(value, of);
        if (inner === 'incomplete') return inner;
        data[key] = inner.data;
        identity += inner.identity;
      } else {
        data[key] = value;
        identity += typeof value === 'string' ? `${value.length}:${value}` : identityOf(value);
      }
    }
    return { data, identity };
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

function fieldsFor(selections: readonly QueryPlanSelectionNode[], typename: unknown, isA: IsA): KeyField[] {
  const below = new Map<string, QueryPlanSelectionNode[] | undefined>();
  const gather = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'InlineFragment') {
        const { typeCondition } = node;
        if (typeCondition === undefined || (typeof typename === 'string' && isA(typename, typeCondition))) {
          gather(node.selections);
        }
      } else {
        const key = node.alias ?? node.name;
        below.set(key, node.selections && [...(below.get(key) ?? []), ...node.selections]);
      }
    }
  };
  gather(selections);
  return [...below].map(([key, inner]) => ({
    key,
    risky: isRisky(key),
    of: inner && projection(inner, isA),
  }));
}
