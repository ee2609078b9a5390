import { GraphQLDateTime, Opens, describeEnum } from '@throughline/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Purpose } from '../access/me.model';

const STATES = {
  WAITING: 'It is tried until it is taken.',
  DEAD: 'It failed too often, and is tried again only when somebody asks for it.',
};
export const DeliveryState = Object.fromEntries(Object.keys(STATES).map((name) => [name, name]));
describeEnum('DeliveryState', 'Whether a message is still tried.', DeliveryState, STATES);

@Opens('open')
@ObjectType('WebhookDelivery', { description: 'A message that its address has not taken yet.', simpleResolvers: true })
export class WebhookDelivery {
  @Field(() => ID, { description: 'What the message carries as webhook-id.' })
  id!: string;

  @Field(() => DeliveryState, { description: 'Whether it is still tried.' })
  state!: string;

  @Field(() => Int, { description: 'How often it was tried since it was last sent for.' })
  attempts!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it is tried next; null where it is not.' })
  nextAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What went wrong the last time.' })
  lastError!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: string;
}

@Opens('open')
@ObjectType('Webhook', {
  description: 'An address that hears of changes to the records that a key may read.',
  simpleResolvers: true,
})
export class WebhookShown {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'Public id of the key by whose rights it hears.' })
  keyId!: string;

  @Field(() => String, { description: 'Where messages go.' })
  url!: string;

  @Field(() => Purpose, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended.' })
  endedBecause!: string | null;

  @Field(() => [WebhookDelivery], {
    description: 'Messages that it has not taken yet, the oldest first, a hundred at most.',
  })
  deliveries!: WebhookDelivery[];
}

@Opens('open')
@ObjectType({ description: 'A webhook that was added or changed.', simpleResolvers: true })
export class WebhookPayload {
  @Field(() => WebhookShown, { description: 'The webhook.' })
  webhook!: WebhookShown;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret that messages are signed by, once, when it is added; null where the request was sent before.',
  })
  secret!: string | null;
}

@InputType({ description: 'An address that is to hear of changes from now on.' })
export class AddWebhookInput {
  @Field(() => ID, { description: 'Chosen by the caller; sent again, it adds no other and shows no secret.' })
  requestId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Public id of the key by whose rights it hears; by default the caller’s own.',
  })
  keyId?: string | null;

  @Field(() => String, { description: 'Where messages go: https, at a public address.' })
  url!: string;

  @Field(() => Purpose, { nullable: true, description: 'What it is for; a key with one purpose may leave it out.' })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in words, where the purpose takes that.' })
  justification?: string | null;
}

@InputType({ description: 'A webhook that is to end.' })
export class EndWebhookInput {
  @Field(() => ID, { description: 'Chosen by the caller.' })
  requestId!: string;

  @Field(() => ID, { description: 'Id of the webhook.' })
  id!: string;
}

@InputType({ description: 'A message that is to be sent now.' })
export class ResendDeliveryInput {
  @Field(() => ID, { description: 'Chosen by the caller.' })
  requestId!: string;

  @Field(() => ID, { description: 'Id of the message.' })
  id!: string;
}
