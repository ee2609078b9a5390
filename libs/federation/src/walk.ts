import { type Data, isData, isRisky, ownValue } from './data';
import type { ResponsePath } from './errors';

/** A way through an answer: into a key, into every item of a list, or on only for objects of some types. */
export type Walk = readonly Step[];

type Step = { key: string; risky: boolean } | { types: ReadonlySet<string> } | 'each';

/** Reads a path of a plan: keys, `@` for the items of a list, and `|[A,B]` behind either for types. */
export function walkOf(path: readonly (string | number)[]): Walk {
  return path.flatMap((element): Step[] => {
    const [, name = '', types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(element)) ?? [];
    const steps: Step[] = [];
    if (name === '@') steps.push('each');
    else if (name !== '') steps.push({ key: name, risky: isRisky(name) });
    if (types !== undefined) steps.push({ types: new Set(types.split(',')) });
    return steps;
  });
}

/** The keys of a walk, without lists and types. */
export function keysOf(walk: Walk): string[] {
  return walk.flatMap((step) => (typeof step === 'object' && 'key' in step ? [step.key] : []));
}

/** Adds the objects at the end of the walk to `into`. What is null or no object on the way leads nowhere. */
export function collect(value: unknown, walk: Walk, into: Data[], from = 0): void {
  let current = value;
  for (let at = from; at < walk.length; at += 1) {
    const step = walk[at]!;
    if (step === 'each') {
      if (Array.isArray(current)) for (const item of current) collect(item, walk, into, at + 1);
      return;
    }
    if (!isData(current)) return;
    if ('key' in step) current = step.risky ? ownValue(current, step.key) : current[step.key];
    else if (!step.types.has(current.__typename as string)) return;
  }
  if (isData(current)) into.push(current);
}

/** One place where an object stands. */
export interface Place {
  path: ResponsePath;
  /** The objects that the path leads through, from the root; the one itself is not among them. */
  parents: readonly Data[];
}

/** Where the objects at the end of the walk stand: slower than `collect`, for when somebody has to be told. */
export function places(root: Data, walk: Walk): Map<Data, Place[]> {
  const found = new Map<Data, Place[]>();
  const visit = (value: unknown, at: number, path: ResponsePath, parents: readonly Data[]): void => {
    const step = walk[at];
    if (step === 'each') {
      if (Array.isArray(value)) value.forEach((item, index) => visit(item, at + 1, [...path, index], parents));
    } else if (!isData(value)) {
      return;
    } else if (!step) {
      found.set(value, [...(found.get(value) ?? []), { path, parents }]);
    } else if ('key' in step) {
      visit(ownValue(value, step.key), at + 1, [...path, step.key], [...parents, value]);
    } else if (step.types.has(value.__typename as string)) {
      visit(value, at + 1, path, parents);
    }
  };
  visit(root, 0, [], []);
  return found;
}
