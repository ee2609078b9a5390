import { useQuery } from '@apollo/client/react';
import { type CaseAction, CasePageDocument } from '@throughline/client';
import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { personName } from '../names';
import { useSession } from '../session';
import { Actions, Facts, Failure, Loading, Recorded, Shown, Table } from '../shown';
import { behaviourInWords, day, inWords, moment, orderInWords, within } from '../words';
import type { CaseData as Case } from './with-case';

const OPERATION = 'CasePage';

export function CasePage(): ReactNode {
  const { id = '' } = useParams();
  const { data, loading, error } = useQuery(CasePageDocument, { variables: { id } });
  const found = data?.case;
  if (!found) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such case, or none that you may see.'} />;
  }
  return (
    <>
      <h1 className="govuk-heading-l">Case {found.urn}</h1>
      <Recorded />
      {error && <Failure message={error.message} />}
      <CaseActions of={found} />
      <About of={found} />
      <Happened of={found} />
      <Decided of={found} />
    </>
  );
}

/** Whether the caller may write to the case, and it can be done as the case stands. */
function useCan(found: Case): (action: CaseAction) => boolean {
  const { me } = useSession();
  return (action) => me.scopes.includes('case:write') && found.availableActions.includes(action);
}

function CaseActions({ of: found }: { of: Case }): ReactNode {
  const { me } = useSession();
  const can = useCan(found);
  return (
    <Actions
      of={[
        can('REQUEST_EARLY_ADVICE') && [`/cases/${found.id}/advice`, 'Ask for early advice'],
        can('ISSUE_ACTION_PLAN') && [`/cases/${found.id}/plan`, 'Issue an action plan'],
        me.scopes.includes('risk:write') && [`/cases/${found.id}/risk`, 'Assess the risk'],
      ]}
    />
  );
}

function About({ of: found }: { of: Case }): ReactNode {
  const people = (all: Case['suspects'] | Case['victims'], field: string, page?: string) => (
    <Shown
      of={all.map((person) => (
        <span className="person" key={person.id}>
          {page ? (
            <Link className="govuk-link" to={`/${page}/${person.id}`}>
              {personName(person)}
            </Link>
          ) : (
            personName(person)
          )}
        </span>
      ))}
      operation={OPERATION}
      field={field}
    />
  );
  return (
    <Facts
      of={[
        ['Stage', inWords(found.stage)],
        ['Opened', day(found.openedOn)],
        ['Force and area', `${found.force.name}, ${found.area.name}`],
        ['Suspects', people(found.suspects, 'suspects', 'suspects')],
        ['Victims', people(found.victims, 'victims')],
        ['Relationship', `${inWords(found.relationship)}${found.domestic ? ', domestic' : ''}`],
        ['Marking', `${inWords(found.classification)}${found.restricted ? ', restricted' : ''}`],
      ]}
    />
  );
}

function Happened({ of: found }: { of: Case }): ReactNode {
  const mayAssess = useSession().me.scopes.includes('risk:write');
  return (
    <>
      <Table
        caption="Incidents"
        head={['When', 'Behaviour', 'Evidence', 'What happened']}
        rows={found.incidents.edges.map(({ node }) => ({
          key: node.id,
          id: `record-${node.id}`,
          cells: [
            moment(node.occurredFrom, node.timeKnown),
            node.behaviours.map(behaviourInWords).join(', '),
            inWords(node.evidence),
            <Shown key="narrative" of={node.narrative} operation={OPERATION} field="narrative" />,
          ],
        }))}
      />
      <Table
        caption="Recorded crimes"
        head={['Reference', 'Recorded', 'Offence']}
        rows={found.recordedCrimes.map(({ id, reference, recordedOn, principalOffence }) => ({
          key: id,
          id: `record-${id}`,
          cells: [reference, day(recordedOn), principalOffence?.title ?? 'No code'],
        }))}
      />
      <Table
        caption="Orders"
        head={['Order', 'State']}
        rows={(found.orders ?? []).map(({ id, kind, state }) => ({
          key: id,
          cells: [
            <Link key="order" className="govuk-link" to={`/orders/${id}`}>
              {orderInWords(kind)}
            </Link>,
            inWords(state),
          ],
        }))}
      />
      <Table
        caption="Risk assessments"
        head={['When', 'Why then', 'Grade', ...(mayAssess ? ['Review'] : [])]}
        rows={(found.riskAssessments ?? []).map(({ id, assessedAt, trigger, grade }) => ({
          key: id,
          cells: [
            moment(assessedAt),
            inWords(trigger),
            inWords(grade),
            ...(mayAssess
              ? [
                  <Link key="review" className="govuk-link" to={`/cases/${found.id}/risk/${id}`}>
                    Review<span className="govuk-visually-hidden"> the assessment of {moment(assessedAt)}</span>
                  </Link>,
                ]
              : []),
          ],
        }))}
      />
    </>
  );
}

