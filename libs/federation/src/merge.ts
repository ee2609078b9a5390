import { type Data, defineValue, isData, ownValue } from './data';

/** The keys that a fetch brings at one level. Others that a subgraph sends are not taken. */
export interface MergeShape {
  readonly keys: readonly string[];
  /** What is below each key; undefined for leaves, which are taken whole, whatever they hold. */
  readonly below: readonly (MergeShape | undefined)[];
  /** True where a key is one that every object seems to have. */
  readonly risky: boolean;
}

/**
 * Merges what a fetch brought into what is there. A value goes before null, and the name of an object type before that
 * of an interface. With `copy`, `target` shares no object with `source`, so that one answer can go to several places.
 */
export function merge(
  target: Data,
  source: Data,
  shape: MergeShape,
  isObject: (typename: string) => boolean,
  copy: boolean,
): void {
  const { keys, below, risky } = shape;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!;
    const value = risky ? ownValue(source, key) : source[key];
    if (value === undefined) continue;
    const present = risky ? ownValue(target, key) : target[key];
    const inner = below[at];
    let merged: unknown = value;
    if (present === undefined || present === null) {
      if (copy && inner) merged = copied(value, inner, isObject);
    } else if (value === null) {
      continue;
    } else if (inner) {
      merged = mergeValue(present, value, inner, isObject, copy);
    } else if (key === '__typename' && isObject(present as string) && !isObject(value as string)) {
      continue;
    }
    if (risky) defineValue(target, key, merged);
    else target[key] = merged;
  }
}

function mergeValue(
  present: unknown,
  value: unknown,
  shape: MergeShape,
  isObject: (typename: string) => boolean,
  copy: boolean,
): unknown {
  if (isData(present) && isData(value)) {
    merge(present, value, shape, isObject, copy);
    return present;
  }
  if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
    for (let at = 0; at < value.length; at += 1) {
      const item: unknown = value[at];
      const there: unknown = present[at];
      if (there === null || there === undefined) present[at] = copy ? copied(item, shape, isObject) : item;
      else if (item !== null) present[at] = mergeValue(there, item, shape, isObject, copy);
    }
    return present;
  }
  return copy ? copied(value, shape, isObject) : value;
}

function copied(value: unknown, shape: MergeShape, isObject: (typename: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(item, shape, isObject));
  if (!isData(value)) return value;
  const copy: Data = {};
  merge(copy, value, shape, isObject, true);
  return copy;
}
