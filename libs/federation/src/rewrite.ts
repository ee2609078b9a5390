import type { FetchDataRewrite } from '@apollo/query-planner';
import { type Data, defineValue, isData, ownValue } from './data';

/** True where an object of a type meets a type condition. */
export type IsA = (name: string, condition: string) => boolean;

const CONDITION = '... on ';

/**
 * Applies what a plan wants changed in data on its way to or from a subgraph: a value set, or a key renamed back to
 * the one the caller gave. `typename` stands in where the outermost object has no `__typename` of its own.
 */
export function rewrite(data: unknown, rewrites: readonly FetchDataRewrite[], isA: IsA, typename?: unknown): void {
  for (const each of rewrites) {
    const key = each.path.at(-1)!;
    atPath(data, each.path.slice(0, -1), isA, typename, (object) => {
      if (each.kind === 'ValueSetter') {
        defineValue(object, key, each.setValueTo);
        return;
      }
      const value = ownValue(object, key);
      if (value === undefined) return;
      defineValue(object, each.renameKeyTo, value);
      object[key] = undefined;
    });
  }
}

function atPath(
  value: unknown,
  path: readonly string[],
  isA: IsA,
  typename: unknown,
  change: (object: Data) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) atPath(item, path, isA, typename, change);
    return;
  }
  if (!isData(value)) return;
  const [first, ...rest] = path;
  if (first === undefined) {
    change(value);
  } else if (first.startsWith(CONDITION)) {
    const type = value.__typename ?? typename;
    // An object that does not say what it is stands where only one type can.
    if (typeof type === 'string' && !isA(type, first.slice(CONDITION.length))) return;
    atPath(value, rest, isA, type, change);
  } else {
    atPath(ownValue(value, first), rest, isA, undefined, change);
  }
}
