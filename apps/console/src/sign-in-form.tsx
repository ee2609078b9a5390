import { Purpose } from '@throughline/client';
import { type SubmitEvent, type ReactNode, useRef, useState } from 'react';
import type { SignIn } from './session';
import { inWords } from './words';

/** The key and the purpose. Neither is stored: closing the page signs out. */
export function SignInForm({ signIn }: { signIn: SignIn }): ReactNode {
  const [refused, setRefused] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => (given.get(name) as string).trim();
    const key = text('key');
    if (!key) {
      setRefused('Enter your key');
      field.current?.focus();
      return;
    }
    setAsking(true);
    const why = await signIn({ key, purpose: text('purpose') as Purpose, justification: text('justification') });
    setAsking(false);
    if (why === undefined) return;
    setRefused(why);
    field.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
      {refused && (
        <div className="govuk-error-summary" role="alert">
          <h2 className="govuk-error-summary__title">There is a problem</h2>
          <ul className="govuk-list govuk-error-summary__list">
            <li>
              <a href="#key">{refused}</a>
            </li>
          </ul>
        </div>
      )}
      <h1 className="govuk-heading-xl">Sign in</h1>
      <div className={`govuk-form-group ${refused ? 'govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor="key">
          API key
        </label>
        <div id="key-hint" className="govuk-hint">
          It stays in this page’s memory and goes when the page is closed. On your own machine it is in the file
          admin.key of the data directory.
        </div>
        {refused && (
          <p id="key-error" className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {refused}
          </p>
        )}
        <input
          ref={field}
          className={`govuk-input ${refused ? 'govuk-input--error' : ''}`}
          id="key"
          name="key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={refused ? 'key-hint key-error' : 'key-hint'}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="purpose">
          What is it for?
        </label>
        <div id="purpose-hint" className="govuk-hint">
          Every request is recorded with its purpose.
        </div>
        <select className="govuk-select" id="purpose" name="purpose" aria-describedby="purpose-hint">
          {Object.values(Purpose).map((purpose) => (
            <option key={purpose} value={purpose}>
              {inWords(purpose)}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="justification">
          Justification (optional)
        </label>
        <div id="justification-hint" className="govuk-hint">
          Why you need it. Some fields are shown only with one.
        </div>
        <input
          className="govuk-input"
          id="justification"
          name="justification"
          type="text"
          aria-describedby="justification-hint"
        />
      </div>
      <button type="submit" className="govuk-button" disabled={isAsking}>
        Sign in
      </button>
    </form>
  );
}
