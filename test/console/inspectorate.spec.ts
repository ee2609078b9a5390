import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describeConsole, smallWorld } from './browser';

/** The cell of a table where this row and this column meet. */
async function cellOf(page: Page, row: string, column: string) {
  const found = page.locator('.stat tbody tr').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) });
  await found.waitFor();
  await page.getByRole('columnheader', { name: column, exact: true }).waitFor();
  const titles = await page.locator('.stat thead th').allTextContents();
  return found.locator('td').nth(titles.indexOf(column) - 1);
}

describeConsole('pages of the inspectorate', 'console-inspectorate', smallWorld, (opened) => {
  test('a sample is drawn; what is wrong with it is told at the field', async () => {
    const { page, signIn, judged } = opened();
    await signIn();
    await page.getByRole('link', { name: 'Inspections' }).click();
    await page.getByRole('link', { name: /^Demonstration inspection/ }).waitFor();
    await judged('inspections');
    await page.getByRole('link', { name: /^Demonstration inspection/ }).click();
    await page.getByText('Does the decision look at the whole of the conduct?').waitFor();
    await judged('inspection');
    await page.getByRole('link', { name: 'Draw a sample' }).click();
    await page.getByLabel('North West').waitFor({ state: 'attached' });
    await page.getByLabel('How many files').fill('100000');
    await page.getByLabel('Seed', { exact: true }).fill('four dice: 3 1 6 6');
    await page.getByLabel('The same number from each').check();
    await page.getByRole('button', { name: 'Draw the sample' }).click();
    const summary = page.locator('.govuk-error-summary');
    // Both are the API's own reasons.
    await summary.getByText('How many files must be from 1 to 5000').waitFor();
    await summary.getByText('What makes strata is required for the allocation EQUAL').waitFor();
    await judged('draw-refused');
    await page.getByLabel('How many files').fill('12');
    await page.getByLabel('What makes strata').selectOption('AREA');
    await page.getByLabel('In proportion to the cases of each').check();
    await page.getByRole('button', { name: 'Draw the sample' }).click();
    await page.getByText('The sample was drawn.').waitFor();
    await page.getByText('four dice: 3 1 6 6').waitFor();
    expect(await page.locator('.digest').first().textContent()).toMatch(/^[0-9a-f]{64}$/);
    await judged('sample');
  });

  test('a file is examined by questions of every kind, and the next takes the place of one that is lost', async () => {
    const { page, judged, ask } = opened();
    const sample = page.url();
    await page
      .getByRole('link', { name: /^Examine/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Examine / }).waitFor();
    await page.getByRole('button', { name: 'Record the examination' }).click();
    // Nothing was answered, and the API says so.
    await page
      .locator('.govuk-error-summary')
      .getByText(/are none/)
      .waitFor();
    const group = (name: string) => page.locator('fieldset').filter({ has: page.getByText(name, { exact: true }) });
    await group('Does the decision look at the whole of the conduct?').getByLabel('Partially meeting').check();
    await page.getByLabel('Which offence family fits the conduct best?').selectOption('STALKING');
    await group('Was a protective order thought of in time?').getByLabel('No', { exact: true }).check();
    await page.getByText('Remark and guidance').first().click();
    await page.getByLabel('Remark').first().fill('Each breach was looked at alone.');
    await page.getByLabel('Guidance that it is judged by').first().selectOption({ index: 1 });
    await group('Did the decision comply with the Code for Crown Prosecutors?').getByLabel('Yes').check();
    await judged('examine');
    await page.getByRole('button', { name: 'Record the examination' }).click();
    await page.getByText(/was examined\.$/).waitFor();
    const inspectionId = /inspections\/([^/]+)/.exec(sample)![1];
    const { inspection } = await ask(
      `query ($id: ID!) { inspection(id: $id) { examinations(first: 1) { edges { node { codeCompliant
        answers { question { key } rating yes family comment } } } } } }`,
      { id: inspectionId },
    );
    const [{ node }] = inspection.examinations.edges;
    expect(node.codeCompliant).toBe('YES');
    const answers = node.answers.map(({ question, ...answer }: any) => [question.key, answer]);
    const none = { rating: null, yes: null, family: null, comment: null };
    expect(Object.fromEntries(answers)).toEqual({
      WHOLE_CONDUCT: { ...none, rating: 'PARTIALLY_MEETING', comment: 'Each breach was looked at alone.' },
      BEST_FAMILY: { ...none, family: 'STALKING' },
      ORDER_ASKED: { ...none, yes: false },
    });
    await page.getByRole('link', { name: /2026/ }).first().click();
    await page
      .getByRole('link', { name: /^say whether it can be had/ })
      .nth(1)
      .click();
    await page.getByLabel('Not found').check();
    await page.getByLabel('What was done to find it').fill('Looked for in both stores.');
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText(/takes its place\.$/).waitFor();
    await page.getByText(/in the place of/).waitFor();
  });

  test('every table has its denominator, its notes and its plot, and leads to the files behind a cell', async () => {
    const { page, judged } = opened();
    await page.getByRole('link', { name: 'Inspections' }).click();
    await page.getByRole('link', { name: /^Demonstration inspection/ }).click();
    await page.getByRole('link', { name: 'Tables' }).click();
    await page.locator('.stat').waitFor();
    const kinds = await page.getByLabel('Table', { exact: true }).locator('option').all();
    expect(kinds).toHaveLength(8);
    for (const option of kinds) {
      const kind = (await option.getAttribute('value'))!;
      const chosen = () => page.getByLabel('Table', { exact: true }).selectOption(kind);
      // The first is there already. Of another, nothing is shown of the one before once its answer has come.
      if (option !== kinds[0]) await Promise.all([page.waitForResponse(/graphql$/), chosen()]);
      await page.locator('.footnotes li').nth(1).waitFor();
      await page.locator('.plot').waitFor();
      const plot = `document.querySelector('.plot')`;
      expect(await page.evaluate(`${plot}.decode().then(() => ${plot}.naturalWidth)`)).toBeGreaterThan(100);
    }
    await page.getByLabel('Table', { exact: true }).selectOption('QUESTION_BY_RATING');
    await page.getByLabel('Taken apart by').selectOption('AREA');
    await page.waitForURL(/by=AREA/);
    await page
      .getByRole('rowheader', { name: /^North/ })
      .first()
      .waitFor();
    await page.getByLabel('Taken apart by').selectOption('');
    await page
      .getByRole('rowheader', { name: /^North/ })
      .first()
      .waitFor({ state: 'detached' });
    const cell = await cellOf(page, 'Does the decision look at the whole of the conduct?', 'Partially meeting');
    const counted = Number(await cell.locator('a').textContent());
    expect(counted).toBeGreaterThan(0);
    expect(await cell.textContent()).toMatch(/% of \d+ \(/);
    await judged('tables');
    await cell.locator('a').click();
    const behind = page.locator('#behind');
    await behind.getByText(`${counted} file`).waitFor();
    expect(await behind.locator('li').count()).toBe(Math.min(counted, 50));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('Partially meeting');
  });

  test('recommendations are filtered by the address, have indicators, and progress is recorded', async () => {
    const { page, judged } = opened();
    await page.getByRole('link', { name: 'Recommendations' }).click();
    await page.getByLabel('Overdue').check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL(/overdue/);
    await judged('recommendations');
    await page.getByRole('link', { name: /for every charged breach/ }).click();
    await page.getByRole('heading', { name: 'Whether it works' }).waitFor();
    await page.locator('.plot').first().waitFor();
    await judged('recommendation');
    await page.getByRole('link', { name: 'Record progress' }).click();
    await page.getByLabel('Complete').check();
    await page.getByLabel('What is said of it').fill('The checklist is in every area.');
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('The progress was recorded.').waitFor();
    await page.getByText('The checklist is in every area.').waitFor();
  });
});
