import { useQuery } from '@apollo/client/react';
import { RecommendationStatus, RecommendationsDocument } from '@throughline/client';
import type { ReactNode, SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failure, Loading, Table } from '../shown';
import { day, inWords } from '../words';

const STATUSES = Object.values(RecommendationStatus);

/** The register: what was asked of whom, by when, and where it stands. The filter is in the address. */
export function RecommendationsPage(): ReactNode {
  const [address, setAddress] = useSearchParams();
  const status = STATUSES.filter((code) => address.getAll('status').includes(code));
  const overdue = address.has('overdue') || null;
  const owner = address.get('owner') || null;
  const filter = { status: status.length > 0 ? status : null, overdue, owner };
  const { data, loading, error } = useQuery(RecommendationsDocument, { variables: { filter } });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter((pair): pair is [string, string] => pair[1] !== '');
    setAddress(new URLSearchParams(given));
  };
  return (
    <>
      <h1 className="govuk-heading-l">Recommendations</h1>
      <form onSubmit={submit} className="filter pickers" key={address.toString()}>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="owner">
            Addressed to
          </label>
          <input className="govuk-input" id="owner" name="owner" defaultValue={owner ?? ''} />
        </div>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="status">
            Status
          </label>
          <select className="govuk-select" id="status" name="status" defaultValue={status[0] ?? ''}>
            <option value="">Any</option>
            {STATUSES.map((code) => (
              <option key={code} value={code}>
                {inWords(code)}
              </option>
            ))}
          </select>
        </div>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id="overdue"
              name="overdue"
              value="yes"
              defaultChecked={overdue ?? false}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor="overdue">
              Overdue
            </label>
          </div>
        </div>
        <button type="submit" className="govuk-button">
          Apply
        </button>
      </form>
      {error && <Failure message={error.message} />}
      {loading && !data && <Loading />}
      {data?.recommendations && (
        <Table
          caption="By report and number"
          head={['Recommendation', 'To', 'Due', 'Status']}
          rows={data.recommendations.map(
            ({ id, report, number, text, owner: to, dueOn, overdue: late, status: is }) => ({
              key: id,
              cells: [
                <Link key="text" className="govuk-link" to={`/recommendations/${id}`}>
                  {report}, {number}: {text}
                </Link>,
                to,
                <span key="due" className={late ? 'urgent' : ''}>
                  {dueOn ? day(dueOn) : 'No day'}
                  {late && ', overdue'}
                </span>,
                is ? inWords(is) : 'None yet',
              ],
            }),
          )}
        />
      )}
    </>
  );
}
