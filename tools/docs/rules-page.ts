import {
  type Flag,
  type Rule,
  type ThresholdName,
  defaultThresholds,
  profile,
  rules,
  thresholdTable,
} from '@throughline/conduct';
import { type OffenceFamily, guidanceRegistry, offenceFamilyTitles } from '@throughline/reference';
import { dayInWords, rowsOf } from './example-facts';
import { concepts } from './rules-concepts';

/** The page about the behaviour rules, as Markdown: what they look at, and each rule with an example that is run here. */
export function rulesPage(): string {
  return [
    '# The behaviour rules',
    '<!-- Written by `npm run docs` from libs/conduct and tools/docs. Change it there. -->',
    ...concepts.map(({ title, text }) => paragraphs(title === null ? null : `## ${title}`, ...text.map(fill))),
    '## The rules',
    'Severities are, from the least: `INFO`, `LOW`, `MEDIUM`, `HIGH`. Every threshold can be set otherwise; the values here are the defaults.',
    table(
      ['Rule', 'What it looks for'],
      rules.map(({ id, looksFor }) => [`[${id}](#${id.toLowerCase()})`, looksFor]),
    ),
    ...rules.map(section),
  ].join('\n\n');
}

const paragraphs = (...texts: (string | null)[]): string => texts.filter((text) => text !== null).join('\n\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|');

const isDay = (value: string | number): value is string => /^\d{4}-\d\d-\d\d$/.test(`${value}`);

const valueOf = (name: ThresholdName): string => {
  const value = defaultThresholds[name];
  return isDay(value) ? dayInWords(value) : `${value}`;
};

/** Text with the default of each threshold for its `{name}`. */
const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: ThresholdName) => valueOf(name));

function section(rule: Rule): string {
  const { id, version, title, basis, looksFor, raisedWhen, severityWhen, isNot, readings } = rule;
  return paragraphs(
    `### ${id}`,
    `**${title}.** ${fill(looksFor)}`,
    `**Raised when.** ${fill(raisedWhen)}`,
    `**Severity.** ${fill(severityWhen)}`,
    `**What it is not.** ${fill(isNot)}`,
    `**How the words are read.**`,
    readings.map((reading) => `- ${fill(reading)}`).join('\n'),
    `**Where it comes from.** ${basis}.${followed(rule)} This is version ${version} of the rule.`,
    thresholdsOf(rule),
    example(rule),
  );
}

function followed({ guidance }: Rule): string {
  if (guidance.length === 0) return '';
  const titles = guidance.map(({ key, version }) => {
    const seed = guidanceRegistry.find((one) => one.key === key && one.version === version);
    return `${seed?.title ?? key} (\`${key}@${version}\`)`;
  });
  return ` It follows ${titles.join(' and ')}.`;
}

function thresholdsOf({ thresholds }: Rule): string {
  if (thresholds.length === 0) return 'It has no thresholds.';
  return table(
    ['Threshold', 'Default', 'Meaning', 'Source'],
    thresholds.map((name) => {
      const { meaning, source } = thresholdTable[name];
      return [`\`${name}\``, valueOf(name), meaning, source ?? 'A choice of the rules'];
    }),
  );
}

/** The rule, run on the facts of its example. */
function example({ id, example: { story, asAt, facts } }: Rule): string {
  const { flags } = profile(facts, asAt);
  const others = flags.filter(({ rule }) => rule !== id).map(({ rule, severity }) => `${rule} (${severity})`);
  return paragraphs(
    `**Example.** ${story} Looked at on ${dayInWords(asAt.slice(0, 10))}, these facts`,
    table(['Fact', 'When', 'What it says'], rowsOf(facts)),
    'raise',
    ...flags.filter(({ rule }) => rule === id).map(flagText),
    others.length === 0 ? null : `They also raise ${others.join(' and ')}.`,
  );
}

const titled = (families: readonly string[]): string =>
  families.map((family) => `\`${family}\` (${offenceFamilyTitles[family as OffenceFamily]})`).join(', ');

function flagText({ severity, title, variants, missingFamilies, consideredFamilies, outcome, because }: Flag): string {
  const more = [
    variants.length > 0 && `variants ${variants.map((variant) => `\`${variant}\``).join(' and ')}`,
    missingFamilies.length > 0 && `missing ${titled(missingFamilies)}`,
    consideredFamilies.length > 0 && `considered ${titled(consideredFamilies)}`,
    outcome !== null && `outcome \`${outcome}\``,
  ].filter((part) => part !== false);
  const heading = [`> **${severity}: ${title}**`, ...more].join('; ');
  return [`${heading}. Because:`, '>', ...because.map(reasonText)].join('\n');
}

const reasonText = ({ text, source }: Flag['because'][number]): string =>
  `> - ${text} _(${source.type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${source.id})_`;
