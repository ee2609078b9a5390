import { describeConsole, smallWorld } from './browser';

describeConsole('the console', 'console', smallWorld, (opened) => {
  test('nobody gets in without a key, and what was typed is not kept', async () => {
    const { page } = opened();
    await page.goto(opened().alone.door.url);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Enter your key');
    expect(await page.evaluate('document.activeElement?.id')).toBe('key');
    await opened().judged('sign-in');
    await opened().signIn(`${opened().alone.door.key.slice(0, -1)}x`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.flag').count()).toBe(0);
    // The browser itself tells of the refusal.
    expect(
      opened()
        .wrong.splice(0)
        .every((text) => text.includes('401')),
    ).toBe(true);
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
  });

  test('a breach charged alone is found from the work list, and why is told with the records it rests on', async () => {
    const { page } = opened();
    await opened().signIn();
    await page.locator('.flag').first().waitFor();
    await opened().judged('work-list');
    await page.getByLabel('Breach charged alone').check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL(/rule=BREACH_CHARGED_ALONE/);
    const titles = page.locator('.flag__title');
    await titles.filter({ hasNotText: 'Breach charged alone' }).first().waitFor({ state: 'detached' });
    expect(await titles.count()).toBeGreaterThan(0);
    await page.locator('.flag .govuk-link').first().click();
    await page.waitForURL(/\/suspects\//);
    await page.locator('.mark').first().waitFor();
    // The flag that was come from is open, and its records stand out on the timeline.
    await page.getByRole('heading', { name: 'Why', exact: true }).waitFor();
    expect(await page.locator('.mark--lit').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show the record' }).first().click();
    expect(await page.locator('.entries__chosen').count()).toBe(1);
    await opened().judged('suspect');
  });

  test('the timeline zooms by key, and lanes are put away', async () => {
    const { page } = opened();
    const ticks = () => page.locator('.timeline__tick text').allTextContents();
    const before = await ticks();
    await page.locator('.timeline').focus();
    await page.keyboard.press('+');
    expect(await ticks()).not.toEqual(before);
    await page.keyboard.press('Home');
    expect(await ticks()).toEqual(before);
    const marks = await page.locator('.mark--incident').count();
    expect(marks).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Incidents' }).click();
    expect(await page.locator('.mark--incident').count()).toBe(0);
    await page.getByRole('button', { name: 'Incidents' }).click();
    expect(await page.locator('.mark--incident').count()).toBe(marks);
  });

  test('a review takes a reason, and stands on the flag after', async () => {
    const { page } = opened();
    const form = page.locator('.flag form').first();
    await form.getByRole('button').click();
    await form.getByText('Choose what you make of it').waitFor();
    await form.getByLabel('Accept').check();
    await form.getByLabel('Reason').fill('Charge the course as well.');
    await form.getByRole('button').click();
    await page.getByText(/Accepted .*Charge the course as well\./).waitFor();
  });

  test('from a suspect to the case, and to its order and back', async () => {
    const { page } = opened();
    await page.locator('#main a[href^="/cases/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /^Case / }).waitFor();
    await opened().judged('case');
    await page.locator('#main a[href^="/orders/"]').first().click();
    await page.waitForURL(/\/orders\//);
    await page.getByText('Protects', { exact: true }).waitFor();
    expect(await page.locator('.govuk-error-summary').count()).toBe(0);
    await opened().judged('order');
  });

  test('search forgives spelling', async () => {
    const { page } = opened();
    const names = [...smallWorld()].flatMap((record) => {
      const { type, names: own } = record as { type: string; names?: { given?: string; family: string }[] };
      return type === 'suspect' && own?.[0]?.given ? [`${own[0].given} ${own[0].family}`] : [];
    });
    const name = names.find((each) => each.length > 12)!;
    await page.getByRole('link', { name: 'Search' }).click();
    await page.fill('#text', `${name.slice(0, -2)}${name.at(-1)!}${name.at(-2)!}`);
    await page.keyboard.press('Enter');
    await page.locator('.results a').filter({ hasText: name }).first().waitFor();
    await opened().judged('search');
  });

  test('it fits a narrow screen', async () => {
    const { page } = opened();
    await page.setViewportSize({ width: 360, height: 740 });
    for (const link of ['Search', 'Work list']) {
      await page.getByRole('link', { name: link }).click();
      await page.locator('h1').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  });
});
