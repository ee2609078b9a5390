import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  databaseUrl,
  internalToken,
  port,
  readSettings,
  remoteSubgraph,
  stopOnSignal,
  subgraphUrls,
} from '@throughline/subgraph';
import { z } from 'zod';
import { openAccess } from './access/open';
import { accessSettings } from './access/settings';
import { startGateway } from './gateway';
import { operationSettings } from './operations/operation-settings';
import { reloadOnChange } from './reload';
import { metricsSetting } from './telemetry/metrics';

/** Runs the gateway alone, set up by the environment; the subgraphs run elsewhere. */
async function main(): Promise<void> {
  const own = process.env.THROUGHLINE_GATEWAY_DATABASE_URL;
  const settings = readSettings(
    {
      port: port.default(4000),
      host: z.string().default('127.0.0.1'),
      internalToken,
      subgraphs: subgraphUrls,
      supergraph: z.string().default('./supergraph.graphql'),
      console: z.string().optional(),
      dataDir: z.string().default('.throughline'),
      databaseUrl,
      ...accessSettings,
      ...operationSettings,
      metrics: metricsSetting,
    },
    own ? { ...process.env, THROUGHLINE_DATABASE_URL: own } : process.env,
  );
  const supergraphSdl = await readFile(settings.supergraph, 'utf8');
  const { access } = await openAccess({ ...settings, dataDir: path.resolve(settings.dataDir) });
  const remotes = await Promise.all(
    settings.subgraphs.map(({ name, url }) => remoteSubgraph(name, url, settings.internalToken)),
  );
  const gateway = await startGateway({
    supergraphSdl,
    subgraphs: remotes,
    access,
    host: settings.host,
    port: settings.port,
    metrics: settings.metrics,
    console: settings.console && path.resolve(settings.console),
    webhooks: { networks: settings.webhookNetworks },
    operations: { manifests: settings.operationManifests, trustedOnly: settings.trustedOperationsOnly },
  });
  const endReload = reloadOnChange(settings.supergraph, (sdl) => gateway.replaceSupergraph(sdl));
  process.stdout.write(`gateway is at ${gateway.url}\n`);
  stopOnSignal(async () => {
    endReload();
    await gateway.stop();
    await access.stop();
    await Promise.all(remotes.map((remote) => remote.stop()));
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
