import { fitOf } from './fit';

test.each([
  [['STALKING'], 'STALKING', 'STALKING', 'AGREE'],
  [['STALKING_FEAR'], 'STALKING_SERIOUS_ALARM', 'STALKING_FEAR', 'AGREE'],
  [['HARASSMENT'], 'STALKING', 'HARASSMENT', 'UNDER_CHARGED'],
  [['BREACH_SPO', 'STALKING'], 'STALKING_FEAR', 'STALKING', 'UNDER_CHARGED'],
  [['STALKING_FEAR'], 'HARASSMENT', 'STALKING_FEAR', 'OVER_CHARGED'],
  [['HARASSMENT_FEAR'], 'STALKING', 'HARASSMENT_FEAR', 'WRONG_FAMILY'],
  [['BREACH_SPO'], 'STALKING', 'BREACH_SPO', 'WRONG_FAMILY'],
  [['STALKING_FEAR', 'STALKING'], 'STALKING', 'STALKING', 'AGREE'],
  [['OTHER', 'ASSAULT'], 'STALKING', 'ASSAULT', 'WRONG_FAMILY'],
  [[], 'STALKING', 'NOT_CHARGED', 'NOT_CHARGED'],
])('of %j, where %s would fit, %s stands for it: %s', (charged, appropriate, stands, fit) => {
  expect(fitOf(charged, appropriate)).toEqual({ charged: stands, fit });
});
