import { CompleteActionPlanItemDocument, ExtendActionPlanDocument, IssueActionPlanDocument } from '@throughline/client';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { DateField, LongTextField } from '../forms/fields';
import { typedDay, typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { Failure } from '../shown';
import { day } from '../words';
import { type CaseData, WithCase } from './with-case';

type Plan = CaseData['actionPlans'][number];

const ISSUED = {
  issuedOn: 'Day it is issued',
  dueOn: 'Day by which all of it is to be done',
  items: 'What is to be done',
};
const EXTENDED = { dueOn: 'New day by which all of it is to be done', reason: 'Why it needs more time' };
const COMPLETED = { doneOn: 'Day it was done', reason: 'Remark', items: 'What is to be done' };

/** What a prosecutor asks to be done, and by when. */
export function IssueActionPlanPage(): ReactNode {
  return (
    <WithCase>
      {(found, recorded) => (
        <RecordForm
          title={`Action plan for ${found.urn}`}
          document={IssueActionPlanDocument}
          labels={ISSUED}
          initial={typedToday('issuedOn')}
          version={found.recordVersion}
          read={(given) => ({
            case: found.id,
            issuedOn: given.date('issuedOn', 'Enter the day it is issued'),
            dueOn: given.date('dueOn', 'Enter the day by which all of it is to be done'),
            items: given.required('items', 'Enter what is to be done') ? given.lines('items') : [],
          })}
          button="Issue the plan"
          done={() => recorded('The action plan was issued.')}
        >
          <DateField name="issuedOn" />
          <DateField name="dueOn" />
          <LongTextField name="items" rows={6} hint="One thing a line." />
        </RecordForm>
      )}
    </WithCase>
  );
}

function WithPlan({
  children,
}: {
  children: (plan: Plan, found: CaseData, recorded: (what: string) => void) => ReactNode;
}): ReactNode {
  const { plan: id = '' } = useParams();
  return (
    <WithCase>
      {(found, recorded) => {
        const plan = found.actionPlans.find((each) => each.id === id);
        if (!plan) return <Failure message="This case has no such action plan." />;
        return children(plan, found, recorded);
      }}
    </WithCase>
  );
}

/** More time for an action plan. */
export function ExtendActionPlanPage(): ReactNode {
  return (
    <WithPlan>
      {(plan, found, recorded) => (
        <RecordForm
          title={`More time for the action plan of ${found.urn}`}
          document={ExtendActionPlanDocument}
          labels={EXTENDED}
          initial={typedDay('dueOn', plan.dueOn)}
          version={plan.recordVersion}
          read={(given) => ({
            id: plan.id,
            dueOn: given.date('dueOn', 'Enter the new day'),
            reason: given.required('reason', 'Say why it needs more time'),
          })}
          button="Give more time"
          done={() => recorded('The action plan has more time.')}
        >
          <p className="govuk-body">It was due {day(plan.dueOn)}.</p>
          <DateField name="dueOn" />
          <LongTextField name="reason" />
        </RecordForm>
      )}
    </WithPlan>
  );
}

/** Records that one thing of an action plan was done. */
export function CompleteActionPlanItemPage(): ReactNode {
  const { item = '' } = useParams();
  return (
    <WithPlan>
      {(plan, found, recorded) => (
        <RecordForm
          title={`Something done for ${found.urn}`}
          document={CompleteActionPlanItemDocument}
          labels={COMPLETED}
          initial={typedToday('doneOn')}
          version={plan.recordVersion}
          read={(given) => ({
            id: plan.id,
            item: Number(item),
            doneOn: given.date('doneOn', 'Enter the day it was done'),
            reason: given.text('reason'),
          })}
          button="Record that it is done"
          done={() => recorded('It was recorded as done.')}
        >
          <p className="govuk-body">{plan.items[Number(item)]?.text ?? 'The plan has no such item.'}</p>
          <DateField name="doneOn" />
          <LongTextField name="reason" hint="If there is anything to be said." />
        </RecordForm>
      )}
    </WithPlan>
  );
}
