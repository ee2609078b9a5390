import type { IncomingHttpHeaders } from 'node:http';
import {
  type Grant,
  type Principal,
  type Purpose,
  JUSTIFICATION_HEADER,
  JUSTIFICATION_LENGTH,
  PURPOSE_HEADER,
  purposes,
} from '@throughline/access';
import { CodedError, invalidInput } from '@throughline/subgraph';

/** What a request says it is for. */
export interface Stated {
  purpose: Purpose;
  /** Why, in the caller's words; null where nothing, or too little, is said. */
  justification: string | null;
}

const LONGEST = 1000;

/**
 * What a request is for. Who may state one purpose only need not say it. Throws `PURPOSE_REQUIRED` where a purpose, or
 * the reason for it, is wanting, `INVALID_INPUT` for one that is none, and `FORBIDDEN` for one that is not the caller's.
 */
export function statedPurpose(headers: IncomingHttpHeaders, principal: Principal): Stated {
  const purpose = purposeOf(headers[PURPOSE_HEADER], principal);
  const words = inWords(headers[JUSTIFICATION_HEADER]);
  const justification = words.length >= JUSTIFICATION_LENGTH ? words : null;
  if (purpose === 'SAFEGUARDING' && justification === null && reachesBeyondOwnForce(principal)) {
    throw new CodedError(
      'PURPOSE_REQUIRED',
      `Safeguarding outside your own force needs a justification of at least ${JUSTIFICATION_LENGTH} characters.`,
      { fields: [{ field: JUSTIFICATION_HEADER, reason: 'is required for this purpose' }] },
    );
  }
  return { purpose, justification };
}

function purposeOf(header: string | string[] | undefined, { purposes: allowed }: Principal): Purpose {
  if (header === undefined || header === '') {
    if (allowed.length === 1) return allowed[0]!;
    throw new CodedError('PURPOSE_REQUIRED', `Say what the request is for, in the header ${PURPOSE_HEADER}.`, {
      fields: [{ field: PURPOSE_HEADER, reason: `must be one of ${allowed.join(', ')}` }],
    });
  }
  const purpose = purposes.find((known) => known === header);
  if (!purpose) throw invalidInput([{ field: PURPOSE_HEADER, reason: `must be one of ${purposes.join(', ')}` }]);
  if (allowed.includes(purpose)) return purpose;
  throw new CodedError('FORBIDDEN', `You may not ask for the purpose ${purpose}.`, {
    fields: [{ field: PURPOSE_HEADER, reason: `must be one of ${allowed.join(', ')}` }],
  });
}

/** Headers are bytes: those that are UTF-8 are read as such, others as Latin-1, which is how Node gives them. */
function inWords(header: string | string[] | undefined): string {
  if (typeof header !== 'string') return '';
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return (text.includes('\uFFFD') ? header : text)
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

function reachesBeyondOwnForce({ agency, grants }: Principal): boolean {
  const own = /^police:(\d\d)$/.exec(agency)?.[1];
  const isOwn = ({ rows, purposes: serving }: Grant) =>
    (serving !== undefined && !serving.includes('SAFEGUARDING')) ||
    (!rows.everyRow &&
      (rows.forces ?? []).every((force) => force === own) &&
      [rows.areas, rows.cases, rows.suspects].every((named) => !named?.length));
  return !grants.every(isOwn);
}
