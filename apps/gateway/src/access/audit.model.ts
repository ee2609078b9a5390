import { auditKinds } from '@throughline/access';
import { GraphQLDateTime, Opens, PageInfo, describeEnum } from '@throughline/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Agency, PrincipalKind, Purpose } from './me.model';

const KINDS: Record<(typeof auditKinds)[number], string> = {
  COLLECTION: 'Data was taken in.',
  ALTERATION: 'Data was changed.',
  CONSULTATION: 'Data was looked at.',
  DISCLOSURE: 'Data went to another organisation.',
  COMBINATION: 'Data of several records was put together.',
  ERASURE: 'Data was withdrawn.',
};
export const AuditKind = Object.fromEntries(auditKinds.map((kind) => [kind, kind]));
describeEnum('AuditKind', 'What was done with personal data (Data Protection Act 2018 s.62).', AuditKind, KINDS);

@Opens('open')
@ObjectType({ description: 'Who made a request.', simpleResolvers: true })
export class AuditPrincipal {
  @Field(() => PrincipalKind, { description: 'What kind of caller.' })
  kind!: string;

  @Field(() => ID, { description: 'Id of the key or person.' })
  id!: string;

  @Field(() => String, { description: 'Name of the key or person.' })
  name!: string;

  @Field(() => Agency, { description: 'Whose.' })
  agency!: Agency;
}

@Opens('open')
@ObjectType('AuditRecord', { description: 'What one request did with personal data.', simpleResolvers: true })
export class AuditTrailRecord {
  @Field(() => Int, { description: 'Its place in the log, from 1 on without a gap.' })
  sequence!: number;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Id of the request, which its answer and errors carry.' })
  requestId!: string;

  @Field(() => AuditPrincipal, { description: 'Who.' })
  principal!: AuditPrincipal;

  @Field(() => String, { nullable: true, description: 'For whom they said they acted.' })
  onBehalfOf!: string | null;

  @Field(() => Purpose, { nullable: true, description: 'What for.' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  justification!: string | null;

  @Field(() => String, { description: 'Name of the operation.' })
  operation!: string;

  @Field(() => String, { description: 'SHA-256 of the operation’s text, in hex.' })
  operationHash!: string;

  @Field(() => AuditKind, { description: 'What was done.' })
  kind!: string;

  @Field(() => [ID], { description: 'Records disclosed or changed.' })
  recordIds!: string[];

  @Field(() => [String], { description: 'Fields of the schema read or written, as Type.field.' })
  coordinates!: string[];

  @Field(() => [String], { description: 'Scopes for want of which something was withheld.' })
  withheld!: string[];

  @Field(() => String, { description: 'ALLOWED, or the code of the refusal.' })
  outcome!: string;

  @Field(() => String, { description: 'Address that the answer went to.' })
  recipient!: string;

  @Field(() => Int, { description: 'Milliseconds until the record was written.' })
  duration!: number;

  @Field(() => String, { description: 'SHA-256, in hex, over this record and the one before it.' })
  hash!: string;
}

@Opens('open')
@ObjectType({ description: 'A record of the log, with its cursor.', simpleResolvers: true })
export class AuditRecordEdge {
  @Field(() => String, { description: 'Opaque; pass it as `after`.' })
  cursor!: string;

  @Field(() => AuditTrailRecord, { description: 'The record.' })
  node!: AuditTrailRecord;
}

@Opens('open')
@ObjectType({ description: 'A page of the log, the newest first (Relay).', simpleResolvers: true })
export class AuditRecordConnection {
  @Field(() => [AuditRecordEdge], { description: 'The records of the page.' })
  edges!: AuditRecordEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: 'How many the whole list has.' })
  totalCount!: number | null;
}

@InputType({ description: 'What of the log is asked for; every condition given must hold.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Who saw or changed this record.' })
  recordId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What this key or person did.' })
  principalId?: string | null;

  @Field(() => String, { nullable: true, description: 'What this agency did.' })
  agency?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From this moment on.' })
  from?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before this moment.' })
  to?: string | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of what was done.' })
  kinds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'ALLOWED, or the code of a refusal.' })
  outcome?: string | null;
}
