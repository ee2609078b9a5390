import { type Context, RuleRefused, type Transaction, write } from '@throughline/subgraph';
import { requireReason } from '../case/case.service';
import { Suspect } from '../suspect/suspect.model';
import type { LinkSuspectsInput, UnlinkSuspectsInput } from './identity-link.inputs';
import { IdentityLink } from './identity-link.model';
import { decideInTurn, linksAround } from './identity-link.queries';
import { againstDeciding } from './identity-link.rules';

/** What can be done to a decision that stands. */
const UNLINK = 'UNLINK';

/** Records what the caller decided about two suspects. Throws `RULE_REFUSED` where it contradicts what stands. */
export function link(context: Context, input: LinkSuspectsInput): Promise<{ identityLink: IdentityLink }> {
  requireReason(input);
  return write(context, 'linkSuspects', input, async (transaction) => {
    await decideInTurn(transaction);
    const [a, b] = await lockBoth(transaction, input);
    const links = await linksAround(transaction, [a, b]);
    const because = againstDeciding(links, a, b, input.decision);
    if (because.length > 0) throw new RuleRefused(because, a === b ? [] : [UNLINK]);
    const { decision, reason } = input;
    const facts = { a, b, decision, decidedBy: context.caller.actor, reason };
    const made = await transaction.insert(IdentityLink, 'LINK', facts);
    return { identityLink: { ...made, withdrawnAt: null } };
  });
}

/** Withdraws a decision, whoever made it: it is kept, with its history, and nothing rests on it any more. */
export function unlink(context: Context, input: UnlinkSuspectsInput): Promise<{ identityLink: IdentityLink }> {
  requireReason(input);
  return write(context, 'unlinkSuspects', input, async (transaction) => {
    await decideInTurn(transaction);
    const standing = await transaction.lock(IdentityLink, input.id, input.expectedVersion);
    return { identityLink: await transaction.withdraw(IdentityLink, standing, UNLINK) };
  });
}

/** The ids of the two, who stay as they are until the decision is made. */
async function lockBoth(transaction: Transaction, input: LinkSuspectsInput): Promise<[string, string]> {
  const a = await transaction.find(Suspect, input.a, 'a');
  const b = await transaction.find(Suspect, input.b, 'b');
  const expected = new Map([
    [a.id, input.expectedVersionOfA],
    [b.id, input.expectedVersionOfB],
  ]);
  for (const id of [...expected.keys()].sort()) await transaction.lock(Suspect, id, expected.get(id));
  return [a.id, b.id];
}
