import { useQuery } from '@apollo/client/react';
import { InspectionPageDocument, type InspectionPageQuery } from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../session';
import { Actions, Facts, Failure, Loading, Recorded, Table } from '../shown';
import { count, day, inWords, moment } from '../words';
import { Downloads } from './downloads';
import { inShort } from './progress';

type Inspection = NonNullable<InspectionPageQuery['inspection']>;

/** One inspection: what it asks, what was drawn, how far those agree who examine. */
export function InspectionPage(): ReactNode {
  const { id = '' } = useParams();
  const { me } = useSession();
  const { data, loading, error } = useQuery(InspectionPageDocument, { variables: { id } });
  const inspection = data?.inspection;
  if (!inspection) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such inspection, or none that you may see.'} />;
  }
  return (
    <>
      <h1 className="govuk-heading-l">{inspection.title}</h1>
      <Recorded />
      {error && <Failure message={error.message} />}
      <Actions
        of={[
          [`/inspections/${id}/tables`, 'Tables'],
          me.scopes.includes('inspection:write') && [`/inspections/${id}/draw`, 'Draw a sample'],
        ]}
      />
      <Facts
        of={[
          ['By', inspection.body.toUpperCase()],
          ['Opened', day(inspection.openedOn)],
        ]}
      />
      <Samples of={inspection} />
      <Questions of={inspection} />
      <Table
        caption="Agreement of those who examined the same files"
        head={['Question', 'Files examined by two', 'Same answer', 'Cohen’s kappa']}
        rows={inspection.agreement.map(({ question, pairs, agreed, kappa }) => ({
          key: question,
          cells: [inWords(question), pairs, agreed, kappa === null ? 'Chance alone would agree' : kappa.toFixed(2)],
        }))}
      />
      {me.scopes.includes('export:create') && (
        <>
          <h2 className="govuk-heading-m">All examinations that you may see</h2>
          <Downloads
            name="file-examinations"
            files={[
              ['CSV', '/v1/export/fileExamination?format=csv', 'csv'],
              ['NDJSON', '/v1/export/fileExamination?format=ndjson', 'ndjson'],
            ]}
          />
        </>
      )}
    </>
  );
}

function Samples({ of: { id: inspection, samples } }: { of: Inspection }): ReactNode {
  return (
    <Table
      caption="Samples"
      head={['Drawn', 'Files', 'Progress']}
      rows={samples.map(({ id, size, frameSize, drawnAt, progress }) => ({
        key: id,
        cells: [
          <Link key="drawn" className="govuk-link" to={`/inspections/${inspection}/samples/${id}`}>
            {moment(drawnAt)}
          </Link>,
          `${count(size, 'file')} of ${count(frameSize, 'case')}`,
          inShort(progress),
        ],
      }))}
    />
  );
}

function Questions({ of: { themes } }: { of: Inspection }): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">What it asks of every file</h2>
      {themes.map(({ key, title, questions }) => (
        <section key={key} aria-label={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ol className="govuk-list govuk-list--number">
            {questions.map((question) => (
              <li key={question.key}>
                {question.text} <span className="quiet">{inWords(question.kind)}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
