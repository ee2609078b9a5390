import type { Hooks } from '@throughline/federation';

/** Hooks that call each of several in turn; those that nobody has stay unset, and cost nothing. */
export function combined(all: readonly Hooks[]): Hooks {
  const each = <Name extends keyof Hooks>(name: Name): Hooks[Name] => {
    const set = all.flatMap((hooks) => hooks[name] ?? []) as ((event: unknown) => void)[];
    if (set.length < 2) return set[0];
    return (event: unknown) => set.forEach((hook) => hook(event));
  };
  return { onPlan: each('onPlan'), onFetch: each('onFetch'), onWrite: each('onWrite') };
}
