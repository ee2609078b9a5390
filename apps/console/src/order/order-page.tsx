import { useQuery } from '@apollo/client/react';
import { OrderPageDocument } from '@throughline/client';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { personName } from '../names';
import { useSession } from '../session';
import { Actions, Facts, Failure, Loading, Recorded, Table } from '../shown';
import { day, inWords, moment, orderInWords } from '../words';

export function OrderPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, loading, error } = useQuery(OrderPageDocument, { variables: { id } });
  const mayWrite = useSession().me.scopes.includes('order:write');
  const order = data?.order;
  if (!order) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such order, or none that you may see.'} />;
  }
  const on = (date: string | null) => (date ? day(date) : 'Not recorded');
  return (
    <>
      <h1 className="govuk-heading-l">{orderInWords(order.kind)}</h1>
      <Recorded />
      {error && <Failure message={error.message} />}
      <Actions of={[mayWrite && [`/orders/${order.id}/breach`, 'Report a breach']]} />
      <Facts
        of={[
          [
            'Binds',
            <Link key="suspect" className="govuk-link" to={`/suspects/${order.suspect?.id ?? ''}`}>
              {personName(order.suspect)}
            </Link>,
          ],
          ['Protects', order.protectedPersons.map((person) => personName(person)).join(', ')],
          ['State', `${inWords(order.state)}${order.inForce ? ', in force today' : ', not in force today'}`],
          ['Made and served', `${on(order.madeOn)}; ${on(order.servedOn)}`],
          [
            'In force',
            `${on(order.effectiveFrom)} to ${order.untilFurtherOrder ? 'further order' : on(order.effectiveTo)}`,
          ],
          ['Court', order.court ?? 'Not recorded'],
          ...(order.case
            ? ([
                [
                  'Case',
                  <Link key="case" className="govuk-link" to={`/cases/${order.case.id}`}>
                    {order.case.urn}
                  </Link>,
                ],
              ] as [string, ReactNode][])
            : []),
        ]}
      />
      <Table
        caption="Conditions"
        head={['Kind', 'Text']}
        rows={order.conditions.map(({ id: key, kind, text }) => ({ key, cells: [inWords(kind), text] }))}
      />
      <Table
        caption="Breaches"
        head={['Happened', 'Reported', 'State', 'Why', ...(mayWrite ? ['What is done'] : [])]}
        rows={order.breaches.map(({ id: key, occurredAt, reportedAt, state, reason, availableActions }) => ({
          key,
          id: `record-${key}`,
          cells: [
            moment(occurredAt),
            moment(reportedAt),
            inWords(state),
            reason ?? '',
            ...(mayWrite
              ? [
                  availableActions.length > 0 && (
                    <Link key="move" className="govuk-link" to={`/orders/${order.id}/breach/${key}`}>
                      Record what is done
                      <span className="govuk-visually-hidden"> about the breach of {moment(occurredAt)}</span>
                    </Link>
                  ),
                ]
              : []),
          ],
        }))}
      />
      <Table
        caption="What happened to it"
        head={['On', 'What', 'Note']}
        rows={order.history.map(({ on: date, kind, note }) => ({
          key: `${date} ${kind}`,
          cells: [day(date), inWords(kind), note ?? ''],
        }))}
      />
    </>
  );
}
