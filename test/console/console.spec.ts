import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { FlagIndex } from '../../apps/behaviour/src/flag-index/flag-index.service';

import { importRecords } from '../../tools/cli/import';
import { demoWorld } from '../../tools/demo/demo-world';
import { type Alone, startAlone } from '../../tools/up/alone';
import { builtConsole } from '../../tools/up/console';
import { untilIndexed } from '../indexed';

const CHROMIUM = 'chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];
const pictures = path.resolve(__dirname, '../../coverage/pictures');
const isThere = spawnSync(CHROMIUM, ['--version']).status === 0;
if (!isThere) process.stderr.write('The console is not tested: there is no chromium on this machine.\n');

(isThere ? describe : describe.skip)('the console', () => {
  let alone: Alone;
  let index: FlagIndex;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const folder = await builtConsole((line) => process.stderr.write(`${line}\n`));
    alone = await startAlone('console', { console: folder! });
    await importRecords(alone.door, demoWorld({ suspects: 150 }), 'test');
    const behaviour = alone.running.find(({ name }) => name === 'behaviour')!.db;
    index = new FlagIndex(behaviour, alone.running);
    await untilIndexed(
      behaviour,
      alone.running.filter(({ name }) => name !== 'behaviour'),
    );
    browser = await chromium.launch({
      executablePath: spawnSync('which', [CHROMIUM]).stdout.toString().trim(),
      args: FLAGS,
    });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    // Nothing may come from anywhere else.
    page.on('request', (request) => {
      if (!request.url().startsWith(alone.door.url)) wrong.push(`asked ${request.url()}`);
    });
  });

  afterAll(async () => {
    await browser?.close();
    await index?.stop();
    await alone?.stop();
  });

  afterEach(() => expect(wrong.splice(0)).toEqual([]));

  const signIn = async (key = alone.door.key) => {
    await page.goto(alone.door.url);
    await page.fill('#key', key);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  /** What a page shows is kept as a picture, and held against WCAG 2.2 AA as far as a program can. */
  const judged = async (name: string) => {
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([]);
  };

  test('nobody gets in without a key, and what was typed is not kept', async () => {
    await page.goto(alone.door.url);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Enter your key');
    expect(await page.evaluate('document.activeElement?.id')).toBe('key');
    await judged('sign-in');
    await signIn(`${alone.door.key.slice(0, -1)}x`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.flag').count()).toBe(0);
    // The browser itself tells of the refusal.
    expect(wrong.splice(0).every((text) => text.includes('401'))).toBe(true);
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
  });

  test('a breach charged alone is found from the work list, and why is told with the records it rests on', async () => {
    await signIn();
    await page.locator('.flag').first().waitFor();
    await judged('work-list');
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
    await judged('suspect');
  });

  test('the timeline zooms by key, and lanes are put away', async () => {
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
    const form = page.locator('.flag form').first();
    await form.getByRole('button').click();
    await form.getByText('Choose what you make of it').waitFor();
    await form.getByLabel('Accept').check();
    await form.getByLabel('Reason').fill('Charge the course as well.');
    await form.getByRole('button').click();
    await page.getByText(/Accepted .*Charge the course as well\./).waitFor();
  });

  test('from a suspect to the case, and to its order and back', async () => {
    await page.locator('#main a[href^="/cases/"]').first().click();
    await page.getByRole('heading', { level: 1, name: /^Case / }).waitFor();
    await judged('case');
    await page.locator('#main a[href^="/orders/"]').first().click();
    await page.waitForURL(/\/orders\//);
    await page.getByText('Protects', { exact: true }).waitFor();
    expect(await page.locator('.govuk-error-summary').count()).toBe(0);
    await judged('order');
  });

  test('search forgives spelling', async () => {
    const names = [...demoWorld({ suspects: 150 })].flatMap((record) => {
      const { type, names: own } = record as { type: string; names?: { given?: string; family: string }[] };
      return type === 'suspect' && own?.[0]?.given ? [`${own[0].given} ${own[0].family}`] : [];
    });
    const name = names.find((each) => each.length > 12)!;
    await page.getByRole('link', { name: 'Search' }).click();
    await page.fill('#text', `${name.slice(0, -2)}${name.at(-1)!}${name.at(-2)!}`);
    await page.keyboard.press('Enter');
    await page.locator('.results a').filter({ hasText: name }).first().waitFor();
    await judged('search');
  });

  test('it fits a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const link of ['Search', 'Work list']) {
      await page.getByRole('link', { name: link }).click();
      await page.locator('h1').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  });
});
