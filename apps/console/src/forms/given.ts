/** What was typed, by the name of the box. A date has the boxes `.day`, `.month` and `.year`, a moment `.time` as well, and each choice of several one of its own, `name:value`. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a field, as a sentence for who filled it in. An empty name is the form as a whole. */
export interface Problem {
  field: string;
  message: string;
}

/** Reads what was typed into values of the API, and notes what cannot be read. */
export class Given {
  readonly problems: Problem[] = [];

  constructor(private readonly typed: Typed) {}

  /** Null where nothing was typed. */
  text(name: string): string | null {
    return this.typed[name]?.trim() || null;
  }

  /** What must be there; `message` says what to do where it is not. */
  required(name: string, message: string): string {
    return this.text(name) ?? this.refuse(name, message);
  }

  /** One of several, as a code of the API. */
  choice<Code extends string>(name: string, codes: readonly Code[], message: string): Code {
    const found = codes.find((code) => code === this.typed[name]);
    return found ?? (this.refuse(name, message) as Code);
  }

  /** The same, where none is an answer too. */
  optionalChoice<Code extends string>(name: string, codes: readonly Code[]): Code | null {
    return codes.find((code) => code === this.typed[name]) ?? null;
  }

  /** All that were ticked. */
  ticked<Code extends string>(name: string, codes: readonly Code[]): Code[] {
    return codes.filter((code) => this.typed[`${name}:${code}`]);
  }

  /** A whole number. */
  number(name: string, message: string): number {
    const text = this.text(name);
    if (text && /^\d{1,9}$/.test(text)) return Number(text);
    this.refuse(name, message);
    return 0;
  }

  /** Lines that have something on them. */
  lines(name: string): string[] {
    return (this.typed[name] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  /** A day as `YYYY-MM-DD`; `message` where none was typed. */
  date(name: string, message: string): string {
    return this.optionalDate(name) ?? (this.has(name) ? '' : this.refuse(name, message));
  }

  /** Null where nothing was typed. */
  optionalDate(name: string): string | null {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.text(`${name}.${part}`));
    if (!day && !month && !year) return null;
    const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
    if (isDay(date)) return date;
    this.refuse(name, 'Enter a day that exists, such as 27 3 2026');
    return null;
  }

  /** A moment in London, or its day alone where no time was typed. */
  moment(name: string, message: string): string {
    const day = this.date(name, message);
    const time = this.text(`${name}.time`);
    if (time === null || day === '') return day;
    const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time) ?? [];
    if (hour === undefined || minute === undefined) return this.refuse(name, 'Enter the time like 14:30');
    return `${day}T${hour.padStart(2, '0')}:${minute}:00`;
  }

  private has(name: string): boolean {
    return this.problems.some(({ field }) => field === name);
  }

  private refuse(field: string, message: string): string {
    this.problems.push({ field, message });
    return '';
  }
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** A day in the boxes of a field. */
export function typedDay(name: string, date: string): Typed {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return { [`${name}.day`]: String(Number(day)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year };
}

/** Today in London, in the boxes of a field. */
export const typedToday = (name: string): Typed =>
  typedDay(name, new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date()));
