import type { Grade, RiskInstrumentRecord } from './bundle-record';
import { risk } from './proportions';
import type { Random } from './random';

/**
 * An instrument of nobody's: topics of our own, without question texts, so that the demo needs no licensed wording.
 * It has no validity of any kind and is not to be used on people.
 */
export const riskScreen: RiskInstrumentRecord = {
  type: 'riskInstrument',
  source: 'cps',
  ref: 'demo/instrument/demo-screen-1',
  key: 'DEMO-SCREEN',
  version: '1',
  title: 'Demonstration screen (invented, not for use)',
  rightsHolder: 'Throughline project',
  licence: 'MIT',
  items: [
    { code: 'AFRAID', domain: 'VICTIM', highRisk: true },
    { code: 'LIFE_CHANGED', domain: 'VICTIM' },
    { code: 'ALONE_AT_HOME', domain: 'VICTIM' },
    { code: 'MORE_OFTEN', domain: 'CONDUCT' },
    { code: 'COMES_NEAR', domain: 'CONDUCT', highRisk: true },
    { code: 'OTHERS_DRAWN_IN', domain: 'CONDUCT' },
    { code: 'THREATENS', domain: 'CONDUCT', highRisk: true },
    { code: 'IGNORES_ORDERS', domain: 'SUSPECT', highRisk: true },
    { code: 'DONE_IT_BEFORE', domain: 'SUSPECT' },
    { code: 'NOTHING_TO_LOSE', domain: 'SUSPECT' },
  ],
  answers: ['YES', 'NO', 'UNKNOWN'],
  grades: ['STANDARD', 'MEDIUM', 'HIGH'],
  grading: 'COUNT',
};

export interface ScreenAnswer {
  item: string;
  answer: string;
}

/** Answers as an assessor might give them at this stage of a story. */
export function answerScreen(random: Random, stage: number): ScreenAnswer[] {
  return riskScreen.items.map(({ code }) => ({ item: code, answer: answerOf(random, stage) }));
}

/** The grade that the count of YES answers gives: 7, or 3 of the high-risk ones, is HIGH; 4 is MEDIUM. */
export function gradeOf(answers: readonly ScreenAnswer[]): Grade {
  const yes = answers.filter(({ answer }) => answer === 'YES').map(({ item }) => item);
  const grave = riskScreen.items.filter(({ code, highRisk }) => highRisk && yes.includes(code)).length;
  if (yes.length >= 7 || grave >= 3) return 'HIGH';
  return yes.length >= 4 ? 'MEDIUM' : 'STANDARD';
}

function answerOf(random: Random, stage: number): string {
  if (random.percent(risk.unknownAnswer)) return 'UNKNOWN';
  return random.percent(risk.yes[stage] ?? 0) ? 'YES' : 'NO';
}
