import { parseArgs } from 'node:util';
import { ask, findDoor } from './door';

interface Verification {
  holds: boolean;
  /** How many records were right, and the hash of the last of them. */
  sequence: number;
  hash: string;
  reason: string | null;
}

const RECORD =
  'sequence at principal { kind name agency { code } } onBehalfOf purpose justification operation kind recordIds coordinates withheld outcome';

/** `throughline audit`: exit code 0 where it was done and the chain holds, 2 where the chain is broken. */
export async function runAudit([action, ...args]: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { json: { type: 'boolean', default: false }, record: text, principal: text, agency: text } as const;
  const { values } = parseArgs({ args, options: { ...options, from: text, to: text, outcome: text, first: text } });
  switch (action) {
    case 'verify':
      return verify(values.json);
    case 'trail': {
      const { record: recordId, principal: principalId, agency, from, to, outcome } = values;
      const filter = { recordId, principalId, agency, from, to, outcome };
      const { auditTrail } = await ask<{ auditTrail: { edges: { node: object }[] } }>(
        findDoor(),
        'AUDIT',
        `query ($filter: AuditFilter!, $first: Int!) { auditTrail(filter: $filter, first: $first) { edges { node { ${RECORD} } } } }`,
        { filter, first: Number(values.first ?? 50) },
      );
      for (const { node } of auditTrail.edges) process.stdout.write(`${JSON.stringify(node)}\n`);
      return 0;
    }
    default:
      throw new Error(`audit takes verify or trail, not ${action ?? 'nothing'}`);
  }
}

async function verify(asJson: boolean): Promise<number> {
  const { url, key } = findDoor();
  const response = await fetch(`${url}/v1/audit/verify`, {
    headers: { authorization: `Bearer ${key}`, 'throughline-purpose': 'AUDIT' },
  });
  if (!response.ok) {
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    throw new Error(errors[0]!.message);
  }
  // Empty lines only say that it is still going on.
  const verification = JSON.parse((await response.text()).trim()) as Verification;
  const { holds, sequence, hash, reason } = verification;
  process.stdout.write(
    asJson
      ? `${JSON.stringify(verification)}\n`
      : holds
        ? `The chain of ${sequence} records holds. The last hash is ${hash}.\n`
        : `The chain is broken after ${sequence} records: ${reason ?? ''}.\n`,
  );
  return holds ? 0 : 2;
}
