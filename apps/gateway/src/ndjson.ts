import { isUtf8 } from 'node:buffer';
import { DamagedGzip } from './gzip';

/** Bytes that a line may have unless told otherwise. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** One line of a stream: its text, or why it has none. Lines count from 1. */
export type Line =
  { line: number; text: string } | { line: number; tooLong: number } | { line: number; unreadable: string };

/**
 * Splits bytes into lines, those that end in one chunk together, keeping no more than one line of at most
 * `maxLineBytes` besides; the bytes of a longer one are counted and dropped as they come. Blank lines are counted and
 * skipped; CRLF and a byte order mark are tolerated. Where the source is damaged, the line it breaks off in and the
 * damage itself are the last two it gives.
 */
export async function* ndjson(source: AsyncIterable<Buffer>, maxLineBytes = MAX_LINE_BYTES): AsyncGenerator<Line[]> {
  const lines = new Splitter(maxLineBytes);
  try {
    for await (const chunk of source) yield lines.take(chunk);
  } catch (error) {
    if (!(error instanceof DamagedGzip)) throw error;
    yield lines.broken(error.message);
    return;
  }
  yield lines.rest();
}

class Splitter {
  private line = 0;
  /** The beginning of a line whose end has not come yet; grows by doubling, so that small chunks cost no more. */
  private held = Buffer.allocUnsafe(64 * 1024);
  private heldBytes = 0;

  constructor(private readonly maxLineBytes: number) {}

  take(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = this.ended(chunk.subarray(from, end));
      from = end + 1;
      if (line) lines.push(line);
    }
    this.hold(chunk.subarray(from));
    return lines;
  }

  rest(): Line[] {
    const line = this.heldBytes > 0 ? this.ended(Buffer.alloc(0)) : undefined;
    return line ? [line] : [];
  }

  broken(reason: string): Line[] {
    const cutOff = { line: this.line + 1, unreadable: 'is cut off: the stream breaks off within this line' };
    const lines = this.heldBytes > 0 ? [cutOff] : [];
    return [...lines, { line: this.line + lines.length + 1, unreadable: reason }];
  }

  /** The line that ends with `last`; undefined for a blank one. */
  private ended(last: Buffer): Line | undefined {
    const line = ++this.line;
    const length = this.heldBytes + last.length;
    if (length > this.maxLineBytes) {
      this.heldBytes = 0;
      return { line, tooLong: length };
    }
    let bytes = last;
    if (this.heldBytes > 0) {
      this.hold(last);
      bytes = this.held.subarray(0, length);
      this.heldBytes = 0;
    }
    if (!isUtf8(bytes)) return { line, unreadable: 'is not valid UTF-8' };
    const text = bytes.toString('utf8', line === 1 && isMarked(bytes) ? 3 : 0, unreturned(bytes));
    return text.trim() === '' ? undefined : { line, text };
  }

  private hold(part: Buffer): void {
    const length = this.heldBytes + part.length;
    if (length <= this.maxLineBytes) {
      if (length > this.held.length) {
        const larger = Buffer.allocUnsafe(Math.max(length, this.held.length * 2));
        this.held.copy(larger, 0, 0, this.heldBytes);
        this.held = larger;
      }
      part.copy(this.held, this.heldBytes);
    }
    this.heldBytes = length;
  }
}

/** The length without a carriage return at the end. */
function unreturned(bytes: Buffer): number {
  return bytes[bytes.length - 1] === 13 ? bytes.length - 1 : bytes.length;
}

function isMarked(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
