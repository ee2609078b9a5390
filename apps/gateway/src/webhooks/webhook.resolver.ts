import { type Principal, JUSTIFICATION_HEADER, PURPOSE_HEADER, beyond, holds } from '@throughline/access';
import { CodedError, type Context, Opens, invalidInput } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { principalOf as principalOfKey } from '../access/authenticate';
import type { Key } from '../access/key-store';
import { principalOf, servicesOf } from '../access/me.resolver';
import { type Stated, statedPurpose } from '../access/purpose';
import { secretText } from './signature';
import type { Delivery, Webhook } from './webhook-store';
import { AddWebhookInput, EndWebhookInput, ResendDeliveryInput, WebhookPayload, WebhookShown } from './webhook.model';

const INPUT = { description: 'What is to be done.' };

/** Webhooks of a key, for whoever holds it and for those who manage keys. Of others nobody learns that they exist. */
@Resolver()
export class WebhookResolver {
  @Opens('open')
  @Query(() => [WebhookShown], {
    description: 'The webhooks of the caller’s key; with key:admin, of all keys. The newest first.',
  })
  async webhooks(@Ctx() context: Context): Promise<WebhookShown[]> {
    const { webhooks } = servicesOf(context);
    return withDeliveries(context, await webhooks.list(manages(context) ? null : principalOf(context).id));
  }

  @Opens('open')
  @Mutation(() => WebhookPayload, {
    description:
      'Has an address hear of changes from now on, and shows the secret that messages are signed by, this once.',
  })
  async addWebhook(
    @Arg('input', () => AddWebhookInput, INPUT) input: AddWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { keys, webhooks, sender } = servicesOf(context);
    if (!sender) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Nothing is served yet.');
    const by = principalOf(context);
    const key = await keys.get(input.keyId ?? by.id);
    if (!key || !mayManage(context, key.id)) throw new CodedError('NOT_FOUND', 'There is no such key.');
    refuseUnfit(key, by);
    const problem = sender.problemOf(input.url);
    if (problem) throw invalidInput([{ field: 'url', reason: problem }]);
    const stated = statedFor(key, input);
    const position = await sender.end(context.caller);
    const given = { key: key.id, url: input.url, position, ...stated };
    const { webhook, isNew } = await webhooks.add(given, by.id, input.requestId);
    const secret = isNew ? secretText(sender.secretOf(webhook.id)) : null;
    return { webhook: (await withDeliveries(context, [webhook]))[0]!, secret };
  }

  @Opens('open')
  @Mutation(() => WebhookPayload, { description: 'Ends a webhook at once, with whatever it has not taken yet.' })
  async endWebhook(
    @Arg('input', () => EndWebhookInput, INPUT) { id }: EndWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { webhooks } = servicesOf(context);
    managed(context, await webhooks.get(id));
    const ended = await webhooks.end(id, `ended by ${principalOf(context).id}`);
    return { webhook: (await withDeliveries(context, [ended]))[0]!, secret: null };
  }

  @Opens('open')
  @Mutation(() => WebhookPayload, { description: 'Has a message sent now, one that is no longer tried by itself too.' })
  async resendDelivery(
    @Arg('input', () => ResendDeliveryInput, INPUT) { id }: ResendDeliveryInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { webhooks } = servicesOf(context);
    const webhook = managed(context, await webhooks.ofDelivery(id));
    await webhooks.resend(id);
    return { webhook: (await withDeliveries(context, [webhook]))[0]!, secret: null };
  }
}

const manages = ({ caller }: Context): boolean => holds(caller.rights, 'key:admin');

const mayManage = (context: Context, key: string): boolean => manages(context) || principalOf(context).id === key;

function managed(context: Context, webhook: Webhook | undefined): Webhook {
  if (webhook && mayManage(context, webhook.key)) return webhook;
  throw new CodedError('NOT_FOUND', 'There is no such webhook.');
}

/** Throws for a key that can have no webhook, and for one that opens more than whoever gives the address holds. */
function refuseUnfit(key: Key, by: Principal): void {
  if (key.revokedAt) throw new CodedError('KEY_REVOKED', 'The key was revoked.');
  if (key.operations) {
    throw new CodedError('OPERATION_NOT_ALLOWED', 'The key may run the stored operations only that it names.');
  }
  const more = by.id === key.id ? [] : beyond(key.grants, by.grants);
  if (more.length > 0) throw new CodedError('FORBIDDEN', 'Nobody can give more than they hold.', { fields: more });
}

/** What messages are for: as with a request, by the purposes of the key. */
function statedFor(key: Key, { purpose, justification }: AddWebhookInput): Stated {
  // Headers come as bytes.
  const words = Buffer.from(justification ?? '', 'utf8').toString('latin1');
  const headers = { ...(purpose && { [PURPOSE_HEADER]: purpose }), [JUSTIFICATION_HEADER]: words };
  return statedPurpose(headers, principalOfKey(key));
}

async function withDeliveries(context: Context, webhooks: readonly Webhook[]): Promise<WebhookShown[]> {
  const deliveries = await servicesOf(context).webhooks.deliveries(webhooks.map(({ id }) => id));
  const shown = ({ nextAt, ...delivery }: Delivery) => ({
    ...delivery,
    nextAt: delivery.state === 'WAITING' ? nextAt : null,
  });
  return webhooks.map((webhook) => ({
    ...webhook,
    keyId: webhook.key,
    deliveries: deliveries.filter((delivery) => delivery.webhook === webhook.id).map(shown),
  }));
}
