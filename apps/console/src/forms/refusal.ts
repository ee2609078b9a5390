import { CombinedGraphQLErrors } from '@apollo/client';
import type { Problem } from './given';

/** A field of the record that somebody else changed meanwhile. */
export interface Difference {
  field: string;
  before: unknown;
  after: unknown;
}

/** The record has another version than the one that was on the page. */
export interface Conflict {
  currentVersion: number;
  differs: Difference[];
}

/** Why the API did not take what was sent. */
export interface Refusal {
  problems: Problem[];
  conflict?: Conflict;
}

interface Extensions {
  code?: string;
  fields?: { field: string; reason: string }[];
  because?: string[];
  currentVersion?: number;
  differs?: Difference[];
}

/**
 * What an error of a mutation says, by the fields of its form. `place` finds the field that a path of the API is about;
 * `labels` has what each is called, for the API's reasons go on from a name: “must be from 1 to 5000”.
 */
export function refusalOf(
  error: Error,
  labels: Readonly<Record<string, string>>,
  place: (path: string) => string,
): Refusal {
  if (!CombinedGraphQLErrors.is(error)) {
    const message = 'No answer came. Send it again: if it was recorded, it is not recorded twice.';
    return { problems: [{ field: '', message }] };
  }
  const [first] = error.errors;
  const { code, fields, because, currentVersion, differs } = (first?.extensions ?? {}) as Extensions;
  if (code === 'CONFLICT' && currentVersion !== undefined) {
    return { problems: [], conflict: { currentVersion, differs: differs ?? [] } };
  }
  if (fields?.length) {
    return {
      problems: fields.map(({ field: path, reason }) => {
        const field = place(path);
        return { field: field in labels ? field : '', message: `${labels[field] ?? path} ${reason}` };
      }),
    };
  }
  return { problems: (because ?? [error.message]).map((message) => ({ field: '', message })) };
}

/** `answers[2].item` → `answers`; what stands for itself stays. */
export const outermost = (path: string): string => path.split(/[.[]/)[0]!;
