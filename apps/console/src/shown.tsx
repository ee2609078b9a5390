import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useSession } from './session';

/** A value; where there is none, whether that is because it may not be seen, and what would open it. */
export function Shown({
  of: value,
  operation,
  field,
  none = 'Not recorded',
}: {
  of: ReactNode;
  operation: string;
  field: string;
  none?: string;
}): ReactNode {
  const { graph } = useSession();
  if (value !== null && value !== undefined && value !== '') return value;
  const withheld = graph.withheld.get(operation)?.find(({ path }) => path.includes(field));
  if (!withheld) return <span className="quiet">{none}</span>;
  return (
    <span className="withheld" title={withheld.reason}>
      Withheld: needs {withheld.scope}
    </span>
  );
}

/** What goes wrong, in a box as GOV.UK shows it. */
export function Failure({ message }: { message: string }): ReactNode {
  return (
    <div className="govuk-error-summary" role="alert">
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <p className="govuk-body">{message}</p>
    </div>
  );
}

export function Loading(): ReactNode {
  return (
    <p className="govuk-body" role="status">
      Loading…
    </p>
  );
}

/** Names and values of one thing. */
export function Facts({ of: facts }: { of: [string, ReactNode][] }): ReactNode {
  return (
    <dl className="govuk-summary-list">
      {facts.map(([name, value]) => (
        <div className="govuk-summary-list__row" key={name}>
          <dt className="govuk-summary-list__key">{name}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Rows of one kind of record; says so where there are none. */
export function Table({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: string[];
  rows: { key: string; id?: string; cells: ReactNode[] }[];
}): ReactNode {
  if (rows.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{caption}</h2>
        <p className="govuk-body quiet">None that you may see.</p>
      </>
    );
  }
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={caption}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((title) => (
              <th scope="col" className="govuk-table__header" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ key, id, cells }) => (
            <tr className="govuk-table__row" key={key} id={id}>
              {cells.map((cell, at) => (
                <td className="govuk-table__cell" key={head[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was just recorded, told on the page that one comes back to. */
export function Recorded(): ReactNode {
  const state = useLocation().state as { recorded?: string } | null;
  if (!state?.recorded) return null;
  return (
    <div className="recorded" role="status">
      {state.recorded}
    </div>
  );
}

/** What can be done from here, as links; nothing where nothing can. */
export function Actions({ of: actions }: { of: (false | readonly [to: string, words: string])[] }): ReactNode {
  const shown = actions.filter((action) => action !== false);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="What can be done" className="actions">
      {shown.map(([to, words]) => (
        <Link key={to} to={to} className="govuk-button govuk-button--secondary">
          {words}
        </Link>
      ))}
    </nav>
  );
}
