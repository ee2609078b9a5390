import type { Definition } from './definition.model';

type Published = Pick<Definition, 'version' | 'inForceFrom' | 'inForceTo'>;

/**
 * Of the versions of one definition, by their first day, the one that is in force on a day. A version ends with the last
 * day that it gives, or else on the day before the next begins.
 */
export function inForceOn<Version extends Published>(versions: readonly Version[], day: string): Version | undefined {
  const begun = versions.filter(({ inForceFrom }) => inForceFrom <= day);
  return begun.findLast(({ inForceFrom, inForceTo }) =>
    inForceTo === null ? inForceFrom === begun.at(-1)!.inForceFrom : inForceTo >= day,
  );
}
