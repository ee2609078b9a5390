import type { PoleFolder } from './pole-folder';
import { isoMoment } from './pole-time';
import type { BundleRecord } from './table';
import { newCase, personRef, SOURCE } from './pole-case';

/** Contacts between people, with the cases that hold them; `callers` and `called` are person `:ID`s. */
export interface Contacts {
  callers: Set<string>;
  called: Set<string>;
  records: BundleRecord[];
}

const CHANNELS: Record<string, string> = { CALL: 'PHONE', SMS: 'TEXT' };

/**
 * Calls and messages as incidents of contact, and one case for each ordered pair of people: Person → HAS_PHONE → Phone ←
 * CALLER/CALLED ← PhoneCall. A contact whose phone belongs to nobody or to several people is left out, not guessed.
 * Held in memory: it grows with the contacts and never with the crimes.
 * @param owners person `:ID`s by phone `:ID`
 */
export async function readContacts(pole: PoleFolder, owners: Map<string, Set<string>>): Promise<Contacts> {
  const lines = { CALLER: await pole.links('relationships.CALLER'), CALLED: await pole.links('relationships.CALLED') };
  const pairs = new Map<string, Pair>();
  const incidents: BundleRecord[] = [];
  for await (const { line, cells } of pole.rows('nodes.PhoneCall')) {
    const id = cells[':ID'];
    const at = isoMoment(cells.call_date, cells.call_time);
    if (at === undefined) {
      const reason = `"${cells.call_date} ${cells.call_time}" is not dd/mm/yyyy hh:mm`;
      pole.unreadable('nodes.PhoneCall', line, reason);
      continue;
    }
    noteCells(pole, cells);
    const caller = personAt(pole, id, 'CALLER', lines.CALLER, owners);
    const called = personAt(pole, id, 'CALLED', lines.CALLED, owners);
    if (caller === undefined || called === undefined) {
      pole.findings.leave('PhoneCall between unclear people', 'an end of it is nobody or several people: not guessed');
    } else if (caller === called) {
      pole.findings.leave('PhoneCall with oneself', 'both phones are of one person, and a contact needs two');
    } else {
      pairs.set(`${caller}/${called}`, earlier(pairs.get(`${caller}/${called}`), { caller, called, first: at }));
      incidents.push(incident(id, caller, called, at, CHANNELS[cells.call_type]));
    }
  }
  const people = [...pairs.values()];
  return {
    callers: new Set(people.map((pair) => pair.caller)),
    called: new Set(people.map((pair) => pair.called)),
    records: [...people.map(contactCase), ...incidents],
  };
}

interface Pair {
  caller: string;
  called: string;
  first: string;
}

function earlier(known: Pair | undefined, pair: Pair): Pair {
  return known !== undefined && known.first <= pair.first ? known : pair;
}

/** The one person at an end of a call; undefined, and noticed, where there is none or there are several. */
function personAt(
  pole: PoleFolder,
  call: string,
  end: 'CALLER' | 'CALLED',
  phonesOf: Map<string, Set<string>>,
  owners: Map<string, Set<string>>,
): string | undefined {
  const phones = [...(phonesOf.get(call) ?? [])];
  const [phone] = phones;
  if (phone === undefined || phones.length > 1) {
    pole.findings.notice(`PhoneCall with ${phones.length === 0 ? 'no' : 'several'} ${end} phone`, `PhoneCall ${call}`);
    return undefined;
  }
  const people = [...(owners.get(phone) ?? [])];
  if (people.length === 1) return people[0];
  pole.findings.notice(
    `PhoneCall whose phone belongs to ${people.length === 0 ? 'nobody' : 'several people'}`,
    `PhoneCall ${call} ${end} Phone ${phone}`,
  );
  return undefined;
}

function noteCells(pole: PoleFolder, cells: Record<':ID' | 'call_time' | 'call_type' | 'call_duration', string>): void {
  const call = `PhoneCall ${cells[':ID']}`;
  if (cells.call_duration !== '') {
    pole.findings.leave('PhoneCall.call_duration', 'an integer with no stated unit, filled for messages too');
  }
  if (cells.call_time === '') pole.findings.notice('blank call_time (the day alone was kept)', call);
  if (CHANNELS[cells.call_type] === undefined) {
    pole.findings.notice('call_type that is neither CALL nor SMS (no channel was set)', `${call} "${cells.call_type}"`);
  }
}

function contactCase({ caller, called, first }: Pair): BundleRecord {
  return newCase({
    ref: contactRef(caller, called),
    urn: `POLE/C${caller}-${called}`,
    openedOn: first.slice(0, 10),
    suspects: [caller],
    victims: [called],
  });
}

function incident(call: string, caller: string, called: string, at: string, channel: string | undefined): BundleRecord {
  return {
    type: 'incident',
    source: SOURCE,
    ref: `call/${call}`,
    case: contactRef(caller, called),
    suspect: personRef(caller),
    victim: personRef(called),
    occurredFrom: at,
    behaviours: ['S2A_B'],
    ...(channel !== undefined && { channel }),
    basis: 'FACT',
    evidence: 'UNVERIFIED',
  };
}

function contactRef(caller: string, called: string): string {
  return `contact/${caller}/${called}`;
}
