import { useMutation } from '@apollo/client/react';
import { type FlagReviewStatus, type ListedFlagFragment, ReviewDocument } from '@throughline/client';
import { type SubmitEvent, type ReactNode, useState } from 'react';
import { useSession } from '../session';
import { inWords, moment } from '../words';

const VERDICTS: [FlagReviewStatus, string][] = [
  ['ACCEPTED', 'Accept: it will be acted on'],
  ['REFERRED', 'Refer: somebody else must decide'],
  ['DISMISSED', 'Dismiss: it comes back when its facts change'],
];

/** What a person makes of a flag, with the reason. What was typed stays until it was taken. */
export function ReviewForm({ flag, reviewed }: { flag: ListedFlagFragment; reviewed: () => void }): ReactNode {
  const { me } = useSession();
  const [review, { loading }] = useMutation(ReviewDocument);
  const [problem, setProblem] = useState<string>();
  const { status, reason, reviewedAt, reviewedBy, note } = flag.review;
  const past = reviewedAt && (
    <p className="govuk-body">
      {inWords(status)} {moment(reviewedAt)}
      {reviewedBy && <> by {reviewedBy}</>}: {reason}
      {note && <> {note}</>}
    </p>
  );
  if (!me.scopes.includes('behaviour:review')) return past;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const why = (given.get('reason') as string).trim();
    const verdict = given.get('status') as FlagReviewStatus | null;
    if (!verdict || !why) {
      setProblem(verdict ? 'Say why' : 'Choose what you make of it');
      return;
    }
    const input = { requestId: crypto.randomUUID(), flagId: flag.id, status: verdict, reason: why };
    const { error } = await review({ variables: { input } });
    setProblem(error?.message);
    if (!error) reviewed();
  };
  return (
    <>
      {past}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className={`govuk-fieldset govuk-form-group ${problem ? 'govuk-form-group--error' : ''}`}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Review</legend>
          {problem && (
            <p className="govuk-error-message" role="alert">
              <span className="govuk-visually-hidden">Error:</span> {problem}
            </p>
          )}
          <div className="govuk-radios govuk-radios--small">
            {VERDICTS.map(([value, words]) => (
              <div className="govuk-radios__item" key={value}>
                <input
                  className="govuk-radios__input"
                  type="radio"
                  id={`${flag.id}-${value}`}
                  name="status"
                  value={value}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={`${flag.id}-${value}`}>
                  {words}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${flag.id}-reason`}>
            Reason
          </label>
          <textarea className="govuk-textarea" id={`${flag.id}-reason`} name="reason" rows={3} />
        </div>
        <button type="submit" className="govuk-button" disabled={loading}>
          Record the review
        </button>
      </form>
    </>
  );
}
