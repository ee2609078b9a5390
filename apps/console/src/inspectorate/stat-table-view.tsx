import type { WholeTableFragment } from '@throughline/client';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { day, inWords } from '../words';

type Cell = WholeTableFragment['rows'][number]['cells'][number];

/** What stands for a count that is suppressed, as in published tables. */
const SUPPRESSED = '[c]';

/** A table as its report prints it: counts, percentages with what they are of and their intervals, notes, and the plot. */
export function StatTableView({
  table,
  behind,
}: {
  table: WholeTableFragment;
  /** Where the records behind a cell are shown. */
  behind?: (cell: { row: string; column: string }) => string;
}): ReactNode {
  const { title, columns, rows, columnTotals, total, denominator } = table;
  const hasScore = rows.some(({ score }) => score !== null);
  return (
    <>
      <div className="scrolling" tabIndex={0} role="region" aria-label={title}>
        <table className="govuk-table stat">
          <caption className="govuk-table__caption govuk-table__caption--m">
            {title}
            {denominator !== null && <span className="quiet"> (of {denominator.toLocaleString('en-GB')})</span>}
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {[' ', ...columns.map((column) => column.title), 'Total', ...(hasScore ? ['Score, %'] : [])].map(
                (name) => (
                  <th scope="col" className="govuk-table__header" key={name}>
                    {name === ' ' ? <span className="govuk-visually-hidden">Row</span> : name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {rows.map((row) => (
              <tr className="govuk-table__row" key={row.key}>
                <th scope="row" className="govuk-table__header">
                  {row.title}
                </th>
                {row.cells.map((cell, at) => (
                  <td className="govuk-table__cell" key={columns[at]!.key}>
                    <CellView cell={cell} to={behind?.({ row: row.key, column: columns[at]!.key })} />
                  </td>
                ))}
                <td className="govuk-table__cell">{row.total ?? SUPPRESSED}</td>
                {hasScore && <td className="govuk-table__cell">{row.score ?? ''}</td>}
              </tr>
            ))}
            <tr className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                Total
              </th>
              {columnTotals.map((each, at) => (
                <td className="govuk-table__cell" key={columns[at]!.key}>
                  {each ?? SUPPRESSED}
                </td>
              ))}
              <td className="govuk-table__cell">{total ?? SUPPRESSED}</td>
              {hasScore && <td className="govuk-table__cell" />}
            </tr>
          </tbody>
        </table>
      </div>
      <Footnotes of={table} />
      <Plot svg={table.svg} title={title} />
    </>
  );
}

function CellView({ cell, to }: { cell: Cell; to: string | undefined }): ReactNode {
  const { value, suppressed, of, percent, low, high, label } = cell;
  if (suppressed) return <abbr title="Hidden: too small, or a small count would follow from it">{SUPPRESSED}</abbr>;
  return (
    <>
      {to && value ? (
        <Link className="govuk-link" to={to}>
          {value}
        </Link>
      ) : (
        value
      )}
      {percent !== null && (
        <span className="stat__share">
          {percent} % of {of}
          {low !== null && high !== null && ` (${low} to ${high})`}
        </span>
      )}
      {label && <span className="stat__share">{inWords(label)}</span>}
    </>
  );
}

/** What a reader must know, under the table that it is about. */
function Footnotes({ of: { notes, comparabilityBreaks } }: { of: WholeTableFragment }): ReactNode {
  return (
    <ol className="govuk-list govuk-list--number footnotes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {comparabilityBreaks.map(({ from, text }) => (
        <li key={`${from} ${text}`}>
          Figures from {day(from)} on do not compare with those before: {text}
        </li>
      ))}
      <li>Intervals, in brackets, are of 95 per cent (Wilson).</li>
    </ol>
  );
}

/** The plot that the graph drew, as a picture: nothing in it can run. */
function Plot({ svg, title }: { svg: string; title: string }): ReactNode {
  const [at, setAt] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAt(url);
    return () => URL.revokeObjectURL(url);
  }, [svg]);
  return at && <img className="plot" src={at} alt={`${title}, drawn; the table above has the same figures`} />;
}
