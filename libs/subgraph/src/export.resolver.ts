import { Arg, Args, ArgsType, Directive, Field, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from './context';
import { invalidInput } from './errors';
import { type ExportColumn, exportColumns, exportRecords, readExport } from './export';
import { type Class, Opens, modelOf } from './model';
import { GraphQLJSON } from './scalars';

@ArgsType()
class ExportArgs {
  @Field(() => String, { description: 'Which record type.' })
  record!: string;

  @Field(() => String, { description: 'CSV or NDJSON.' })
  format!: string;

  @Field(() => String, { nullable: true, description: 'Id of the record after which to begin; without it, all.' })
  after?: string | null;
}

interface Asked {
  args: ExportArgs;
  context: Context;
}

const resolvers = new WeakMap<readonly Class[], Class>();

/** What a subgraph exports its records by: never in the schema that callers see. */
export function exportResolver(records: readonly Class[], codeRecords: readonly Class[]): Class {
  const known = resolvers.get(records);
  if (known) return known;
  const { schema = '' } = modelOf(records[0]!);
  const name = schema.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  const typeOf = (record: string): Class => {
    const type = [...records, ...codeRecords].find((one) => modelOf(one).record === record);
    if (type) return type;
    throw invalidInput([{ field: 'record', reason: 'is no record type of this subgraph' }]);
  };
  @Resolver()
  class RecordExport {
    @Opens('export:create')
    @Directive('@inaccessible')
    @Query(() => GraphQLJSON, {
      name: `${name}Dictionary`,
      description: 'The columns of an export of a record type.',
    })
    dictionary(@Arg('record', () => String, { description: 'Which record type.' }) record: string): ExportColumn[] {
      return exportColumns(typeOf(record));
    }

    @Opens('export:create')
    @Directive('@inaccessible')
    @Subscription(() => String, {
      name: `${name}Export`,
      description: 'The text of an export, in parts.',
      subscribe: ({ args: { record, format, after }, context: { db, signal } }: Asked) => {
        const [read, from] = readExport(format, after);
        return exportRecords(db, typeOf(record), read, from, signal ?? AbortSignal.abort());
      },
    })
    exported(@Root() part: string, @Args() { record }: ExportArgs): string {
      typeOf(record);
      return part;
    }
  }
  resolvers.set(records, RecordExport);
  return RecordExport;
}

/** The operations by which a subgraph of this name is asked for exports. */
export function exportOperations(subgraph: string): { dictionary: string; records: string; field: string } {
  const name = subgraph.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return {
    dictionary: `query ($record: String!) { dictionary: ${name}Dictionary(record: $record) }`,
    records: `subscription ($record: String!, $format: String!, $after: String) { part: ${name}Export(record: $record, format: $format, after: $after) }`,
    field: 'part',
  };
}
