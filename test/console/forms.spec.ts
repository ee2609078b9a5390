import type { Page } from 'playwright-core';
import { describeConsole, smallWorld } from './browser';

/** Types a day into its boxes. */
async function typeDay(page: Page, legend: string, [day, month, year]: [string, string, string]): Promise<void> {
  const field = page.getByRole('group', { name: legend, exact: true });
  await field.getByLabel('Day').fill(day);
  await field.getByLabel('Month').fill(month);
  await field.getByLabel('Year').fill(year);
}

const summary = (page: Page) => page.locator('.govuk-error-summary');

describeConsole('forms of casework', 'console-forms', smallWorld, (opened) => {
  /** A case at this stage, and its order of this state. */
  const aCase = async (stage: string) => {
    const query = `query ($stage: CaseStage!) { cases(first: 20, filter: { stages: [$stage] }) { edges { node {
      id urn suspects { id } victims { id } actionPlans { id } } } } }`;
    const { cases } = await opened().ask(query, { stage });
    return cases.edges.map(({ node }: any) => node).find(({ victims, suspects }: any) => victims[0] && suspects[0]);
  };

  beforeAll(async () => {
    if (!opened()) return;
    await opened().signIn();
    await opened().page.locator('.flag').first().waitFor();
  });

  test('early advice is asked for; what is wrong is told at the field, and what was typed stays', async () => {
    const { page, judged } = opened();
    const found = await aCase('INVESTIGATION');
    await opened().goTo(`/cases/${found.id}`);
    await page.getByRole('link', { name: 'Ask for early advice' }).click();
    await page.getByRole('heading', { name: `Ask for early advice on ${found.urn}` }).waitFor();
    await typeDay(page, 'When it was asked for', ['31', '2', '2026']);
    await page.getByLabel('What it is about').fill('Which charges\nWhether an order should be asked for');
    await page.getByRole('button', { name: 'Record the request' }).click();
    await summary(page).getByText('Enter a day that exists').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    await judged('form-refused');
    await summary(page).getByRole('link').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('requestedAt');
    expect(await page.getByLabel('What it is about').inputValue()).toContain('Which charges');
    await typeDay(page, 'When it was asked for', ['2', '6', '2026']);
    await page.getByRole('button', { name: 'Record the request' }).click();
    await page.getByText('Early advice was asked for.').waitFor();
    await page.getByText('Which charges, Whether an order should be asked for').waitFor();
    await page.getByRole('link', { name: 'Record the advice' }).first().click();
    await typeDay(page, 'When it was given', ['1', '6', '2026']);
    await page.getByLabel('The advice').fill('Charge stalking.');
    await page.getByRole('button', { name: 'Record the advice' }).click();
    // The API refuses this one, and says which field it is.
    await summary(page).getByText('When it was given is before it was asked for').waitFor();
    await typeDay(page, 'When it was given', ['3', '6', '2026']);
    await page.getByRole('button', { name: 'Record the advice' }).click();
    await page.getByText('The advice was recorded.').waitFor();
    const { case: after } = await opened().ask(`query ($id: ID!) { case(id: $id) { earlyAdvice { advice } } }`, found);
    expect(after.earlyAdvice.map(({ advice }: any) => advice)).toContain('Charge stalking.');
  });

  test('an action plan that changed meanwhile: what changed is shown, kept or taken over, and nothing typed is lost', async () => {
    const { page, judged } = opened();
    const found = await aCase('REFERRED');
    await opened().goTo(`/cases/${found.id}`);
    await page.getByRole('link', { name: 'Issue an action plan' }).click();
    await typeDay(page, 'Day it is issued', ['1', '6', '2026']);
    await typeDay(page, 'Day by which all of it is to be done', ['20', '6', '2026']);
    await page.getByLabel('What is to be done').fill('Ask for the phone records');
    await page.getByRole('button', { name: 'Issue the plan' }).click();
    await page.getByText('The action plan was issued.').waitFor();
    await page.getByRole('link', { name: 'Give more time' }).first().click();
    await page.getByRole('heading', { name: /^More time/ }).waitFor();
    const planId = /plan\/([^/]+)$/.exec(page.url())![1]!;
    await typeDay(page, 'New day by which all of it is to be done', ['30', '6', '2026']);
    await page.getByLabel('Why it needs more time').fill('The provider is slow.');
    // Somebody else gives it other time while this is being typed.
    await opened().ask(
      `mutation ($id: ID!) { extendActionPlan(input: { requestId: "other", id: $id, dueOn: "2026-07-15", reason: "Leave." }) {
        actionPlan { id } } }`,
      { id: planId },
    );
    await page.getByRole('button', { name: 'Give more time' }).click();
    const panel = page.locator('.conflict');
    await panel.getByText('15 July 2026').waitFor();
    await judged('form-conflict');
    expect(await page.getByLabel('Why it needs more time').inputValue()).toBe('The provider is slow.');
    expect(await page.getByLabel('Month').inputValue()).toBe('6');
    await panel.getByRole('button', { name: 'Take over' }).click();
    expect(await page.getByLabel('Month').inputValue()).toBe('7');
    await page.getByLabel('Day', { exact: true }).fill('31');
    // The page of the case comes late: what is known of it until then is older than what was just recorded.
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('CasePage')) await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Give more time' }).click();
    await page.getByText('The action plan has more time.').waitFor();
    await page.getByRole('link', { name: 'Record that it is done' }).first().click();
    await page.getByRole('button', { name: 'Record that it is done' }).click();
    await page.getByText('It was recorded as done.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    const { case: after } = await opened().ask(
      `query ($id: ID!) { case(id: $id) { actionPlans { id dueOn items { doneOn } } } }`,
      found,
    );
    const plan = after.actionPlans.find(({ id }: any) => id === planId);
    expect(plan).toMatchObject({ dueOn: '2026-07-31', items: [{ doneOn: expect.any(String) }] });
  });

  test('the same thing sent again after an answer that never came is recorded once', async () => {
    const { page, wrong } = opened();
    const found = await aCase('INVESTIGATION');
    await opened().goTo(`/cases/${found.id}/advice`);
    await page.getByLabel('What it is about').fill('Sent twice');
    // The first is recorded, and its answer lost on the way.
    await page.route(
      '**/graphql',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Record the request' }).click();
    await summary(page).getByText('Send it again').waitFor();
    wrong.splice(0);
    await page.getByRole('button', { name: 'Record the request' }).click();
    await page.getByText('Early advice was asked for.').waitFor();
    const { case: after } = await opened().ask(`query ($id: ID!) { case(id: $id) { earlyAdvice { topics } } }`, found);
    expect(after.earlyAdvice.filter(({ topics }: any) => topics.includes('Sent twice'))).toHaveLength(1);
  });

  test('an assessment is made from the definition of its instrument', async () => {
    const { page, judged } = opened();
    const { riskInstruments } = await opened().ask(
      '{ riskInstruments { key title version grading items { code highRisk } } }',
    );
    const counted = riskInstruments.find(({ grading }: any) => grading === 'COUNT');
    const found = await aCase('INVESTIGATION');
    await opened().goTo(`/cases/${found.id}`);
    await page.getByRole('link', { name: 'Assess the risk' }).click();
    await page.getByRole('link', { name: `${counted.title}, ${counted.version}` }).click();
    await page.getByRole('heading', { name: 'Items' }).waitFor();
    // Every item of the definition is asked, and no other.
    expect(await page.locator('fieldset:has(input[name^="item-"])').count()).toBe(counted.items.length);
    const grave = counted.items.find(({ highRisk }: any) => highRisk).code;
    await page.locator(`input[name="item-${grave}"]`).first().check();
    await page.getByLabel('New incident').check();
    for (const field of ['suspect', 'victim']) await page.locator(`input[name="${field}"]`).first().check();
    await page.locator('fieldset').filter({ hasText: 'Grade that the assessor' }).getByLabel('Standard').check();
    await judged('form-risk');
    await page.getByRole('button', { name: 'Record the assessment' }).click();
    await summary(page)
      .getByText(/Why it is not the computed grade is required/)
      .waitFor();
    await page.getByLabel('Why it is not the computed grade').fill('He is in custody.');
    await page.getByRole('button', { name: 'Record the assessment' }).click();
    await page.getByText('The assessment was recorded.').waitFor();
    await page
      .getByRole('link', { name: /^Review the assessment/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Review of the risk/ }).waitFor();
    await page.locator('fieldset').filter({ hasText: 'Grade that the assessor' }).getByLabel('Medium').check();
    await page.getByRole('button', { name: 'Record the review' }).click();
    await page.getByText('The review was recorded.').waitFor();
  });

  test('a breach is reported with the terms that were broken, and moved on', async () => {
    const { page, judged } = opened();
    const { orders } = await opened().ask('{ orders(first: 20) { edges { node { id conditions { id } } } } }');
    const { node: order } = orders.edges.find(({ node }: any) => node.conditions.length > 0);
    await opened().goTo(`/orders/${order.id}`);
    await page.getByRole('link', { name: 'Report a breach' }).click();
    await typeDay(page, 'When it happened', ['30', '5', '2026']);
    await page.getByRole('group', { name: 'When it happened', exact: true }).getByLabel('Time').fill('14:30');
    await page.locator('fieldset').filter({ hasText: 'Terms that were broken' }).getByRole('checkbox').first().check();
    await judged('form-breach');
    await page.getByRole('button', { name: 'Report the breach' }).click();
    await page.getByText('The breach was reported.').waitFor();
    await page
      .getByRole('link', { name: /^Record what is done about the breach of 30 May 2026/ })
      .first()
      .click();
    await page.getByLabel('Record it as a crime').check();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('What is done about the breach was recorded.').waitFor();
    const { order: after } = await opened().ask(
      'query ($id: ID!) { order(id: $id) { breaches { occurredAt state conditions { id } } } }',
      order,
    );
    expect(after.breaches).toContainEqual({
      occurredAt: '2026-05-30T13:30:00Z',
      state: 'CRIMED',
      conditions: [{ id: expect.any(String) }],
    });
  });
});
