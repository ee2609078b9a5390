import { invalidInput } from '@throughline/subgraph';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Position } from './change-feed';

const CURSOR_LENGTH = 2000;

/**
 * Positions as callers hold them: encrypted (JWE, RFC 7516), because how far a feed has come tells how much happens to
 * records that a caller may not see.
 */
export class SealedPositions {
  /** `key` has 32 bytes; replicas need the same one. */
  constructor(private readonly key: Buffer) {}

  seal(position: Position): Promise<string> {
    return new CompactEncrypt(Buffer.from(JSON.stringify(position)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(this.key);
  }

  /** Throws `INVALID_INPUT` for what was not sealed here. */
  async open(cursor: string): Promise<Position> {
    try {
      if (cursor.length > CURSOR_LENGTH) throw new Error('too long');
      const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
      const { plaintext } = await compactDecrypt(cursor, this.key, options);
      return JSON.parse(Buffer.from(plaintext).toString('utf8')) as Position;
    } catch {
      throw invalidInput([{ field: 'since', reason: 'is no cursor that this service gave' }]);
    }
  }
}
