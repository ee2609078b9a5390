import { useQuery } from '@apollo/client/react';
import {
  RecommendationPageDocument,
  RecommendationStatus,
  RecordRecommendationProgressDocument,
} from '@throughline/client';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DateField, LongTextField, RadioField } from '../forms/fields';
import { typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { useSession } from '../session';
import { Actions, Facts, Failure, Loading, Recorded, Table } from '../shown';
import { day, inWords } from '../words';
import { StatTableView } from './stat-table-view';

const STATUSES = Object.values(RecommendationStatus);
const LABELS = { on: 'On which day', status: 'Where it stands from then on', note: 'What is said of it' };

/** One recommendation, what became of it, and measures that would show whether it works. */
export function RecommendationPage(): ReactNode {
  const { id = '' } = useParams();
  const { me } = useSession();
  const { data, loading, error } = useQuery(RecommendationPageDocument, { variables: { id } });
  const found = data?.recommendation;
  if (!found) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such recommendation, or none that you may see.'} />;
  }
  const canMove = me.scopes.includes('inspection:write') && found.availableActions.length > 0;
  return (
    <>
      <h1 className="govuk-heading-l">
        {found.report}, {found.number}
      </h1>
      <Recorded />
      {error && <Failure message={error.message} />}
      <p className="govuk-body-l">{found.text}</p>
      <Actions of={[canMove && [`/recommendations/${id}/progress`, 'Record progress']]} />
      <Facts
        of={[
          ['Addressed to', found.owner],
          ['Due', `${found.dueOn ? day(found.dueOn) : 'No day'}${found.overdue ? ', overdue' : ''}`],
          ['Status', found.status ? inWords(found.status) : 'None yet'],
          ['About', found.topics.map(inWords).join(', ')],
        ]}
      />
      <Table
        caption="What became of it"
        head={['On', 'Status', 'Note']}
        rows={found.history.map(({ on, status, note }) => ({
          key: `${on} ${status}`,
          cells: [day(on), inWords(status), note ?? ''],
        }))}
      />
      <h2 className="govuk-heading-m">Whether it works</h2>
      {found.indicators.length === 0 && <p className="govuk-body quiet">No measure is known for its topics.</p>}
      {found.indicators.map(({ key, title, why, table }) => (
        <section key={key} aria-label={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <p className="govuk-body">{why}</p>
          <StatTableView table={table} />
        </section>
      ))}
    </>
  );
}

/** Records what became of a recommendation on a day. */
export function RecommendationProgressPage(): ReactNode {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, loading, error } = useQuery(RecommendationPageDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
  });
  const found = data?.recommendation;
  if (!found) return loading ? <Loading /> : <Failure message={error?.message ?? 'There is no such recommendation.'} />;
  return (
    <RecordForm
      title={`Progress of ${found.report}, ${found.number}`}
      document={RecordRecommendationProgressDocument}
      labels={LABELS}
      initial={typedToday('on')}
      version={found.recordVersion}
      read={(given) => ({
        id,
        on: given.date('on', 'Enter the day'),
        status: given.choice('status', STATUSES, 'Choose where it stands'),
        note: given.text('note'),
      })}
      button="Record it"
      done={() => void navigate(`/recommendations/${id}`, { state: { recorded: 'The progress was recorded.' } })}
    >
      <DateField name="on" />
      <RadioField name="status" options={found.availableActions.map((code) => [code, inWords(code)])} />
      <LongTextField name="note" />
    </RecordForm>
  );
}
