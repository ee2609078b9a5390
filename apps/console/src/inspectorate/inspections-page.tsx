import { useQuery } from '@apollo/client/react';
import { InspectionsDocument } from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failure, Loading, Table } from '../shown';
import { count, day } from '../words';
import { inShort } from './progress';

/** Inspections, newest first, with how far each has come. */
export function InspectionsPage(): ReactNode {
  const [address] = useSearchParams();
  const { data, loading, error } = useQuery(InspectionsDocument, { variables: { after: address.get('after') } });
  const list = data?.inspections;
  const next = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  return (
    <>
      <h1 className="govuk-heading-l">Inspections</h1>
      {error && <Failure message={error.message} />}
      {loading && !list && <Loading />}
      {list && (
        <Table
          caption="Newest first"
          head={['Inspection', 'By', 'Opened', 'Files']}
          rows={list.edges.map(({ node: { id, title, body, openedOn, samples } }) => ({
            key: id,
            cells: [
              <Link key="title" className="govuk-link" to={`/inspections/${id}`}>
                {title}
              </Link>,
              body.toUpperCase(),
              day(openedOn),
              samples.length === 0
                ? 'None drawn yet'
                : samples.map(({ size, progress }) => `${count(size, 'file')} drawn: ${inShort(progress)}`).join('; '),
            ],
          }))}
        />
      )}
      {next && (
        <p className="govuk-body">
          <Link className="govuk-link" to={{ search: new URLSearchParams({ after: next }).toString() }}>
            Older ones
          </Link>
        </p>
      )}
    </>
  );
}
