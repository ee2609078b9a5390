import type { FastifyInstance } from 'fastify';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Throughline</title></head>
<body>
<h1>Throughline</h1>
<p>A federated GraphQL graph over stalking and harassment casework in England and Wales.</p>
<p>The graph is asked at <code>/graphql</code>, and every request needs an API key. With the key in <code>KEY</code>
and the address of this page in <code>URL</code>:</p>
<pre>curl "$URL/graphql" \\
  -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"query": "{ __schema { queryType { fields { name description } } } }"}'</pre>
</body>
</html>
`;

/** `GET /`: what this is and how to ask it. Open to everybody; loads nothing and runs nothing. */
export function frontPage(server: FastifyInstance): void {
  server.get('/', { config: { open: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
}
