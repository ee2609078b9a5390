import { type ComponentType, type ReactNode, Suspense, lazy } from 'react';
import { Route } from 'react-router';
import { Loading } from '../shown';

/** A page that is loaded when it is first opened: most visits read and do not write. */
export function late(load: () => Promise<ComponentType>): ReactNode {
  const Page = lazy(async () => ({ default: await load() }));
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  );
}

const advice = () => import('../case/early-advice-form');
const plan = () => import('../case/action-plan-form');
const risk = () => import('../case/risk-form');
const breach = () => import('../order/breach-form');

/** Forms of casework, each at an address of its own below what it is about. */
export const CASEWORK = (
  <>
    <Route path="/cases/:id/advice" element={late(async () => (await advice()).RequestEarlyAdvicePage)} />
    <Route path="/cases/:id/advice/:advice" element={late(async () => (await advice()).AnswerEarlyAdvicePage)} />
    <Route path="/cases/:id/plan" element={late(async () => (await plan()).IssueActionPlanPage)} />
    <Route path="/cases/:id/plan/:plan" element={late(async () => (await plan()).ExtendActionPlanPage)} />
    <Route
      path="/cases/:id/plan/:plan/items/:item"
      element={late(async () => (await plan()).CompleteActionPlanItemPage)}
    />
    <Route path="/cases/:id/risk" element={late(async () => (await risk()).AssessRiskPage)} />
    <Route path="/cases/:id/risk/:assessment" element={late(async () => (await risk()).ReviewRiskPage)} />
    <Route path="/orders/:id/breach" element={late(async () => (await breach()).ReportBreachPage)} />
    <Route path="/orders/:id/breach/:breach" element={late(async () => (await breach()).MoveBreachPage)} />
  </>
);
