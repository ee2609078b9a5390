import { z } from 'zod';

/** Settings that are wrong, as one readable list. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`The settings are not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads settings from the environment, prefix `THROUGHLINE_`: `port` is `THROUGHLINE_PORT`, `databaseUrl` is
 * `THROUGHLINE_DATABASE_URL`. Throws `SettingsError` naming everything that is wrong.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, environment[variable(name)] || undefined]));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map((issue) => `${variable(String(issue.path[0]))}: ${issue.message}`));
}

function variable(name: string): string {
  return `THROUGHLINE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** A TCP port; 0 lets the system choose. */
export const port = z.coerce.number().int().min(0).max(65_535);

/** A PostgreSQL URL of a role that may create roles and schemas, with its password. */
export const databaseUrl = z
  .string('is required: a PostgreSQL URL such as postgres://user:password@host:5432/database')
  .regex(/^postgres(ql)?:\/\/[^:@/]+:[^@/]+@/, 'must be a PostgreSQL URL with user and password');

/** The secret that gateway and subgraphs share; whoever calls without it is refused. */
export const internalToken = z
  .string('is required: the same random text in the gateway and every subgraph')
  .min(32, 'must have at least 32 characters');

/** Where the subgraphs are: `cases=http://127.0.0.1:4001,orders=http://…` */
export const subgraphUrls = z
  .string('is required: name=URL of each subgraph, separated by commas')
  .transform((text, context) =>
    text.split(',').map((part) => {
      const [, name = '', url = ''] = /^\s*([a-z][a-z-]*)=(https?:\/\/\S+?)\s*$/.exec(part) ?? [];
      if (!URL.canParse(url)) context.addIssue(`${JSON.stringify(part)} is not of the form name=http://host:port`);
      return { name, url };
    }),
  );
