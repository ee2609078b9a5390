import { recordId } from './ids';

// Expected values were computed with Python's uuid.uuid5.
it('ids are UUIDv5 of type, source and reference', () => {
  expect(recordId('suspect', 'police:06', 'S1')).toBe('4e5e8251-9226-52cd-b381-0a0b60af61ac');
  expect(recordId('victim', 'cps', 'é|x')).toBe('ea19eab6-31f3-5b57-8ee0-3499454109bd');
});
