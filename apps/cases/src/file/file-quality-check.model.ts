import { Fact, Link, Model, bool, date, list, must, text } from '@throughline/subgraph';
import { Case } from '../case/case.model';

@Model({
  record: 'fileQualityCheck',
  schema: 'cases',
  table: 'file_quality_check',
  scope: 'case:read',
  description: 'A check of the police file against the standard it must meet.',
  indexes: [['caseId']],
})
export class FileQualityCheck {
  id!: string;
  source!: string;
  ref!: string;

  @Link('case:read', 'case', () => Case, 'The case.', { required: true })
  caseId!: string;

  @Fact('case:read', must(date), 'Day of the check.')
  checkedOn!: string;

  @Fact('case:read', must(text), 'The standard, such as DG6.')
  standard!: string;

  @Fact('case:read', must(bool), 'Whether the file met it.')
  compliant!: boolean;

  @Fact('case:read', list(text), 'What was missing.')
  gaps!: string[];
}
