import { createGunzip } from 'node:zlib';

/** The rest of a compressed stream cannot be read; everything before it has been given. */
export class DamagedGzip extends Error {}

/**
 * Compressed bytes given to zlib at a time. Deflate packs a thousandfold at most, so what one piece unpacks to stays
 * within 16 MiB whoever made it.
 */
const PIECE = 16 * 1024;

/**
 * The bytes of a stream that may be gzip (one member or several), whatever its headers say of it. Throws `DamagedGzip`
 * where it is cut short or spoilt, after what could be read.
 */
export async function* plainBytes(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    let head: Buffer = Buffer.alloc(0);
    while (head.length < 2) {
      const next = await chunks.next();
      if (next.done) break;
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const whole = restored(head, chunks);
    yield* head[0] === 0x1f && head[1] === 0x8b ? gunzip(whole) : whole;
  } finally {
    // A loop that ends early must let go of the source, so that others can read on.
    await chunks.return?.();
  }
}

async function* restored(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function* gunzip(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacking = new Unpacking();
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && !unpacking.ended; at += PIECE) {
        await unpacking.write(chunk.subarray(at, at + PIECE));
        yield* unpacking.take();
      }
    }
    await unpacking.end();
    yield* unpacking.take();
  } catch (error) {
    if (error instanceof DamagedGzip) yield* unpacking.take();
    throw error;
  } finally {
    unpacking.destroy();
  }
}

/**
 * Node's gunzip, a piece at a time. Its own iterator throws away what it had unpacked when an error follows; here each
 * piece's bytes are taken before the next piece goes in.
 */
class Unpacking {
  // Where the stream is spoilt, zlib keeps what it was unpacking to itself: the less that is, the less is lost.
  private readonly unzip = createGunzip({ chunkSize: 16 * 1024 });
  private unpacked: Buffer[] = [];
  private damage: DamagedGzip | undefined;
  private settle: () => void = () => undefined;
  ended = false;

  constructor() {
    this.unzip.on('data', (bytes: Buffer) => this.unpacked.push(bytes));
    // Also where bytes that are no gzip follow the last member, and then it never calls back for the piece.
    this.unzip.once('end', () => {
      this.ended = true;
      this.settle();
    });
    this.unzip.once('error', (error: NodeJS.ErrnoException) => {
      this.damage = new DamagedGzip(
        error.code === 'Z_BUF_ERROR'
          ? 'the gzip stream ends before its end (truncated): what follows is missing'
          : 'the gzip stream is damaged: what follows cannot be read',
      );
      this.settle();
    });
  }

  write(piece: Buffer): Promise<void> {
    return this.until((done) => this.unzip.write(piece, () => done()));
  }

  end(): Promise<void> {
    return this.ended ? Promise.resolve() : this.until(() => this.unzip.end());
  }

  take(): Buffer[] {
    const taken = this.unpacked;
    this.unpacked = [];
    return taken;
  }

  destroy(): void {
    this.unzip.destroy();
  }

  private async until(work: (done: () => void) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      this.settle = resolve;
      work(resolve);
    });
    if (this.damage) throw this.damage;
  }
}
