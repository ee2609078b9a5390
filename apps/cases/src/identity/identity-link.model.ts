import { Fact, GraphQLDateTime, Link, Model, Opens, enumeration, must, oneOf, text } from '@throughline/subgraph';
import { Field } from 'type-graphql';
import { Suspect } from '../suspect/suspect.model';

export const IdentityDecision = enumeration('IdentityDecision', 'What was decided about two suspect records.', {
  SAME: 'They are one person.',
  DIFFERENT: 'They are two people.',
});
export type IdentityDecision = keyof typeof IdentityDecision;

@Model({
  record: 'identityLink',
  schema: 'cases',
  table: 'identity_link',
  scope: 'case:read',
  rows: { of: () => Suspect, by: ['a_id', 'b_id'] },
  description: 'A person’s decision that two suspect records are, or are not, one person.',
  indexes: [['aId'], ['bId']],
})
export class IdentityLink {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('case:read', 'suspect', () => Suspect, 'One of the two records.', { required: true })
  aId!: string;

  @Link('case:read', 'suspect', () => Suspect, 'The other record.', { required: true })
  bId!: string;

  @Fact('case:read', must(oneOf(IdentityDecision)), 'What was decided.')
  decision!: IdentityDecision;

  @Fact('case:read', must(text), 'Who decided.')
  decidedBy!: string;

  @Fact('narrative:read', must(text), 'Why.')
  reason!: string | null;

  @Opens('case:read')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  withdrawnAt!: string | null;
}
