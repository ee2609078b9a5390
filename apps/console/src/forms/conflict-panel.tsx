import { type ReactNode, useEffect, useRef } from 'react';
import { day, inWords, moment } from '../words';
import { type Typed, typedDay } from './given';
import type { Conflict } from './refusal';

/** What somebody else changed meanwhile: shown beside what was typed, of which nothing is lost. */
export function ConflictPanel({
  conflict: { differs },
  labels,
  typed,
  take,
}: {
  conflict: Conflict;
  labels: Readonly<Record<string, string>>;
  typed: Typed;
  take: (values: Typed) => void;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [differs]);
  return (
    <div className="conflict" role="alert" tabIndex={-1} ref={box}>
      <h2 className="govuk-heading-m">This was changed while you were writing</h2>
      <p className="govuk-body">
        Nothing was recorded yet, and nothing that you wrote is lost. Look at what changed and take over what is better;
        what you do not take over stays as you wrote it. Then record it again.
      </p>
      <dl className="govuk-summary-list">
        {differs.map(({ field, before, after }) => {
          const values = field in labels ? typedAs(field, after, typed) : undefined;
          return (
            <div className="govuk-summary-list__row" key={field}>
              <dt className="govuk-summary-list__key">{labels[field] ?? inWords(words(field))}</dt>
              <dd className="govuk-summary-list__value">
                {shown(after)} <span className="quiet">(before: {shown(before)})</span>
              </dd>
              {values && (
                <dd className="govuk-summary-list__actions">
                  <button type="button" className="as-link" onClick={() => take(values)}>
                    Take over<span className="govuk-visually-hidden"> {labels[field]}</span>
                  </button>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {differs.length === 0 && <p className="govuk-body">What changed is not told to you.</p>}
    </div>
  );
}

/** `closedReason` → `CLOSED_REASON`. */
const words = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** A value of the record in the boxes of its field. */
function typedAs(field: string, value: unknown, typed: Typed): Typed | undefined {
  if (typeof value !== 'string') return undefined;
  return `${field}.day` in typed ? typedDay(field, value) : { [field]: value };
}

/** A value of a record for reading. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.map(shown).join('; ') || 'nothing';
  if (typeof value === 'object')
    return Object.values(value)
      .filter((part) => part !== null)
      .map(shown)
      .join(', ');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return moment(text);
  return /^[A-Z][A-Z_]+$/.test(text) ? inWords(text) : text;
}
