import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
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
const isThere = spawnSync(CHROMIUM, ['--version']).status === 0;

/** Where pictures of the pages are kept. */
export const pictures = path.resolve(__dirname, '../../coverage/pictures');

/** A running product with a console, and a browser on it. */
export interface Opened {
  alone: Alone;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Errors that the browser told of, and requests that went elsewhere. Emptied and held to be none after each test. */
  wrong: string[];
  /** Opens the first page and signs in; with the admin's key unless given. */
  signIn: (key?: string) => Promise<void>;
  /** Keeps what the page shows as a picture, and holds it against WCAG 2.2 AA as far as a program can. */
  judged: (name: string) => Promise<void>;
  /** Goes to an address within the page: whoever is signed in is forgotten when it is loaded anew. */
  goTo: (path: string) => Promise<void>;
  /** Asks the graph as the admin, beside the browser; an answer with errors fails the test. */
  ask: (query: string, variables?: object) => Promise<any>;
  /** Waits until the flags follow from all that is recorded. */
  indexed: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * `describe` with a console in Chromium: a product of its own with these records, one page of 1280 by 900 pixels.
 * Skipped, with a line that says so, where there is no chromium. No test may leave an error in the browser's console
 * or ask anything of elsewhere.
 */
export function describeConsole(
  name: string,
  database: string,
  records: () => Iterable<object>,
  tests: (opened: () => Opened) => void,
  options: BrowserContextOptions = {},
): void {
  if (!isThere) process.stderr.write('The console is not tested: there is no chromium on this machine.\n');
  (isThere ? describe : describe.skip)(name, () => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open(database, records(), options);
    });
    afterAll(() => opened?.stop());
    afterEach(() => expect(opened?.wrong.splice(0)).toEqual([]));
    tests(() => opened!);
  });
}

/** Starts the product with the records, and a browser. */
async function open(database: string, records: Iterable<object>, options: BrowserContextOptions): Promise<Opened> {
  mkdirSync(pictures, { recursive: true });
  const folder = await builtConsole((line) => process.stderr.write(`${line}\n`));
  const alone = await startAlone(database, { console: folder! });
  await importRecords(alone.door, records, 'test');
  const behaviour = alone.running.find(({ name }) => name === 'behaviour')!.db;
  const index = new FlagIndex(behaviour, alone.running);
  const indexed = () =>
    untilIndexed(
      behaviour,
      alone.running.filter(({ name }) => name !== 'behaviour'),
    );
  await indexed();
  const browser = await chromium.launch({
    executablePath: spawnSync('which', [CHROMIUM]).stdout.toString().trim(),
    args: FLAGS,
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = watched(page, alone.door.url);
  const stop = async () => {
    await browser.close();
    await index.stop();
    await alone.stop();
  };
  const signIn = (key = alone.door.key) => signedIn(page, alone.door.url, key);
  const judged = (name: string) => judgedPage(page, name);
  const goTo = (path: string) => wentTo(page, path);
  const ask = (query: string, variables = {}) => asked(alone, query, variables);
  return { alone, browser, context, page, wrong, signIn, judged, goTo, ask, indexed, stop };
}

/** Collects what a page gets wrong. */
export function watched(page: Page, url: string): string[] {
  const wrong: string[] = [];
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    // What begins with blob: was made by the page itself.
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(url)
    )
      wrong.push(`asked ${request.url()}`);
  });
  return wrong;
}

async function signedIn(page: Page, url: string, key: string): Promise<void> {
  await page.goto(url);
  await page.fill('#key', key);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function wentTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  await page.locator('h1').first().waitFor();
}

async function asked({ door: { url, key } }: Alone, query: string, variables: object): Promise<any> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${key}`,
    'throughline-purpose': 'INVESTIGATION',
  };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: any; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

async function judgedPage(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([]);
}

/** The world that most tests of the console look at. */
export const smallWorld = (): Iterable<object> => demoWorld({ suspects: 150 });
