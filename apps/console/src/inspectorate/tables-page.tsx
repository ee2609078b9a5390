import { useQuery } from '@apollo/client/react';
import {
  FilesBehindCellDocument,
  type FilesBehindCellQueryVariables,
  InspectionTableBy,
  InspectionTableKind,
  InspectionTablePageDocument,
  type WholeTableFragment,
} from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Failure, Loading } from '../shown';
import { count, inWords } from '../words';
import { Downloads } from './downloads';
import { StatTableView } from './stat-table-view';

const KINDS = Object.values(InspectionTableKind);
const BYS = Object.values(InspectionTableBy);

/** One table of an inspection; which, and the cell that is looked behind, stand in the address. */
export function TablesPage(): ReactNode {
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const kind = KINDS.find((code) => code === address.get('kind')) ?? 'QUESTION_BY_RATING';
  const by = BYS.find((code) => code === address.get('by')) ?? null;
  const variables = { id, kind, by };
  const { data, loading, error } = useQuery(InspectionTablePageDocument, { variables });
  const [row, column] = [address.get('row'), address.get('column')];
  const table = data?.inspection?.table;
  const search = new URLSearchParams({ inspectionId: id, table: kind, ...(by && { by }) }).toString();
  return (
    <>
      <h1 className="govuk-heading-l">{data?.inspection?.title ?? 'Tables'}</h1>
      <div className="filter pickers">
        <Picker label="Table" value={kind} codes={KINDS} pick={(code) => setAddress(chosen({ kind: code, by }))} />
        <Picker
          label="Taken apart by"
          value={by ?? ''}
          codes={BYS}
          none="Not at all"
          pick={(code) => setAddress(chosen({ kind, by: code }))}
        />
      </div>
      {error && <Failure message={error.message} />}
      {loading && !table && <Loading />}
      {table && (
        <>
          <StatTableView
            table={table}
            behind={(cell) => `?${new URLSearchParams({ ...chosen({ kind, by }), ...cell }).toString()}#behind`}
          />
          <Downloads
            name={`inspection-${kind.toLowerCase()}`}
            files={[
              ['CSV', `/v1/operations/InspectionTable.csv?${search}`, 'csv'],
              ['JSON', `/v1/operations/InspectionTable?${search}`, 'json'],
            ]}
          />
          {row && column && <Behind {...{ table, row, column }} variables={{ ...variables, row, column }} />}
        </>
      )}
    </>
  );
}

const chosen = ({ kind, by }: { kind: string; by: string | null }) => ({ kind, ...(by && { by }) });

interface PickerProps {
  label: string;
  value: string;
  codes: readonly string[];
  none?: string;
  pick: (code: string) => void;
}

function Picker({ label, value, codes, none, pick }: PickerProps): ReactNode {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={label}>
        {label}
      </label>
      <select className="govuk-select" id={label} value={value} onChange={(event) => pick(event.target.value)}>
        {none && <option value="">{none}</option>}
        {codes.map((code) => (
          <option key={code} value={code}>
            {inWords(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface BehindProps {
  table: WholeTableFragment;
  row: string;
  column: string;
  variables: FilesBehindCellQueryVariables;
}

/** The files that a cell counts, for who may read them. */
function Behind({ table, row, column, variables }: BehindProps): ReactNode {
  const { data, loading, error, fetchMore } = useQuery(FilesBehindCellDocument, { variables });
  const behind = data?.inspection?.filesBehind;
  const titleOf = (all: readonly { key: string; title: string }[], key: string) =>
    all.find((each) => each.key === key)?.title ?? key;
  const more = () =>
    void fetchMore({
      variables: { after: behind?.endCursor },
      updateQuery: (before, { fetchMoreResult: { inspection: next } }) => {
        if (!next || !before.inspection) return before;
        const cases = [...before.inspection.filesBehind.cases, ...next.filesBehind.cases];
        return { inspection: { ...next, filesBehind: { ...next.filesBehind, cases } } };
      },
    });
  return (
    <section id="behind" aria-label="Files behind the cell">
      <h2 className="govuk-heading-m">
        {titleOf(table.rows, row)}: {titleOf(table.columns, column)}
      </h2>
      {error && <Failure message={error.message} />}
      {loading && !behind && <Loading />}
      {behind && (
        <>
          <p className="govuk-body">{count(behind.total, 'file')}</p>
          <ul className="govuk-list">
            {behind.cases.map(({ id, urn }) => (
              <li key={id}>
                <Link className="govuk-link" to={`/cases/${id}`}>
                  {urn}
                </Link>
              </li>
            ))}
          </ul>
          {behind.endCursor && (
            <button type="button" className="govuk-button govuk-button--secondary" onClick={more}>
              More files
            </button>
          )}
        </>
      )}
    </section>
  );
}