function Decided({ of: found }: { of: Case }): ReactNode {
  const can = useCan(found);
  const at = `/cases/${found.id}`;
  return (
    <>
      <Table
        caption="Charging decisions"
        head={['On', 'Decision', 'Considered', 'Guidance in force']}
        rows={found.decisions.map(({ id, decidedOn, kind, outcome, considered, guidanceInForce }) => ({
          key: id,
          cells: [
            day(decidedOn),
            `${inWords(kind)}: ${within(outcome)}`,
            considered
              .map(({ family, accepted }) => `${inWords(family)} (${accepted ? 'accepted' : 'rejected'})`)
              .join(', '),
            guidanceInForce?.map(({ title, version }) => `${title}, ${version}`).join('; ') ?? '',
          ],
        }))}
      />
      <Table
        caption="Charges"
        head={['On', 'Offence', 'Rests on', 'Verdict']}
        rows={found.charges.map(({ id, chargedOn, offence, verdict, incidents, breaches }) => ({
          key: id,
          cells: [
            day(chargedOn),
            offence.title,
            `${incidents.length} incidents, ${breaches.length} breaches`,
            verdict ? inWords(verdict) : 'None yet',
          ],
        }))}
      />
      <Table
        caption="Early advice"
        head={['Requested', 'Answered', 'Topics']}
        rows={found.earlyAdvice.map(({ id, requestedAt, respondedAt, topics }) => ({
          key: id,
          cells: [
            moment(requestedAt),
            respondedAt ? (
              moment(respondedAt)
            ) : can('ANSWER_EARLY_ADVICE') ? (
              <Link key="answer" className="govuk-link" to={`${at}/advice/${id}`}>
                Record the advice
              </Link>
            ) : (
              'Not yet'
            ),
            topics.join(', '),
          ],
        }))}
      />
      <Table
        caption="Action plans"
        head={['Issued', 'Due', 'Items']}
        rows={found.actionPlans.map(({ id, issuedOn, dueOn, overdue, items }) => ({
          key: id,
          cells: [
            day(issuedOn),
            <Fragment key="due">
              {day(dueOn)}
              {overdue && ', overdue'}{' '}
              {can('EXTEND_ACTION_PLAN') && (
                <Link className="govuk-link" to={`${at}/plan/${id}`}>
                  Give more time
                </Link>
              )}
            </Fragment>,
            <ul key="items" className="govuk-list">
              {items.map(({ text, doneOn }, item) => (
                <li key={text}>
                  {text}{' '}
                  {doneOn
                    ? `(done ${day(doneOn)})`
                    : can('COMPLETE_ACTION_PLAN_ITEM') && (
                        <Link className="govuk-link" to={`${at}/plan/${id}/items/${item}`}>
                          Record that it is done
                        </Link>
                      )}
                </li>
              ))}
            </ul>,
          ],
        }))}
      />
      <Table
        caption="History"
        head={['When', 'Who', 'What', 'Why']}
        rows={found.history.edges.map(({ node }, at) => ({
          key: String(at),
          cells: [moment(node.at), node.actor, inWords(node.action), node.reason ?? ''],
        }))}
      />
    </>
  );
}
