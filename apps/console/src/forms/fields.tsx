import { type ReactNode, useId } from 'react';
import { useField } from './record-form';

interface FieldProps {
  /** As the API calls it. */
  name: string;
  hint?: ReactNode;
}

/** What a field is described by: its hint and what is wrong with it. */
function useDescribed({ name, hint }: FieldProps) {
  const field = useField(name);
  const at = useId();
  const { problem } = field;
  const describedBy = [hint && `${at}-hint`, problem && `${at}-error`].filter(Boolean).join(' ') || undefined;
  const told = (
    <>
      {hint && (
        <div id={`${at}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {problem && (
        <p id={`${at}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
    </>
  );
  return { ...field, describedBy, told, group: `govuk-form-group ${problem ? 'govuk-form-group--error' : ''}` };
}

/** A line of text. */
export function TextField({ width, ...props }: FieldProps & { width?: 5 | 10 | 20 }): ReactNode {
  const { name } = props;
  const { typed, type, label, problem, describedBy, told, group } = useDescribed(props);
  return (
    <div className={group}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      {told}
      <input
        className={`govuk-input ${width ? `govuk-input--width-${width}` : ''} ${problem ? 'govuk-input--error' : ''}`}
        id={name}
        value={typed[name] ?? ''}
        onChange={(event) => type(name, event.target.value)}
        aria-describedby={describedBy}
      />
    </div>
  );
}

/** Several lines of text. */
export function LongTextField({ rows = 4, ...props }: FieldProps & { rows?: number }): ReactNode {
  const { name } = props;
  const { typed, type, label, problem, describedBy, told, group } = useDescribed(props);
  return (
    <div className={group}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      {told}
      <textarea
        className={`govuk-textarea ${problem ? 'govuk-textarea--error' : ''}`}
        id={name}
        rows={rows}
        value={typed[name] ?? ''}
        onChange={(event) => type(name, event.target.value)}
        aria-describedby={describedBy}
      />
    </div>
  );
}

const PARTS = [
  { part: 'day', words: 'Day', width: 2, suffix: '' },
  { part: 'month', words: 'Month', width: 2, suffix: '-month' },
  { part: 'year', words: 'Year', width: 4, suffix: '-year' },
] as const;
const TIME = { part: 'time', words: 'Time', width: 5, suffix: '-time' } as const;

/** A day, in a box each for day, month and year; with `time` a moment, whose time may be left out. */
export function DateField({ time = false, ...props }: FieldProps & { time?: boolean }): ReactNode {
  const { name } = props;
  const hint =
    props.hint ?? (time ? 'For example, 27 3 2026, 14:30. Leave the time out where it is not known.' : undefined);
  const { typed, type, label, problem, describedBy, told, group } = useDescribed({ name, hint });
  return (
    <div className={group}>
      <fieldset className="govuk-fieldset" role="group" aria-describedby={describedBy}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {told}
        <div className="govuk-date-input">
          {[...PARTS, ...(time ? [TIME] : [])].map(({ part, words, width, suffix }) => (
            <div className="govuk-date-input__item" key={part}>
              <label className="govuk-label govuk-date-input__label" htmlFor={`${name}${suffix}`}>
                {words}
              </label>
              <input
                className={`govuk-input govuk-date-input__input govuk-input--width-${width} ${problem ? 'govuk-input--error' : ''}`}
                id={`${name}${suffix}`}
                inputMode={part === 'time' ? 'text' : 'numeric'}
                value={typed[`${name}.${part}`] ?? ''}
                onChange={(event) => type(`${name}.${part}`, event.target.value)}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  /** Codes of the API, with words for them. */
  options: readonly (readonly [code: string, words: ReactNode])[];
}

/** One of several. */
export function RadioField({ options, inline = false, ...props }: ChoiceProps & { inline?: boolean }): ReactNode {
  const { name } = props;
  const { typed, type, label, describedBy, told, group } = useDescribed(props);
  return (
    <div className={group}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {told}
        <div className={`govuk-radios govuk-radios--small ${inline ? 'govuk-radios--inline' : ''}`}>
          {options.map(([code, words], at) => (
            <div className="govuk-radios__item" key={code}>
              <input
                className="govuk-radios__input"
                type="radio"
                id={at === 0 ? name : `${name}-${code}`}
                name={name}
                checked={typed[name] === code}
                onChange={() => type(name, code)}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={at === 0 ? name : `${name}-${code}`}>
                {words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Any of several. */
export function CheckboxField({ options, ...props }: ChoiceProps): ReactNode {
  const { name } = props;
  const { typed, type, label, describedBy, told, group } = useDescribed(props);
  return (
    <div className={group}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {told}
        <div className="govuk-checkboxes govuk-checkboxes--small">
          {options.map(([code, words], at) => (
            <div className="govuk-checkboxes__item" key={code}>
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={at === 0 ? name : `${name}-${code}`}
                checked={Boolean(typed[`${name}:${code}`])}
                onChange={(event) => type(`${name}:${code}`, event.target.checked ? 'yes' : '')}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={at === 0 ? name : `${name}-${code}`}>
                {words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** One of many, or none. */
export function SelectField({ options, none = '', ...props }: ChoiceProps & { none?: string }): ReactNode {
  const { name } = props;
  const { typed, type, label, problem, describedBy, told, group } = useDescribed(props);
  return (
    <div className={group}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      {told}
      <select
        className={`govuk-select ${problem ? 'govuk-select--error' : ''}`}
        id={name}
        value={typed[name] ?? ''}
        onChange={(event) => type(name, event.target.value)}
        aria-describedby={describedBy}
      >
        <option value="">{none}</option>
        {options.map(([code, words]) => (
          <option value={code} key={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
