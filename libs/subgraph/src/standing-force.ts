import type { Force } from '@throughline/reference';
import type { CodeBook } from './code-book';
import type { Database } from './database';
import { must, text } from './kinds';
import { type Class, Fact, Model } from './model';

/** The forces of the official standing data, for a subgraph whose records name forces: each keeps its own copy. */
export function standingForce(schema: string): Class {
  @Model({
    record: 'standingForce',
    schema,
    table: 'standing_force',
    scope: 'open',
    rows: 'register',
    description: 'A force or other body of the official standing data.',
  })
  class StandingForce {
    @Fact('open', must(text), 'CJS code.')
    code!: string;

    @Fact('open', must(text), 'Name.')
    name!: string;
  }
  return StandingForce;
}

/**
 * Lays the standing forces, where they were imported, over the built-in ones. Those that the catalogue knows keep
 * their entry: the official table has no ONS code, and shortens names.
 */
export async function loadForces(db: Database, { tables }: CodeBook): Promise<void> {
  const rows = await db.query<{ code: string; name: string }>(
    `SELECT code, name FROM ${db.schema}.standing_force WHERE withdrawn_at IS NULL`,
  );
  tables.force.load(
    new Map(
      rows.map(({ code, name }) => [
        code,
        tables.force.known(code) ??
          ({
            code,
            name,
            onsCode: null,
            kind: 'NON_TERRITORIAL',
            source: STANDING_DATA,
            verified: true,
          } satisfies Force),
      ]),
    ),
  );
}

export const STANDING_DATA = 'official standing data';
