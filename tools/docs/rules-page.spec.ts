import { rules } from '@throughline/conduct';
import { guidanceRegistry } from '@throughline/reference';
import { rulesPage } from './rules-page';

const page = rulesPage();
const sections = page.split(/^### /m).slice(1);

test('every rule has a section, in the order of the rules', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(rules.map(({ id }) => id));
});

test('every section shows a flag of its rule, with reasons, found by running the rule', () => {
  for (const [index, { title }] of rules.entries()) {
    expect(sections[index]).toMatch(
      new RegExp(`^> \\*\\*(INFO|LOW|MEDIUM|HIGH): ${title}\\*\\*.*Because:\n>\n> - .+\\.`, 'm'),
    );
    expect(sections[index]).toMatch(/^\| Case C \|/m);
  }
});

test('no threshold is left unnamed, and no code undefined', () => {
  expect(page).not.toMatch(/[{}]|undefined|null/);
});

test('it says that a flag is no finding of guilt, and of each rule what it is not', () => {
  expect(page).toContain('It is never a finding of guilt');
  for (const section of sections) expect(section).toContain('**What it is not.** It does not say');
});

test('the guidance that rules follow is in the registry', () => {
  const known = guidanceRegistry.map(({ key, version }) => ({ key, version }));
  for (const { guidance } of rules) for (const version of guidance) expect(known).toContainEqual(version);
});
