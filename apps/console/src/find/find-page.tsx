import { skipToken, useQuery } from '@apollo/client/react';
import { FindDocument } from '@throughline/client';
import type { SubmitEvent, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { personName } from '../names';
import { Failure, Loading } from '../shown';
import { day, inWords, within } from '../words';

/** One box for names, numbers, dates of birth, URNs and words; spelling is forgiven. */
export function FindPage(): ReactNode {
  const [address, setAddress] = useSearchParams();
  const text = address.get('text') ?? '';
  const { data, loading, error } = useQuery(FindDocument, text ? { variables: { text } } : skipToken);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAddress({ text: (new FormData(event.currentTarget).get('text') as string).trim() });
  };
  return (
    <>
      <h1 className="govuk-heading-l">Search</h1>
      <form onSubmit={submit} role="search" key={text}>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="text">
            A name, date of birth, PNC id, URN, crime reference or words of a narrative
          </label>
          <input className="govuk-input" id="text" name="text" type="search" defaultValue={text} />
        </div>
        <button type="submit" className="govuk-button">
          Search
        </button>
      </form>
      {error && <Failure message={error.message} />}
      {loading && <Loading />}
      {data && (
        <>
          <h2 className="govuk-heading-m">People</h2>
          <ul className="govuk-list results">
            {data.suspects?.edges.map(({ node, matched }) => (
              <li key={node.id}>
                <Link className="govuk-link" to={`/suspects/${node.id}`}>
                  {personName(node)}
                </Link>
                {node.dateOfBirth && `, born ${day(node.dateOfBirth)}`}
                {node.forces?.length ? `, ${node.forces.map(({ name }) => name).join(', ')}` : ''}
                <span className="quiet">
                  {' '}
                  {matched?.map(({ field, how }) => `${inWords(field)}: ${within(how)}`).join('; ')}
                </span>
              </li>
            ))}
          </ul>
          {data.suspects?.edges.length === 0 && <p className="govuk-body">Nobody that you may see.</p>}
          <h2 className="govuk-heading-m">Cases</h2>
          <ul className="govuk-list results">
            {data.cases?.edges.map(({ node, matched }) => (
              <li key={node.id}>
                <Link className="govuk-link" to={`/cases/${node.id}`}>
                  {node.urn}
                </Link>
                , {node.force.name}, {within(node.stage)}, opened {day(node.openedOn)}
                <span className="quiet"> {matched?.map(({ snippet }) => snippet).join(' ')}</span>
              </li>
            ))}
          </ul>
          {data.cases?.edges.length === 0 && <p className="govuk-body">None that you may see.</p>}
        </>
      )}
    </>
  );
}
