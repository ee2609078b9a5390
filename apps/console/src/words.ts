/** Words for what the graph says in codes. */

const SHORT = new Set(['SPO', 'RO', 'NMO', 'DVPO', 'DVPN', 'DAPO', 'DAPN', 'NFA', 'CPS', 'MARAC', 'MAPPA']);

/** A code in words: `UNCHARGED_COURSE_OF_CONDUCT` → `Uncharged course of conduct`. */
export function inWords(code: string): string {
  const words = code.split('_').map((word) => (SHORT.has(word) ? word : word.toLowerCase()));
  const [first = '', ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}

/** A code in words within a sentence: `NFA_EVIDENTIAL` → `NFA evidential`. */
export function within(code: string): string {
  const words = inWords(code);
  return SHORT.has(code.split('_')[0]!) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** A sentence of the graph with the codes in it in words. */
export const readable = (text: string): string =>
  text.replace(/\bS2A_[A-G]\b|\b[A-Z]{2,}(?:_[A-Z]+)+\b/g, (code) =>
    code in BEHAVIOURS ? BEHAVIOURS[code]!.toLowerCase() : within(code),
  );

/** What of section 2A(3) of the Protection from Harassment Act 1997 a behaviour is, in words. */
const BEHAVIOURS: Record<string, string> = {
  S2A_A: 'Following',
  S2A_B: 'Contact',
  S2A_C: 'Publishing about the person',
  S2A_D: 'Monitoring communication',
  S2A_E: 'Loitering',
  S2A_F: 'Interfering with property',
  S2A_G: 'Watching or spying',
};

export const behaviourInWords = (code: string): string => BEHAVIOURS[code] ?? inWords(code);

const ORDERS: Record<string, string> = {
  SPO: 'Stalking protection order',
  INTERIM_SPO: 'Interim stalking protection order',
  RO_CONVICTION: 'Restraining order on conviction',
  RO_ACQUITTAL: 'Restraining order on acquittal',
  NMO: 'Non-molestation order',
  DVPN: 'Domestic violence protection notice',
  DVPO: 'Domestic violence protection order',
  DAPN: 'Domestic abuse protection notice',
  DAPO: 'Domestic abuse protection order',
};

export const orderInWords = (kind: string): string => ORDERS[kind] ?? inWords(kind);

const RULES: Record<string, string> = {
  UNCHARGED_COURSE_OF_CONDUCT: 'Course of conduct not charged',
  BREACH_CHARGED_ALONE: 'Breach charged alone',
  BREACH_NOT_ACTIONED: 'Breach not acted on',
  RISK_NOT_REASSESSED: 'Risk not reassessed',
  ORDER_EXPIRING: 'Order expiring',
  POSSIBLY_MISLABELLED: 'Possibly mislabelled',
  REPEAT_HIGH_HARM: 'Repeat high harm',
  GUIDANCE_NOT_IN_FORCE: 'Guidance not in force',
};

export const ruleInWords = (rule: string): string => RULES[rule] ?? inWords(rule);

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
});

/** A day as GOV.UK writes it, in London: `3 March 2026`. */
export const day = (date: string): string => DAY.format(new Date(date.length === 10 ? `${date}T12:00:00Z` : date));

/** A moment in London; its day alone where the time is not known. */
export const moment = (at: string, timeKnown = true): string => (timeKnown ? MOMENT.format(new Date(at)) : day(at));

const MS_A_DAY = 86_400_000;

/** Whole days from one moment to a day's end; negative where that has passed. */
export function daysUntil(date: string, from = Date.now()): number {
  return Math.floor((Date.parse(`${date}T23:59:59Z`) - from) / MS_A_DAY);
}

/** `1 flag`, `3 flags`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
