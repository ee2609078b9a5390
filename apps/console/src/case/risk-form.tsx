import { useQuery } from '@apollo/client/react';
import {
  CompleteAssessmentDocument,
  ReviewAssessmentDocument,
  RiskGrade,
  RiskInstrumentsDocument,
  type RiskInstrumentsQuery,
  RiskTrigger,
} from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { DateField, LongTextField, RadioField, TextField } from '../forms/fields';
import { type Given, type Typed, typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { outermost } from '../forms/refusal';
import { personName } from '../names';
import { Failure, Loading } from '../shown';
import { day, inWords } from '../words';
import { type CaseData, WithCase } from './with-case';

type Instrument = NonNullable<RiskInstrumentsQuery['riskInstruments']>[number];

const TRIGGERS = Object.values(RiskTrigger);
const GRADES = Object.values(RiskGrade);
const FINDINGS = {
  assessedAt: 'When it was made',
  grade: 'Grade that the assessor settled on',
  overrideReason: 'Why it is not the computed grade',
  assessorRole: 'Role of the assessor',
};
const ABOUT = { suspect: 'Who the risk comes from', victim: 'Who is at risk', trigger: 'Why it was made now' };

/** An assessment of risk by one of the instruments that are registered; all that is asked comes from its definition. */
export function AssessRiskPage(): ReactNode {
  const [address] = useSearchParams();
  return (
    <WithCase>
      {(found, recorded) => (
        <WithInstruments>
          {(all) => {
            const chosen = all.find(
              ({ key, version }) => key === address.get('instrument') && version === address.get('version'),
            );
            if (!chosen) return <ChooseInstrument all={all} />;
            return <AssessForm found={found} instrument={chosen} recorded={recorded} />;
          }}
        </WithInstruments>
      )}
    </WithCase>
  );
}

/** The review of an earlier assessment, by its own instrument. */
export function ReviewRiskPage(): ReactNode {
  const { assessment: id = '' } = useParams();
  return (
    <WithCase>
      {(found, recorded) => (
        <WithInstruments>
          {(all) => {
            const earlier = found.riskAssessments?.find((each) => each.id === id);
            const instrument = all.find(
              ({ key, version }) => key === earlier?.instrumentKey && version === earlier.instrumentVersion,
            );
            if (!earlier || !instrument)
              return <Failure message="There is no such assessment, or not its instrument." />;
            return <ReviewForm {...{ found, earlier, instrument, recorded }} />;
          }}
        </WithInstruments>
      )}
    </WithCase>
  );
}

function WithInstruments({ children }: { children: (all: Instrument[]) => ReactNode }): ReactNode {
  const { data, loading, error } = useQuery(RiskInstrumentsDocument);
  if (data?.riskInstruments) return children(data.riskInstruments);
  return loading ? <Loading /> : <Failure message={error?.message ?? 'No instrument may be seen.'} />;
}

function ChooseInstrument({ all }: { all: Instrument[] }): ReactNode {
  return (
    <>
      <h1 className="govuk-heading-l">By which instrument?</h1>
      <ul className="govuk-list">
        {all.map(({ id, key, version, title, rightsHolder, licence, items }) => (
          <li key={id}>
            <Link className="govuk-link" to={{ search: new URLSearchParams({ instrument: key, version }).toString() }}>
              {title}, {version}
            </Link>{' '}
            <span className="quiet">
              {items.length} items{rightsHolder && `; ${rightsHolder}`}
              {licence && `; ${licence}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface AssessProps {
  found: CaseData;
  instrument: Instrument;
  recorded: (what: string) => void;
}

function AssessForm({ found, instrument, recorded }: AssessProps): ReactNode {
  const only = (people: readonly { id: string }[]) => (people.length === 1 ? people[0]!.id : '');
  const options = (people: readonly { id: string; displayName: string | null }[]) =>
    people.map((person) => [person.id, personName(person)] as const);
  return (
    <RecordForm
      title={`${instrument.title} for ${found.urn}`}
      document={CompleteAssessmentDocument}
      labels={{ ...FINDINGS, ...ABOUT, ...itemLabels(instrument) }}
      initial={{ ...typedToday('assessedAt'), suspect: only(found.suspects), victim: only(found.victims) }}
      place={(path, typed) => itemOf(instrument, path, typed)}
      read={(given) => ({
        case: found.id,
        instrument: instrument.key,
        instrumentVersion: instrument.version,
        suspect: given.required('suspect', 'Choose who the risk comes from'),
        victim: given.required('victim', 'Choose who is at risk'),
        trigger: given.choice('trigger', TRIGGERS, 'Choose why it was made now'),
        ...findings(given, instrument),
      })}
      button="Record the assessment"
      done={() => recorded('The assessment was recorded.')}
    >
      <RadioField name="suspect" options={options(found.suspects)} />
      <RadioField name="victim" options={options(found.victims)} />
      <RadioField name="trigger" options={TRIGGERS.map((code) => [code, inWords(code)])} />
      <Findings instrument={instrument} />
    </RecordForm>
  );
}

interface ReviewProps extends AssessProps {
  earlier: NonNullable<CaseData['riskAssessments']>[number];
}

function ReviewForm({ found, earlier, instrument, recorded }: ReviewProps): ReactNode {
  return (
    <RecordForm
      title={`Review of the risk in ${found.urn}`}
      document={ReviewAssessmentDocument}
      labels={{ ...FINDINGS, ...itemLabels(instrument) }}
      initial={typedToday('assessedAt')}
      version={earlier.recordVersion}
      place={(path, typed) => itemOf(instrument, path, typed)}
      read={(given) => ({ id: earlier.id, ...findings(given, instrument) })}
      button="Record the review"
      done={() => recorded('The review was recorded.')}
    >
      <p className="govuk-body">
        {instrument.title}, {instrument.version}. The earlier one, {day(earlier.assessedAt)}, came to{' '}
        {inWords(earlier.grade).toLowerCase()}, and stays as it was made.
      </p>
      <Findings instrument={instrument} />
    </RecordForm>
  );
}

/** What every instrument takes, and its own items with its own answers. */
function Findings({ instrument: { items, answers, grades } }: { instrument: Instrument }): ReactNode {
  return (
    <>
      <DateField name="assessedAt" time />
      <h2 className="govuk-heading-m">Items</h2>
      <p className="govuk-body">
        The wording belongs to who holds the rights in the instrument and is not kept here: have it beside you.
      </p>
      {items.map(({ code, domain, highRisk }) => (
        <RadioField
          key={code}
          name={nameOf(code)}
          inline
          hint={[domain && inWords(domain), highRisk && 'points to high risk by itself'].filter(Boolean).join('; ')}
          options={answers.map((answer) => [answer, inWords(answer)])}
        />
      ))}
      <RadioField
        name="grade"
        inline
        hint="What a grade means, the instrument says."
        options={grades.map((code) => [code, inWords(code)])}
      />
      <LongTextField
        name="overrideReason"
        hint="Where you depart from what the answers come to. That is computed for demonstration, by no official method."
      />
      <TextField name="assessorRole" width={20} />
    </>
  );
}

const nameOf = (code: string): string => `item-${code}`;

const itemLabels = ({ items }: Instrument): Record<string, string> =>
  Object.fromEntries(items.map(({ code }) => [nameOf(code), inWords(code)]));

const answered = ({ items }: Instrument, has: (name: string) => unknown) =>
  items.filter(({ code }) => has(nameOf(code)));

function findings(given: Given, instrument: Instrument) {
  return {
    assessedAt: given.moment('assessedAt', 'Enter when it was made'),
    answers: answered(instrument, (name) => given.text(name)).map(({ code }) => ({
      item: code,
      answer: given.required(nameOf(code), ''),
    })),
    grade: given.choice('grade', GRADES, 'Choose the grade'),
    overrideReason: given.text('overrideReason'),
    assessorRole: given.text('assessorRole'),
  };
}

/** `answers[2].answer` → the item that was answered third. */
function itemOf(instrument: Instrument, path: string, typed: Typed): string {
  const [, index] = /^answers\[(\d+)\]/.exec(path) ?? [];
  const item = index && answered(instrument, (name) => typed[name])[Number(index)];
  return item ? nameOf(item.code) : outermost(path);
}
