import { behaviour } from '../../apps/behaviour/src/behaviour.subgraph';
import { cases } from '../../apps/cases/src/cases.subgraph';
import { inspections } from '../../apps/inspections/src/inspections.subgraph';
import { orders } from '../../apps/orders/src/orders.subgraph';
import { riskAssessments } from '../../apps/risk-assessments/src/risk-assessments.subgraph';

/** Every subgraph of the graph. */
export const subgraphs = [cases, orders, riskAssessments, inspections, behaviour];
