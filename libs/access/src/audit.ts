import { createHash } from 'node:crypto';
import type { PrincipalKind } from './grant';
import type { Purpose } from './purpose';

/** Kinds of operation to be logged: Data Protection Act 2018 s.62(1). */
export const auditKinds = ['COLLECTION', 'ALTERATION', 'CONSULTATION', 'DISCLOSURE', 'COMBINATION', 'ERASURE'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What one request did with personal data: who, why, what of, and whether it was allowed. */
export interface AuditEntry {
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  requestId: string;
  principal: { kind: PrincipalKind; id: string; name: string; agency: string };
  onBehalfOf: string | null;
  purpose: Purpose | null;
  justification: string | null;
  /** Name of the operation and SHA-256 of its text. */
  operation: string;
  operationHash: string;
  kind: AuditKind;
  /** Schema coordinates read or written, in order. */
  coordinates: readonly string[];
  /** Ids of the records disclosed or changed, in order. */
  recordIds: readonly string[];
  /** Scopes for want of which something was withheld, in order. */
  withheld: readonly string[];
  /** `ALLOWED`, or the code of the refusal. */
  outcome: string;
  /** Address that the answer goes to. */
  recipient: string;
  /** Whole milliseconds until the record was written. */
  duration: number;
}

/** An entry in its place: each hash covers the one before. */
export interface AuditRecord extends AuditEntry {
  sequence: number;
  hash: string;
}

/** What the first record follows. */
export const GENESIS = '0'.repeat(64);

/** SHA-256, in hex, of the hash before, the place and the entry with its fields in one order. */
export function chainHash(before: string, sequence: number, entry: AuditEntry): string {
  return createHash('sha256')
    .update(`${before}\n${sequence}\n${canonical(entry)}`)
    .digest('hex');
}

/** Gives entries their places after `last`. */
export function chain(entries: readonly AuditEntry[], last: { sequence: number; hash: string }): AuditRecord[] {
  let { sequence, hash } = last;
  return entries.map((entry) => {
    sequence += 1;
    hash = chainHash(hash, sequence, entry);
    return { ...entry, sequence, hash };
  });
}

/** Where a chain is broken, and how. */
export interface ChainFault {
  sequence: number;
  reason: string;
}

/** Follows a chain record by record; `next` tells of a fault, and of nothing after the first. */
export class ChainCheck {
  private sequence = 0;
  private hash = GENESIS;

  /** How many records were right, and the last hash: what an anchor kept elsewhere is compared with. */
  get last(): { sequence: number; hash: string } {
    return { sequence: this.sequence, hash: this.hash };
  }

  next({ sequence, hash, ...entry }: AuditRecord): ChainFault | undefined {
    if (sequence !== this.sequence + 1) {
      return {
        sequence: this.sequence + 1,
        reason: `record ${this.sequence + 1} is missing: ${sequence} stands in its place`,
      };
    }
    if (hash !== chainHash(this.hash, sequence, entry)) {
      return { sequence, reason: `record ${sequence} was changed, or does not follow the one before it` };
    }
    this.sequence = sequence;
    this.hash = hash;
    return undefined;
  }
}

/** JSON with the names of objects in order, so that one entry has one text wherever it was kept in between. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
