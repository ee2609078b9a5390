import { JsonData, stringifyAnswer } from './json-data';

test('text is written as it is, after errors; other data as ever', () => {
  expect(stringifyAnswer({ data: new JsonData('{"a":1}') })).toBe('{"data":{"a":1}}');
  expect(stringifyAnswer({ errors: undefined, data: new JsonData('{}'), extensions: undefined })).toBe('{"data":{}}');
  expect(stringifyAnswer({ data: new JsonData('{}'), errors: [{ message: 'x' }], extensions: { b: 2 } })).toBe(
    '{"errors":[{"message":"x"}],"extensions":{"b":2},"data":{}}',
  );
  expect(stringifyAnswer({ data: null, errors: [] })).toBe('{"data":null,"errors":[]}');
});

test('who does not know of it sees the data', () => {
  expect(JSON.stringify({ data: new JsonData('{"a":1}') })).toBe('{"data":{"a":1}}');
});
