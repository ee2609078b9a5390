import { useQuery } from '@apollo/client/react';
import { SamplePageDocument, type SamplePageQuery } from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSession } from '../session';
import { Facts, Failure, Loading, Recorded, Table } from '../shown';
import { count, day, inWords, moment } from '../words';
import { inFull } from './progress';

type Sample = NonNullable<SamplePageQuery['sample']>;

/** Files on one page of the list. */
const PAGE = 100;

/** The record of a draw: everything that is needed to draw the same files again, and how far they have come. */
export function SamplePage(): ReactNode {
  const { sample: id = '' } = useParams();
  const { data, loading, error } = useQuery(SamplePageDocument, { variables: { id } });
  const sample = data?.sample;
  if (!sample) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such sample, or none that you may see.'} />;
  }
  return (
    <>
      <h1 className="govuk-heading-l">Sample of {count(sample.size, 'file')}</h1>
      <Recorded />
      {error && <Failure message={error.message} />}
      <h2 className="govuk-heading-m">Progress</h2>
      <Facts of={inFull(sample.progress)} />
      <h2 className="govuk-heading-m">Record of the draw</h2>
      <Facts
        of={[
          ['Cases', frameInWords(sample.frame)],
          ['Cases in the frame', count(sample.frameSize, 'case')],
          ['Strata', sample.stratifyBy ? `By ${inWords(sample.stratifyBy).toLowerCase()}` : 'None'],
          ['Shared among strata', inWords(sample.allocation)],
          ['Seed', <code key="seed">{sample.seed}</code>],
          ['Algorithm', sample.algorithm],
          ['Drawn', `${moment(sample.drawnAt)}, by ${sample.drawnBy}`],
        ]}
      />
      <Table
        caption="Strata"
        head={['Stratum', 'Cases', 'Drawn', 'In reserve', 'SHA-256 of its ids']}
        rows={sample.strata.map(({ key, title, frame, drawn, reserve, digest }) => ({
          key,
          cells: [
            title,
            frame,
            drawn,
            reserve,
            <code key="digest" className="digest">
              {digest}
            </code>,
          ],
        }))}
      />
      <Files of={sample} />
    </>
  );
}

function Files({ of: sample }: { of: Sample }): ReactNode {
  const { id: inspection = '' } = useParams();
  const [address] = useSearchParams();
  const mayWrite = useSession().me.scopes.includes('inspection:write');
  const pages = Math.ceil(sample.files.length / PAGE);
  const page = Math.min(Math.max(Number(address.get('page') ?? 1) || 1, 1), pages);
  const shown = sample.files.slice((page - 1) * PAGE, page * PAGE);
  return (
    <>
      <Table
        caption={pages > 1 ? `Files, page ${page} of ${pages}` : 'Files'}
        head={['Stratum and place', 'Case', 'Can it be had', 'Examined', ...(mayWrite ? ['What is to be done'] : [])]}
        rows={shown.map(({ case: file, stratum, place, availability, replaces, replacedBecause }) => ({
          key: `${stratum} ${place}`,
          cells: [
            `${inWords(stratum)}, ${place}`,
            file ? (
              <Link key="case" className="govuk-link" to={`/cases/${file.id}`}>
                {file.urn}
              </Link>
            ) : (
              'Not one that you may see'
            ),
            [
              availability ? inWords(availability) : 'Not said',
              replaces && `in the place of ${replaces.urn}`,
              replacedBecause && `replaced: ${replacedBecause}`,
            ]
              .filter(Boolean)
              .join('; '),
            file?.examinations
              ?.filter((each) => each.inspection?.id === inspection)
              .map(({ examinedOn, examiner }) => `${day(examinedOn)}${examiner ? `, ${examiner}` : ''}`)
              .join('; ') || 'Not yet',
            ...(mayWrite ? [file && <FileLinks key="todo" id={file.id} urn={file.urn} sample={sample.id} />] : []),
          ],
        }))}
      />
      {pages > 1 && (
        <p className="govuk-body">
          {page < pages && (
            <Link className="govuk-link" to={{ search: `page=${page + 1}` }}>
              More files
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function FileLinks({ id, urn, sample }: { id: string; urn: string; sample: string }): ReactNode {
  const { id: inspection = '' } = useParams();
  const of = <span className="govuk-visually-hidden"> {urn}</span>;
  return (
    <>
      <Link className="govuk-link" to={`/inspections/${inspection}/files/${id}`}>
        Examine{of}
      </Link>
      ,{' '}
      <Link className="govuk-link" to={`/inspections/${inspection}/samples/${sample}/files/${id}`}>
        say whether it can be had{of}
      </Link>
    </>
  );
}

/** The frame’s conditions in words; all cases where it has none. */
function frameInWords(frame: Sample['frame']): string {
  const parts = Object.entries(frame).flatMap(([field, value]: [string, unknown]) => {
    if (value === null) return [];
    const name = inWords(field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
    const values = (Array.isArray(value) ? value : [value]).map((each: string | boolean) =>
      typeof each === 'boolean' ? (each ? 'yes' : 'no') : /^\d{4}-/.test(each) ? day(each) : inWords(each),
    );
    return [`${name}: ${values.join(', ')}`];
  });
  return parts.join('; ') || 'All';
}
