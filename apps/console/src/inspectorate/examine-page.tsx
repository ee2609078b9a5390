import { useQuery } from '@apollo/client/react';
import {
  CodeCompliance,
  ExamineFileDocument,
  ExamineFormDocument,
  type ExamineFormQuery,
  type ExaminationAnswerInput,
  InspectionRating,
  OffenceFamily,
} from '@throughline/client';
import { Fragment, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { DateField, LongTextField, RadioField, SelectField, TextField } from '../forms/fields';
import { type Given, type Typed, typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { outermost } from '../forms/refusal';
import { Failure, Loading } from '../shown';
import { day, inWords } from '../words';

type Inspection = NonNullable<ExamineFormQuery['inspection']>;
type File = NonNullable<ExamineFormQuery['case']>;
type Question = Inspection['themes'][number]['questions'][number];
type Guidance = NonNullable<ExamineFormQuery['guidance']>;

const LABELS = {
  examinedOn: 'Day of the examination',
  examiner: 'Who examines it',
  codeCompliant: 'Did the decision comply with the Code for Crown Prosecutors?',
  appropriateFamily: 'Offence family that would have fitted best',
};
const RATINGS = Object.values(InspectionRating);
const FAMILIES = Object.values(OffenceFamily);
const COMPLIANCE = Object.values(CodeCompliance);

/** The examination of one file, by the questions of its inspection. */
export function ExaminePage(): ReactNode {
  const { id = '', case: caseId = '' } = useParams();
  const { data, loading, error } = useQuery(ExamineFormDocument, { variables: { inspection: id, case: caseId } });
  if (!data?.inspection || !data.case) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such file, or none that you may see.'} />;
  }
  return <ExamineForm inspection={data.inspection} file={data.case} guidance={data.guidance ?? []} />;
}

interface ExamineProps {
  inspection: Inspection;
  file: File;
  guidance: Guidance;
}

function ExamineForm({ inspection, file, guidance }: ExamineProps): ReactNode {
  const navigate = useNavigate();
  const questions = inspection.themes.flatMap((theme) => theme.questions);
  const before = file.examinations?.filter((each) => each.inspection?.id === inspection.id) ?? [];
  return (
    <RecordForm
      title={`Examine ${file.urn}`}
      document={ExamineFileDocument}
      labels={{ ...LABELS, ...questionLabels(questions) }}
      initial={typedToday('examinedOn')}
      place={(path, typed) => questionOf(questions, path, typed)}
      read={(given) => ({
        inspectionId: inspection.id,
        caseId: file.id,
        examinedOn: given.date('examinedOn', 'Enter the day of the examination'),
        examiner: given.text('examiner'),
        codeCompliant: given.optionalChoice('codeCompliant', COMPLIANCE),
        appropriateFamily: given.optionalChoice('appropriateFamily', FAMILIES),
        answers: answered(questions, (name) => given.text(name)).map((question) => answerOf(given, question, guidance)),
      })}
      button="Record the examination"
      done={() => void navigate(`/inspections/${inspection.id}`, { state: { recorded: `${file.urn} was examined.` } })}
    >
      <p className="govuk-body">
        For {inspection.title}.{' '}
        <Link className="govuk-link" to={`/cases/${file.id}`}>
          Read the file
        </Link>
        .
      </p>
      {before.map(({ id, examinedOn, examiner }) => (
        <p className="govuk-body" key={id}>
          Examined {day(examinedOn)}
          {examiner && ` by ${examiner}`}.
        </p>
      ))}
      <DateField name="examinedOn" />
      <TextField name="examiner" width={20} hint="As the inspectorate calls them; you, unless you say." />
      <Questions inspection={inspection} guidance={guidance} />
      <h2 className="govuk-heading-m">The decision as a whole</h2>
      <RadioField name="codeCompliant" inline options={COMPLIANCE.map((code) => [code, inWords(code)])} />
      <SelectField name="appropriateFamily" none="Not said" options={FAMILIES.map((code) => [code, inWords(code)])} />
    </RecordForm>
  );
}

function Questions({ inspection: { themes }, guidance }: Pick<ExamineProps, 'inspection' | 'guidance'>): ReactNode {
  const versions = guidance.map(
    ({ id, title, version, inForceFrom }) => [id, `${title}, ${version}, from ${day(inForceFrom)}`] as const,
  );
  return themes.map(({ key, title, questions }) => (
    <Fragment key={key}>
      <h2 className="govuk-heading-m">{title}</h2>
      {questions.map((question) => (
        <Fragment key={question.key}>
          <AnswerField question={question} />
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                Remark and guidance<span className="govuk-visually-hidden">: {question.text}</span>
              </span>
            </summary>
            <LongTextField name={`comment-${question.key}`} rows={2} />
            <SelectField name={`guidance-${question.key}`} none="Not said" options={versions} />
          </details>
        </Fragment>
      ))}
    </Fragment>
  ));
}

/** The one way in which a question is answered. */
function AnswerField({ question: { key, kind } }: { question: Question }): ReactNode {
  const name = nameOf(key);
  switch (kind) {
    case 'RATING':
      return <RadioField name={name} options={RATINGS.map((code) => [code, inWords(code)])} />;
    case 'YES_NO':
      return (
        <RadioField
          name={name}
          inline
          options={[
            ['yes', 'Yes'],
            ['no', 'No'],
          ]}
        />
      );
    case 'FAMILY':
      return <SelectField name={name} none="Not answered" options={FAMILIES.map((code) => [code, inWords(code)])} />;
  }
}

function answerOf(given: Given, { key, kind }: Question, guidance: Guidance): ExaminationAnswerInput {
  const name = nameOf(key);
  const judged = guidance.find(({ id }) => id === given.text(`guidance-${key}`));
  return {
    question: key,
    rating: kind === 'RATING' ? given.optionalChoice(name, RATINGS) : null,
    yes: kind === 'YES_NO' ? given.text(name) === 'yes' : null,
    family: kind === 'FAMILY' ? given.optionalChoice(name, FAMILIES) : null,
    comment: given.text(`comment-${key}`),
    guidance: judged ? { key: judged.key, version: judged.version } : null,
  };
}

const nameOf = (key: string): string => `answer-${key}`;

const questionLabels = (questions: readonly Question[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ key, text }) => [
      [nameOf(key), text],
      [`comment-${key}`, 'Remark'],
      [`guidance-${key}`, 'Guidance that it is judged by'],
    ]),
  );

const answered = (questions: readonly Question[], has: (name: string) => unknown) =>
  questions.filter(({ key }) => has(nameOf(key)));

/** `answers[2].rating` → the question that was answered third. */
function questionOf(questions: readonly Question[], path: string, typed: Typed): string {
  if (path === 'answers') return nameOf(questions[0]?.key ?? '');
  const [, index] = /^answers\[(\d+)\]/.exec(path) ?? [];
  const question = index && answered(questions, (name) => typed[name])[Number(index)];
  return question ? nameOf(question.key) : outermost(path);
}
