import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFile, getFile, type Row, Table } from './table';
import { Findings } from './table-findings';
import { sampleFolder } from './table-sample';

async function read(text: string, columns: string[] = ['a', 'b'], name = 'some.csv') {
  await using folder = await sampleFolder({ [name]: text });
  const findings = new Findings();
  const rows: Row<string>[] = [];
  for await (const batch of new Table(join(folder.path, name)).rows(columns, findings)) rows.push(...batch);
  return { rows, cells: rows.map((row) => columns.map((column) => row.cells[column])), summary: findings.summary() };
}

const unreadable = (...examples: string[]) => [{ what: 'unreadable row', count: examples.length, examples }];

describe('a table', () => {
  it('reads plain and compressed files alike', async () => {
    expect((await read('a,b\n1,2\n')).cells).toEqual([['1', '2']]);
    expect((await read('a,b\n1,2\n', ['a', 'b'], 'some.csv.gz')).cells).toEqual([['1', '2']]);
  });

  it('finds columns by name, so that their order is free and further ones do not matter', async () => {
    expect((await read('b,c,a\n2,3,1\n')).cells).toEqual([['1', '2']]);
  });

  it('says which column a header lacks', async () => {
    await expect(read('a,c\n1,2\n')).rejects.toThrow('some.csv: column b is missing from the header');
  });

  it('says that an empty file has no header', async () => {
    await expect(read('')).rejects.toThrow('some.csv: the file is empty');
  });

  it('takes a byte order mark, Windows line ends, quotes, empty lines and a last line without an end', async () => {
    const { cells, rows } = await read('\uFEFFa,b\r\n"1, one",2\r\n\r\n3,"say ""four"""');
    expect(cells).toEqual([
      ['1, one', '2'],
      ['3', 'say "four"'],
    ]);
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it('passes over a row with the wrong number of columns, naming its line', async () => {
    const { cells, summary } = await read('a,b\n1,2\n3\n4,5,6\n7,8\n');
    expect(cells).toEqual([
      ['1', '2'],
      ['7', '8'],
    ]);
    expect(summary.noticed).toEqual(
      unreadable('some.csv line 3: 1 columns instead of 2', 'some.csv line 4: 3 columns instead of 2'),
    );
    expect(summary.read).toEqual({ 'some.csv': 4 });
  });

  it('loses no more than its own row to a stray quote', async () => {
    const { cells, summary } = await read('a,b\n1,"2\n3,4\n5,x"6\n"7",8\n');
    expect(cells).toEqual([
      ['3', '4'],
      ['7', '8'],
    ]);
    expect(summary.noticed).toEqual(
      unreadable('some.csv line 2: the quotes do not match', 'some.csv line 4: the quotes do not match'),
    );
  });

  it('keeps rows whole, and their lines right, where a block of the file ends within them', async () => {
    const values = Array.from({ length: 30_000 }, (_, index) => `é${index}`);
    const { rows } = await read(`a,b\n${values.map((value) => `${value},x`).join('\n')}\n`, ['a']);
    expect(rows.map((row) => row.cells.a)).toEqual(values);
    expect(rows.every((row, index) => row.line === index + 2)).toBe(true);
  });

  it('names a compressed file that ends too early', async () => {
    await using folder = await sampleFolder({ 'some.csv.gz': 'a,b\n1,2\n' });
    const path = join(folder.path, 'some.csv.gz');
    await truncate(path, 20);
    const rows = new Table(path).rows(['a'], new Findings());
    await expect(rows.next().then(() => rows.next())).rejects.toThrow('some.csv.gz: unexpected end of file');
  });

  it('refuses a file without line ends rather than hold it whole', async () => {
    await expect(read('a'.repeat(2_000_000))).rejects.toThrow('some.csv: line 1 or a later one has no end');
  });
});

describe('finding a file', () => {
  it('takes the plain or the compressed file, and refuses to choose between the two', async () => {
    await using folder = await sampleFolder({ 'some.csv.gz': '' });
    expect(await findFile(folder.path, 'some.csv')).toBe(join(folder.path, 'some.csv.gz'));
    await writeFile(join(folder.path, 'some.csv'), '');
    await expect(findFile(folder.path, 'some.csv')).rejects.toThrow('both some.csv and some.csv.gz');
  });

  it('names a file that is missing', async () => {
    await using folder = await sampleFolder({});
    await expect(getFile(folder.path, 'some.csv')).rejects.toThrow('missing file: some.csv (or some.csv.gz)');
  });
});
