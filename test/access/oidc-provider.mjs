// A real OpenID provider on loopback, for tests: node oidc-provider.mjs; prints its issuer. SIGHUP rotates its keys.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const AUDIENCE = 'throughline';
/** Staff, each with a client of their own by which they get a token: who they are and where they are posted. */
const staff = {
  ada: { name: 'Ada Example', agency: 'police:06', roles: ['investigator'], forces: ['06'] },
  ben: { name: 'Ben Example', agency: 'hmcpsi', roles: ['inspector'] },
  cat: { name: 'Cat Example', agency: 'cps', roles: ['prosecutor', 'unheard-of'], areas: ['NORTH_WEST'] },
  dan: { name: 'Dan Example', roles: ['investigator'], forces: ['06'] },
};

let generation = 0;
const signingKey = () => {
  generation += 1;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: `key-${generation}`, use: 'sig', alg: 'RS256' };
};

const server = createServer((request, response) => handle(request, response));
let handle;
const begin = (issuer) => {
  const provider = new Provider(issuer, {
    jwks: { keys: [signingKey()] },
    clients: Object.keys(staff).map((id) => ({
      client_id: id,
      client_secret: `${id}-secret`,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    scopes: ['read'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${AUDIENCE}`,
        getResourceServerInfo: () => ({
          scope: 'read',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => staff[token.clientId],
  });
  handle = provider.callback();
};

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  begin(issuer);
  process.on('SIGHUP', () => {
    begin(issuer);
    process.stdout.write('rotated\n');
  });
  process.stdout.write(`${issuer}\n`);
});
