import { useQuery } from '@apollo/client/react';
import { WorkListDocument, type WorkListQuery } from '@throughline/client';
import type { SubmitEvent, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { personName } from '../names';
import { Failure, Loading } from '../shown';
import { count, inWords, moment, readable, ruleInWords } from '../words';
import { RULES, SEVERITIES, STATUSES, filterOf } from './filter';
import { ReviewForm } from './review-form';

const PAGE = 25;

/** Flags by gravity. The filter is in the address, so that a list can be kept and sent. */
export function WorkListPage(): ReactNode {
  const [address, setAddress] = useSearchParams();
  const variables = { filter: filterOf(address), first: PAGE, after: address.get('after') };
  const { data, previousData, loading, error, refetch } = useQuery(WorkListDocument, { variables });
  const list = (data ?? previousData)?.flagQueue;
  return (
    <>
      <h1 className="govuk-heading-l">Work list</h1>
      <p className="govuk-body">
        Flags say what the records show together and what somebody should look at. They are advice, never a finding of
        guilt.
      </p>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <FilterForm address={address} apply={setAddress} />
        </div>
        <div className="govuk-grid-column-two-thirds">
          {error && <Failure message={error.message} />}
          {list ? <Flags list={list} address={address} changed={() => void refetch()} /> : loading && <Loading />}
        </div>
      </div>
    </>
  );
}

type List = NonNullable<WorkListQuery['flagQueue']>;

function Flags({ list, address, changed }: { list: List; address: URLSearchParams; changed: () => void }): ReactNode {
  const { edges, totalCount, pageInfo, asOf, pending } = list;
  const next = new URLSearchParams(address);
  if (pageInfo.endCursor) next.set('after', pageInfo.endCursor);
  return (
    <>
      <p className="govuk-body" role="status">
        <strong>{count(totalCount ?? 0, 'flag')}</strong>, the gravest first.
        {asOf && <span className="quiet"> Everything recorded by {moment(asOf)} is in it.</span>}
        {pending ? <span className="quiet"> {count(pending, 'person', 'people')} still to be looked at.</span> : null}
      </p>
      <ul className="flags">
        {edges.map(({ node: flag }) => (
          <li key={flag.id} className={`flag flag--${flag.severity.toLowerCase()}`}>
            <h2 className="govuk-heading-s flag__title">
              <strong className="flag__severity">{inWords(flag.severity)}</strong> {ruleInWords(flag.rule)}
            </h2>
            <p className="govuk-body">{flag.title}</p>
            <p className="govuk-body-s">
              <Link className="govuk-link" to={`/suspects/${flag.suspect?.id ?? ''}#flag-${flag.id}`}>
                {personName(flag.suspect)}
              </Link>
              {flag.force && <>, {flag.force.name}</>}
              {flag.raisedAt && <span className="quiet">, raised {moment(flag.raisedAt)}</span>}
            </p>
            <details className="govuk-details">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">Why, and review</span>
              </summary>
              <div className="govuk-details__text">
                <ul className="govuk-list govuk-list--bullet">
                  {flag.because.map(({ text, source }) => (
                    <li key={`${source.id} ${text}`}>{readable(text)}</li>
                  ))}
                </ul>
                <ReviewForm flag={flag} reviewed={changed} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <Link className="govuk-link" to={`?${next.toString()}`}>
          Next page
        </Link>
      )}
    </>
  );
}

function FilterForm({
  address,
  apply,
}: {
  address: URLSearchParams;
  apply: (next: URLSearchParams) => void;
}): ReactNode {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const next = new URLSearchParams();
    for (const [name, value] of given) if (typeof value === 'string' && value !== '') next.append(name, value);
    apply(next);
  };
  const chosen = filterOf(address);
  return (
    <form onSubmit={submit} key={address.toString()} className="filter" aria-label="Filter">
      <Checkboxes name="rule" legend="Kinds" of={RULES} chosen={chosen.rules ?? []} words={ruleInWords} />
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor="severity">
          At least
        </label>
        <select className="govuk-select" id="severity" name="severity" defaultValue={chosen.severityAtLeast ?? ''}>
          <option value="">Any severity</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {inWords(severity)}
            </option>
          ))}
        </select>
      </div>
      <Checkboxes name="status" legend="Review" of={STATUSES} chosen={chosen.reviewStatus ?? []} words={inWords} />
      <div className="govuk-form-group">
        <label className="govuk-label govuk-label--s" htmlFor="force">
          Force, by its two digits
        </label>
        <input
          className="govuk-input govuk-input--width-2"
          id="force"
          name="force"
          inputMode="numeric"
          pattern="\d\d"
          defaultValue={address.get('force') ?? ''}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Apply
      </button>
    </form>
  );
}

function Checkboxes<Value extends string>({
  name,
  legend,
  of: values,
  chosen,
  words,
}: {
  name: string;
  legend: string;
  of: readonly Value[];
  chosen: readonly Value[] | Value;
  words: (value: string) => string;
}): ReactNode {
  return (
    <fieldset className="govuk-fieldset govuk-form-group">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {values.map((value) => (
          <div className="govuk-checkboxes__item" key={value}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`${name}-${value}`}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${name}-${value}`}>
              {words(value)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
