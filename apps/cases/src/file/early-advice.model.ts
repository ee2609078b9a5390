import { Fact, Link, Model, force, list, must, text, time } from '@throughline/subgraph';
import { Case } from '../case/case.model';

@Model({
  record: 'earlyAdvice',
  schema: 'cases',
  table: 'early_advice',
  scope: 'case:read',
  description: 'A prosecutor’s early advice, asked for and given.',
  indexes: [['caseId']],
})
export class EarlyAdvice {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'case', () => Case, 'The case.', { required: true })
  caseId!: string;

  @Fact('case:read', must(time('requestedTimeKnown')), 'When it was asked for.')
  requestedAt!: string;
  requestedTimeKnown!: boolean;

  @Fact('case:read', must(force), 'The force that asked.')
  requestedBy!: string;

  @Fact('case:read', time('respondedTimeKnown'), 'When it was given.')
  respondedAt!: string | null;
  respondedTimeKnown!: boolean | null;

  @Fact('case:read', list(text), 'What it was about.')
  topics!: string[];

  @Fact('narrative:read', text, 'The advice.')
  advice!: string | null;
}
