import type { ServerResponse } from 'node:http';

/** A signal that is aborted where whoever asked goes before the answer is out. */
export function untilGone(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  return leaving.signal;
}
