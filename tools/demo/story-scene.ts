import { referTo, type BundleRecord, type CaseRecord, type IncidentRecord, type Located } from './bundle-record';
import { isoDay, isoTime, type Day } from './calendar';
import { riskScreen } from './risk-screen';

type RecordType = BundleRecord['type'];
type RecordOf<T extends RecordType> = Extract<BundleRecord, { type: T }>;
type FieldsOf<T extends RecordType> = Omit<RecordOf<T>, 'type' | 'source' | 'ref'>;

/** What a told case needs to be told; the rest has its usual value. */
export type CaseFacts = Pick<CaseRecord, 'stage' | 'relationship' | 'domestic'> &
  Partial<CaseRecord> & { openedAgo: number };

/** An incident of the scene's case, so many days ago. */
export type IncidentFacts = Pick<IncidentRecord, 'behaviours' | 'narrative'> &
  Partial<IncidentRecord> & { ago: number; at?: number };

/** One hand-composed story: its people, one police force, and names for its records that a reader recognises. */
export class Scene {
  readonly records: BundleRecord[] = [];
  readonly source: string;

  constructor(
    readonly name: string,
    readonly asAt: Day,
    readonly force: string,
    readonly area: string,
  ) {
    this.source = `police:${force}`;
  }

  /** The ISO date so many days before the world's day. */
  ago(days: number): string {
    return isoDay(this.asAt - days);
  }

  /** The ISO time at this minute (UTC) so many days before the world's day. */
  agoAt(days: number, minute: number): string {
    return isoTime(this.asAt - days, minute);
  }

  /** Adds a record named `story/<scene>/<name>`. */
  add<T extends RecordType>(type: T, source: string, name: string, fields: FieldsOf<T>): RecordOf<T> {
    const record = { type, source, ref: `story/${this.name}/${name}`, ...fields } as unknown as RecordOf<T>;
    this.records.push(record);
    return record;
  }

  suspect(name: string, given: string, family: string, dateOfBirth: string, source = this.source): Located {
    return this.add('suspect', source, name, { names: [{ given, family, kind: 'LEGAL' }], dateOfBirth });
  }

  victim(name: string, given: string, family: string, source = this.source): Located {
    return this.add('victim', source, name, { names: [{ given, family, kind: 'LEGAL' }] });
  }

  case(name: string, serial: number, suspect: Located, victim: Located, facts: CaseFacts): CaseRecord {
    const { openedAgo, ...given } = facts;
    const openedOn = this.ago(openedAgo);
    return this.add('case', this.source, name, {
      urn: `${this.force}ZS${String(serial).padStart(7, '0')}/${openedOn.slice(2, 4)}`,
      force: this.force,
      area: this.area,
      openedOn,
      reportedOn: openedOn,
      suspects: [referTo(this.source, suspect)],
      victims: [referTo(this.source, victim)],
      ...given,
    });
  }

  /** Adds an incident to a case of one suspect and one victim; `at` is a minute of the day, unknown if left out. */
  incident(name: string, of: CaseRecord, facts: IncidentFacts): IncidentRecord {
    const { ago, at, ...given } = facts;
    const [suspect] = of.suspects;
    const [victim] = of.victims;
    if (suspect === undefined || victim === undefined) throw new RangeError(`nobody in ${of.ref}`);
    return this.add('incident', of.source, name, {
      case: of.ref,
      suspect,
      victim,
      occurredFrom: at === undefined ? this.ago(ago) : this.agoAt(ago, at),
      basis: 'ALLEGATION',
      evidence: 'ACCEPTED',
      ...given,
    });
  }

  /** The police's record of the crime, made so many days ago. */
  crime(name: string, of: CaseRecord, ago: number, principalOffence: string, includedClassifications: string[] = []) {
    const reference = `${this.force}S/${this.name}-${name}`;
    const recordedOn = this.ago(ago);
    const fields = {
      reference,
      force: this.force,
      recordedOn,
      principalOffence,
      includedClassifications,
      case: of.ref,
    };
    return this.add('recordedCrime', this.source, name, fields);
  }

  /** An assessment on the demonstration screen; `facts` say to what it responds. */
  assessment(
    name: string,
    of: CaseRecord,
    ago: number,
    facts: Pick<RecordOf<'riskAssessment'>, 'trigger' | 'grade' | 'respondsTo'>,
  ) {
    const [suspect] = of.suspects;
    const [victim] = of.victims;
    if (suspect === undefined || victim === undefined) throw new RangeError(`nobody in ${of.ref}`);
    return this.add('riskAssessment', this.source, name, {
      suspect,
      victim,
      case: of.ref,
      instrument: riskScreen.key,
      instrumentVersion: riskScreen.version,
      assessedAt: this.agoAt(ago, 15 * 60),
      answers: [{ item: 'AFRAID', answer: 'YES' }],
      assessorRole: 'INVESTIGATOR',
      ...facts,
    });
  }

  /** A prosecutor's decision on the case, so many days ago. */
  decision(
    name: string,
    of: CaseRecord,
    facts: Omit<FieldsOf<'chargingDecision'>, 'case' | 'suspect' | 'decidedBy'>,
  ): RecordOf<'chargingDecision'> {
    const [suspect] = of.suspects;
    if (typeof suspect !== 'string') throw new RangeError(`the suspect of ${of.ref} belongs to another source`);
    return this.add('chargingDecision', 'cps', name, {
      case: referTo('cps', of),
      suspect: { source: of.source, ref: suspect },
      ...facts,
      decidedBy: 'CPS',
    });
  }
}
