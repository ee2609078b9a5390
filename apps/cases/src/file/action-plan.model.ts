import { Fact, Link, Model, Value, date, list, must, nested, text } from '@throughline/subgraph';
import { Case } from '../case/case.model';

@Value('case:read', 'Something that a prosecutor asked to be done.')
export class ActionPlanItem {
  @Fact('case:read', must(text), 'What is to be done.')
  text!: string;

  @Fact('case:read', date, 'Day it was done.')
  doneOn!: string | null;
}

@Model({
  record: 'actionPlan',
  schema: 'cases',
  table: 'action_plan',
  scope: 'case:read',
  description: 'What a prosecutor asked to be done, and by when.',
  indexes: [['caseId']],
})
export class ActionPlan {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'case', () => Case, 'The case.', { required: true })
  caseId!: string;

  @Fact('case:read', must(date), 'Day it was issued.')
  issuedOn!: string;

  @Fact('case:read', must(date), 'Day by which all of it is to be done.')
  dueOn!: string;

  @Fact('case:read', must(list(nested(() => ActionPlanItem))), 'What is to be done.')
  items!: ActionPlanItem[];
}

/** Overdue from the day after it is due, for as long as something is left undone. */
export function isOverdue({ dueOn, items }: Pick<ActionPlan, 'dueOn' | 'items'>, today: string): boolean {
  return dueOn < today && items.some(({ doneOn }) => doneOn === null);
}
