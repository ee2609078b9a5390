import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A real OpenID provider in a process of its own. */
export interface OidcProvider extends AsyncDisposable {
  issuer: string;
  /** The access token of one of its staff: ada, ben, cat or dan. */
  token(client: string): Promise<string>;
  /** Signs with a new key from now on. */
  rotate(): Promise<void>;
}

export async function anOidcProvider(): Promise<OidcProvider> {
  const child = spawn(process.execPath, [path.join(__dirname, 'oidc-provider.mjs')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = createInterface({ input: child.stdout });
  const saying = async (text: RegExp): Promise<string> => {
    for (;;) {
      const [line] = (await once(lines, 'line')) as [string];
      if (text.test(line)) return line;
    }
  };
  const issuer = await saying(/^http/);
  return {
    issuer,
    token: async (client) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${client}:${client}-secret`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'read' }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    rotate: async () => {
      const rotated = saying(/rotated/);
      child.kill('SIGHUP');
      await rotated;
    },
    [Symbol.asyncDispose]: async () => {
      lines.close();
      child.kill();
      await once(child, 'exit');
    },
  };
}
