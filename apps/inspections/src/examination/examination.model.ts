import { OffenceFamily } from '@throughline/reference';
import {
  Fact,
  Link,
  Model,
  Value,
  bool,
  date,
  enumeration,
  flag,
  hidden,
  list,
  must,
  nested,
  oneOf,
  text,
} from '@throughline/subgraph';
import { Case } from '../elsewhere';
import { Inspection, InspectionTheme, QuestionKind } from '../inspection/inspection.model';

export const InspectionRating = enumeration(
  'InspectionRating',
  'How far a file meets a standard, as inspectors rate it.',
  {
    FULLY_MEETING: 'Meets it in full.',
    PARTIALLY_MEETING: 'Meets it in part.',
    NOT_MEETING: 'Does not meet it.',
    NOT_APPLICABLE: 'The standard does not apply to the file.',
  },
);
export type InspectionRating = keyof typeof InspectionRating;

export const CodeCompliance = enumeration(
  'CodeCompliance',
  'Whether a decision complied with the Code for Crown Prosecutors.',
  {
    YES: 'It did.',
    NO: 'It did not: no reasonable prosecutor could have made it on what was known.',
    NOT_ASSESSED: 'That was not looked at.',
  },
);
export type CodeCompliance = keyof typeof CodeCompliance;

@Value('inspection:read', 'The guidance that an answer judges a file by.')
export class ExaminationGuidance {
  @Fact('inspection:read', must(text), 'Key of the guidance.')
  key!: string;

  @Fact('inspection:read', must(text), 'Its version.')
  version!: string;
}

@Value('inspection:read', 'A question that an examination answers.')
export class ExaminationQuestion {
  @Fact('inspection:read', must(text), 'Its key within the inspection.')
  key!: string;

  @Fact('inspection:read', text, 'The question; null where the inspection has not arrived or does not ask it.')
  text!: string | null;

  @Fact('inspection:read', oneOf(QuestionKind), 'How it is answered; null where its text is.')
  kind!: QuestionKind | null;

  @Fact('inspection:read', nested(() => InspectionTheme), 'The theme it belongs to; null where its text is.')
  theme!: InspectionTheme | null;
}

@Value('inspection:read', 'An answer that an inspector gave about a file.')
export class ExaminationAnswer {
  /** Where the question stands; put here by the examination, for an answer knows only the question’s key. */
  inspectionId!: string;
  /** The case whose file it is about; put here likewise. */
  caseId!: string;

  @Fact('inspection:read', hidden(must(text)), 'Key of the question.')
  question!: string;

  @Fact('inspection:read', oneOf(InspectionRating), 'How far the file meets the standard, where that was asked.')
  rating!: InspectionRating | null;

  @Fact('inspection:read', bool, 'Yes or no, where that was asked.')
  yes!: boolean | null;

  @Fact('inspection:read', oneOf(OffenceFamily), 'The offence family, where that was asked.')
  family!: OffenceFamily | null;

  @Fact('narrative:read', text, 'What the inspector remarked.')
  comment!: string | null;

  @Fact('inspection:read', nested(() => ExaminationGuidance), 'The guidance the file was judged by.')
  guidance!: ExaminationGuidance | null;
}

@Model({
  record: 'fileExamination',
  schema: 'inspections',
  table: 'file_examination',
  scope: 'inspection:read',
  entity: true,
  description: 'What an inspector found in the file of one case.',
  indexes: [
    ['inspectionId', 'examinedOn', 'id'],
    ['caseId', 'examinedOn', 'id'],
  ],
})
export class FileExamination {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('inspection:read', 'inspection', () => Inspection, 'The inspection it was made for.', { required: true })
  inspectionId!: string;

  @Link('inspection:read', 'case', () => Case, 'The case whose file was examined.', { required: true })
  caseId!: string;

  @Fact('inspection:read', must(date), 'Day it was made.')
  examinedOn!: string;

  @Fact('inspection:read', must(list(nested(() => ExaminationAnswer))), 'The answers given.')
  answers!: ExaminationAnswer[];

  @Fact('inspection:read', oneOf(CodeCompliance), 'Whether the charging decision complied with the Code.')
  codeCompliant!: CodeCompliance | null;

  @Fact('inspection:read', oneOf(OffenceFamily), 'The family of the charge that the inspector found most fitting.')
  appropriateFamily!: OffenceFamily | null;

  @Fact('inspection:read', text, 'Who examined the file, as the inspectorate calls them; two who do tell them apart.')
  examiner!: string | null;

  @Fact('inspection:read', flag, 'Whether it settles what two examinations of the file found.')
  moderates!: boolean;
}
