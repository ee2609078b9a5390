import { AnswerEarlyAdviceDocument, RequestEarlyAdviceDocument } from '@throughline/client';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { DateField, LongTextField } from '../forms/fields';
import { typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { Failure } from '../shown';
import { moment } from '../words';
import { WithCase } from './with-case';

const ASKED = { requestedAt: 'When it was asked for', topics: 'What it is about' };
const ANSWERED = { respondedAt: 'When it was given', advice: 'The advice' };

/** Asks a prosecutor for early advice. */
export function RequestEarlyAdvicePage(): ReactNode {
  return (
    <WithCase>
      {(found, recorded) => (
        <RecordForm
          title={`Ask for early advice on ${found.urn}`}
          document={RequestEarlyAdviceDocument}
          labels={ASKED}
          initial={typedToday('requestedAt')}
          version={found.recordVersion}
          read={(given) => ({
            case: found.id,
            requestedAt: given.moment('requestedAt', 'Enter when it was asked for'),
            topics: given.lines('topics'),
          })}
          button="Record the request"
          done={() => recorded('Early advice was asked for.')}
        >
          <DateField name="requestedAt" time />
          <LongTextField name="topics" hint="A topic a line." />
        </RecordForm>
      )}
    </WithCase>
  );
}

/** Records the advice that was given to a request. */
export function AnswerEarlyAdvicePage(): ReactNode {
  const { advice: id = '' } = useParams();
  return (
    <WithCase>
      {(found, recorded) => {
        const asked = found.earlyAdvice.find((each) => each.id === id);
        if (!asked) return <Failure message="This case has no such request for advice." />;
        return (
          <RecordForm
            title={`Early advice on ${found.urn}`}
            document={AnswerEarlyAdviceDocument}
            labels={ANSWERED}
            initial={typedToday('respondedAt')}
            version={asked.recordVersion}
            read={(given) => ({
              id,
              respondedAt: given.moment('respondedAt', 'Enter when it was given'),
              advice: given.required('advice', 'Enter the advice'),
            })}
            button="Record the advice"
            done={() => recorded('The advice was recorded.')}
          >
            <p className="govuk-body">
              Asked for {moment(asked.requestedAt)}
              {asked.topics.length > 0 && `, about ${asked.topics.join(', ')}`}.
            </p>
            <DateField name="respondedAt" time />
            <LongTextField name="advice" rows={8} hint="It is given once; other advice is another request." />
          </RecordForm>
        );
      }}
    </WithCase>
  );
}
