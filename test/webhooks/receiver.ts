import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Told } from '../access/issued';

/** A message as it arrived. */
export interface Message {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  changes: Told[];
}

/** A partner's address, over real HTTP: keeps what it is sent, and answers as it is told to. */
export interface Receiver {
  url: string;
  messages: Message[];
  /** Status of the answer to a message; null breaks the connection. */
  answer: (message: Message) => number | null | Promise<number | null>;
  /** Checks a message as the reference implementation of Standard Webhooks does; throws where it is not right. */
  verify(message: Message, secret: string): void;
  close(): Promise<void>;
}

export async function aReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString('utf8');
      const { data } = JSON.parse(body) as { data: { changes: Told[] } };
      const { headers } = request;
      const message = { id: String(headers['webhook-id']), headers, body, changes: data.changes };
      receiver.messages.push(message);
      const status = await receiver.answer(message);
      if (status === null) return response.destroy();
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('words that nobody is to see');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/changes`,
    messages: [],
    answer: () => 204,
    verify: ({ body, headers }, secret) =>
      void new Webhook(secret).verify(body, headers as unknown as Record<string, string>),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
