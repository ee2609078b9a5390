import { useQuery } from '@apollo/client/react';
import {
  BreachAction,
  BreachIncidentsDocument,
  MoveBreachDocument,
  OrderPageDocument,
  type OrderPageQuery,
  ReportBreachDocument,
} from '@throughline/client';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CheckboxField, DateField, LongTextField, RadioField, SelectField } from '../forms/fields';
import { typedToday } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { Failure, Loading } from '../shown';
import { behaviourInWords, inWords, moment, orderInWords } from '../words';

type Order = NonNullable<OrderPageQuery['order']>;

const ACTIONS = Object.values(BreachAction);
const REPORTED = {
  occurredAt: 'When it happened',
  reportedAt: 'When it was reported',
  conditions: 'Terms that were broken',
  incident: 'Incident that it was',
};
const MOVED = { action: 'What is done', incident: 'Incident that it was', reason: 'Why' };
/** Words for what can be done about a breach, where its code says too little. */
const DONE: Record<BreachAction, string> = {
  CRIME: 'Record it as a crime',
  INVESTIGATE: 'Investigate it',
  REFER: 'Refer it to a prosecutor',
  CHARGE: 'Record that it was charged',
  DROP: 'Take no further action',
  CONVICT: 'Record a conviction',
  ACQUIT: 'Record an acquittal',
  REOPEN: 'Take it up again',
};

function WithOrder({
  children,
}: {
  children: (order: Order, recorded: (what: string) => void) => ReactNode;
}): ReactNode {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, loading, error } = useQuery(OrderPageDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (!data?.order) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such order, or none that you may see.'} />;
  }
  return children(data.order, (recorded) => void navigate(`/orders/${id}`, { state: { recorded } }));
}

/** The incidents of the order’s case, to choose from. */
function IncidentField({ order }: { order: Order }): ReactNode {
  const { data } = useQuery(BreachIncidentsDocument, { variables: { order: order.id } });
  const incidents = data?.order?.case?.incidents.edges ?? [];
  if (incidents.length === 0) return null;
  return (
    <SelectField
      name="incident"
      none="None of those recorded"
      options={incidents.map(({ node: { id, occurredFrom, timeKnown, behaviours } }) => [
        id,
        `${moment(occurredFrom, timeKnown)}: ${behaviours.map(behaviourInWords).join(', ')}`,
      ])}
    />
  );
}

/** Records a breach of an order as reported. */
export function ReportBreachPage(): ReactNode {
  return (
    <WithOrder>
      {(order, recorded) => (
        <RecordForm
          title={`Report a breach: ${orderInWords(order.kind)}`}
          document={ReportBreachDocument}
          labels={REPORTED}
          initial={typedToday('reportedAt')}
          read={(given) => ({
            order: order.id,
            occurredAt: given.moment('occurredAt', 'Enter when it happened'),
            reportedAt: given.moment('reportedAt', 'Enter when it was reported'),
            incident: given.text('incident'),
            conditions: given.ticked(
              'conditions',
              order.conditions.map(({ ref }) => ref),
            ),
          })}
          button="Report the breach"
          done={() => recorded('The breach was reported.')}
        >
          <DateField name="occurredAt" time />
          <DateField name="reportedAt" time />
          {order.conditions.length > 0 && (
            <CheckboxField
              name="conditions"
              options={order.conditions.map(({ ref, kind, text }) => [ref, `${inWords(kind)}: ${text}`])}
            />
          )}
          <IncidentField order={order} />
        </RecordForm>
      )}
    </WithOrder>
  );
}

/** Records what is done about a breach; what can be, the breach itself says. */
export function MoveBreachPage(): ReactNode {
  const { breach: id = '' } = useParams();
  return (
    <WithOrder>
      {(order, recorded) => {
        const breach = order.breaches.find((each) => each.id === id);
        if (!breach) return <Failure message="This order has no such breach." />;
        return (
          <RecordForm
            title="What is done about the breach"
            document={MoveBreachDocument}
            labels={MOVED}
            version={breach.recordVersion}
            read={(given) => ({
              id,
              action: given.choice('action', ACTIONS, 'Choose what is done'),
              incident: given.text('incident'),
              reason: given.text('reason'),
            })}
            button="Record it"
            done={() => recorded('What is done about the breach was recorded.')}
          >
            <p className="govuk-body">
              It happened {moment(breach.occurredAt)} and is {inWords(breach.state).toLowerCase()}.
            </p>
            <RadioField name="action" options={breach.availableActions.map((code) => [code, DONE[code]])} />
            <IncidentField order={order} />
            <LongTextField name="reason" />
          </RecordForm>
        );
      }}
    </WithOrder>
  );
}
