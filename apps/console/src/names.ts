/** Someone by name, or by what may be shown instead. */
export function personName(person: { id: string; displayName: string | null } | null | undefined): string {
  return person?.displayName ?? `Person ${person?.id.slice(0, 8) ?? 'unknown'}`;
}
