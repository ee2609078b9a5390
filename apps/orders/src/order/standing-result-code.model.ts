import { type CodeBook, type Database, Fact, Model, bool, list, loadForces, must, text } from '@throughline/subgraph';

@Model({
  record: 'standingResultCode',
  schema: 'orders',
  table: 'standing_result_code',
  scope: 'order:read',
  rows: 'register',
  description: 'A court result of the official standing data.',
})
export class StandingResultCode {
  @Fact('order:read', must(text), 'CJS result code.')
  code!: string;

  @Fact('order:read', must(text), 'What it means.')
  title!: string;

  @Fact('order:read', text, 'Kind of result.')
  kind!: string | null;

  @Fact('order:read', bool, 'Whether it is recordable on the Police National Computer.')
  recordableOnPnc!: boolean | null;

  @Fact('order:read', list(text), 'Qualifiers it can carry.')
  qualifiers!: string[];
}

/** Lays the standing result codes and forces, where they were imported, over the built-in ones. */
export async function loadStandingCodes(db: Database, codes: CodeBook): Promise<void> {
  await loadForces(db, codes);
  const rows = await db.query<{ code: string; title: string }>(
    'SELECT code, title FROM orders.standing_result_code WHERE withdrawn_at IS NULL',
  );
  codes.tables.resultCode.load(new Map(rows.map((row) => [row.code, row])));
}
