/** A server-sent event. */
export interface ServerSentEvent {
  event: string;
  data: string;
}

/** Reads server-sent events from a body. Throws where one is longer than `maxBytes`. */
export async function* readEvents(body: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split(/\r\n\r\n|\n\n|\r\r/);
    text = blocks.pop()!;
    if (text.length > maxBytes) throw new Error(`an event has more than ${maxBytes} bytes`);
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block: string): ServerSentEvent | undefined {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    // A line that begins with a colon is a comment, which keeps the connection awake.
    const [, field, value] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') event = value ?? '';
    else if (field === 'data') data.push(value ?? '');
  }
  return data.length > 0 || event === 'complete' ? { event, data: data.join('\n') } : undefined;
}
