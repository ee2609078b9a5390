import { type Data, isData, ownValue } from './data';
import type { Fetch } from './fetch';
import type { IsA } from './rewrite';
import { places } from './walk';

/** Objects that are asked for with the same values from further up. */
export interface ContextGroup {
  objects: Data[];
  values: Data;
}

/** Groups objects by the values that `@fromContext` takes for them from the objects they stand in. */
export function contextGroups(
  data: Data,
  { walk, entities }: Fetch,
  objects: readonly Data[],
  isA: IsA,
): ContextGroup[] {
  const where = places(data, walk);
  const groups = new Map<string, ContextGroup>();
  for (const object of new Set(objects)) {
    for (const { parents } of where.get(object) ?? []) {
      const values: Data = {};
      for (const { path, renameKeyTo } of entities!.context) {
        const up = path.filter((part) => part === '..').length;
        const value = valueAt(parents.at(-up), path.slice(up), isA);
        if (value !== undefined) values[renameKeyTo] = value;
      }
      const key = JSON.stringify(values);
      const group = groups.get(key);
      if (group) group.objects.push(object);
      else groups.set(key, { objects: [object], values });
    }
  }
  return [...groups.values()];
}

function valueAt(value: unknown, path: readonly string[], isA: IsA): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => valueAt(item, path, isA));
  if (!isData(value)) return value === null ? null : undefined;
  if (!first.startsWith('... on ')) return valueAt(ownValue(value, first), rest, isA);
  const type = value.__typename;
  return typeof type !== 'string' || isA(type, first.slice('... on '.length)) ? valueAt(value, rest, isA) : undefined;
}
