import {
  CaseStage,
  Fact,
  FileAvailability,
  Links,
  Model,
  Relationship,
  area,
  bool,
  date,
  enumeration,
  flag,
  force,
  list,
  must,
  oneOf,
  orElse,
  text,
} from '@throughline/subgraph';
import { Suspect } from '../suspect/suspect.model';
import { Victim } from '../victim/victim.model';

export { CaseStage, FileAvailability, Relationship };

export const Classification = enumeration('Classification', 'Government security classification.', {
  OFFICIAL: 'OFFICIAL.',
  OFFICIAL_SENSITIVE: 'OFFICIAL with the caveat SENSITIVE.',
});
export type Classification = keyof typeof Classification;

export const ClosedReason = enumeration('ClosedReason', 'Why a case was closed.', {
  VICTIM_WITHDREW: 'The victim no longer supported it.',
  EVIDENTIAL: 'The evidence did not suffice.',
  PUBLIC_INTEREST: 'A prosecution was not in the public interest.',
  ADMINISTRATIVE: 'For an administrative reason.',
  CONCLUDED: 'It was concluded.',
  OTHER: 'For another reason.',
});
export type ClosedReason = keyof typeof ClosedReason;

@Model({
  record: 'case',
  schema: 'cases',
  table: 'case',
  scope: 'case:read',
  rows: 'case',
  entity: true,
  description: 'A case file.',
  indexes: [
    ['urn'],
    ['openedOn', 'id'],
    ['force', 'openedOn', 'id'],
    ['area', 'openedOn', 'id'],
    { columns: ['suspectIds'], type: 'gin' },
    { columns: ['victimIds'], type: 'gin' },
  ],
})
export class Case {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Fact('case:read', must(text), 'Unique reference number of the case file.')
  urn!: string;

  @Fact('case:read', list(text), 'Police crime references.')
  crimeReferences!: string[];

  @Fact('case:read', must(force), 'The force that investigates.')
  force!: string;

  @Fact('case:read', must(area), 'The CPS area that prosecutes.')
  area!: string;

  @Fact('case:read', must(date), 'Day the case was opened.')
  openedOn!: string;

  @Fact('case:read', must(oneOf(CaseStage)), 'How far it has come.')
  stage!: CaseStage;

  @Links('case:read', 'suspect', () => Suspect, 'Who is suspected, charged or convicted.', { mayBeEmpty: true })
  suspectIds!: string[];

  @Links('case:read', 'victim', () => Victim, 'Whom the conduct was aimed at.', { mayBeEmpty: true })
  victimIds!: string[];

  @Fact('case:read', must(oneOf(Relationship)), 'What suspect and victim are, or were, to each other.')
  relationship!: Relationship;

  @Fact('case:read', must(bool), 'Whether it is flagged as domestic abuse.')
  domestic!: boolean;

  @Fact('case:read', list(text), 'Monitoring flags, in the source’s words.')
  flags!: string[];

  @Fact('case:read', orElse(oneOf(Classification), 'OFFICIAL_SENSITIVE'), 'Security classification.')
  classification!: Classification;

  @Fact('case:read', flag, 'Whether only those who are named may read it.')
  restricted!: boolean;

  @Fact('case:read', oneOf(FileAvailability), 'Whether the file can be examined.')
  fileAvailability!: FileAvailability | null;

  @Fact('case:read', date, 'Day the victim personal statement was taken.')
  victimPersonalStatementOn!: string | null;

  @Fact('case:read', date, 'Day a police information notice was given; none should be in a stalking case.')
  policeInformationNoticeOn!: string | null;

  @Fact('case:read', date, 'Day the first report was made.')
  reportedOn!: string | null;

  @Fact('case:read', date, 'Day the file was referred to a prosecutor.')
  referredOn!: string | null;

  @Fact('case:read', date, 'Day the case was closed.')
  closedOn!: string | null;

  @Fact('case:read', oneOf(ClosedReason), 'Why it was closed.')
  closedReason!: ClosedReason | null;
}
