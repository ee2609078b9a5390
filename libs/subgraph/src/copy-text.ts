import type { Kind } from './kinds';

/** PostgreSQL's COPY text format: a line for each row, a tab between columns. */
export const NULL = '\\N';

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text as COPY reads it. */
export function copyText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : text;
}

/** What writes the stored values of a kind as COPY reads them: a column, or two where the time of day may be unknown. */
export function copyWriter({ array, column, timeKnown }: Kind): (value: unknown) => string {
  if (timeKnown) return (value) => moment(value as { at: string; known: boolean });
  if (column === 'jsonb') return (value) => copyText(JSON.stringify(value));
  if (array) return column === 'uuid' ? (value) => `{${(value as string[]).join(',')}}` : copyArray;
  if (column === 'text') return (value) => copyText(value as string);
  if (column === 'boolean') return (value) => (value ? 't' : 'f');
  // Numbers, days and ids have nothing in them that COPY could mistake.
  return String;
}

/** What stands for a value of a kind that was not given. */
export function copyAbsent(kind: Kind): string {
  if (kind.default !== undefined) return copyWriter(kind)(kind.default);
  return kind.timeKnown ? `${NULL}\t${NULL}` : NULL;
}

function moment({ at, known }: { at: string; known: boolean }): string {
  return `${at}\t${known ? 't' : 'f'}`;
}

function copyArray(values: unknown): string {
  return copyText(`{${(values as string[]).map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
