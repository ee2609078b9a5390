import type { InspectionRecord, RecommendationRecord } from './bundle-record';
import { isoDay, type Day } from './calendar';

/** How long before the world's day the demonstration inspection opened. */
export const INSPECTION_AGE = 150;

/** An inspection that never took place, with a question of every kind. */
export function demoInspection(asAt: Day): InspectionRecord {
  return {
    type: 'inspection',
    source: 'hmcpsi',
    ref: 'demo/inspection-1',
    title: 'Demonstration inspection of stalking files (invented; no such inspection took place)',
    body: 'hmcpsi',
    openedOn: isoDay(asAt - INSPECTION_AGE),
    themes: [
      {
        key: 'DECISION',
        title: 'The decision',
        questions: [
          { key: 'WHOLE_CONDUCT', text: 'Does the decision look at the whole of the conduct?', kind: 'RATING' },
          { key: 'REASONS', text: 'Are the reasons for and against each offence written down?', kind: 'RATING' },
          { key: 'BEST_FAMILY', text: 'Which offence family fits the conduct best?', kind: 'FAMILY' },
        ],
      },
      {
        key: 'VICTIM',
        title: 'The victim',
        questions: [
          { key: 'EFFECT', text: 'Is the effect on daily life part of the reasoning?', kind: 'RATING' },
          { key: 'ORDER_ASKED', text: 'Was a protective order thought of in time?', kind: 'YES_NO' },
        ],
      },
      {
        key: 'BREACHES',
        title: 'Breaches of orders',
        questions: [
          { key: 'BREACH_AS_CONDUCT', text: 'Was a breach also seen as further conduct?', kind: 'YES_NO' },
          { key: 'RISK_AGAIN', text: 'Was the risk looked at again after it?', kind: 'RATING' },
        ],
      },
    ],
  };
}

type Status = RecommendationRecord['history'][number]['status'];

interface Advice {
  text: string;
  owner: string;
  /** Days from the world's day; negative is past. */
  due: number;
  history: readonly (readonly [status: Status, daysAgo: number, note?: string])[];
  topics: string[];
}

const advice: readonly Advice[] = [
  {
    text: 'Demonstration: write down for every charged breach why nothing else was charged.',
    owner: 'CPS',
    due: -60,
    history: [
      ['ACCEPTED', 300],
      ['IN_PROGRESS', 210, 'Draft checklist in two areas.'],
    ],
    topics: ['CHARGING', 'BREACH_RESTRAINING_ORDER'],
  },
  {
    text: 'Demonstration: look at the risk again within three days of a breach.',
    owner: 'police:06',
    due: 45,
    history: [
      ['ACCEPTED', 290],
      ['IN_PROGRESS', 120],
    ],
    topics: ['SPO'],
  },
  {
    text: 'Demonstration: name a stalking lead in every area.',
    owner: 'CPS',
    due: -150,
    history: [
      ['ACCEPTED', 300],
      ['IN_PROGRESS', 250],
      ['COMPLETE', 160, 'All fourteen areas have one.'],
    ],
    topics: ['CHARGING'],
  },
  {
    text: 'Demonstration: keep the classes of crime that were not the principal one.',
    owner: 'police:01',
    due: 90,
    history: [['ACCEPTED', 80]],
    topics: ['RECORDING', 'STALKING'],
  },
  {
    text: 'Demonstration: count messages one by one.',
    owner: 'police:20',
    due: -100,
    history: [['REJECTED', 280, 'A day of messages is one occasion.']],
    topics: ['RECORDING'],
  },
  {
    text: 'Demonstration: print the history of each suspect for the file.',
    owner: 'police:13',
    due: -30,
    history: [
      ['ACCEPTED', 295],
      ['SUPERSEDED', 140, 'The file now links to the history.'],
    ],
    topics: ['CHARGING'],
  },
];

/** A register of recommendations that nobody made: open, overdue, done, refused and overtaken ones. */
export function demoRecommendations(asAt: Day): RecommendationRecord[] {
  return advice.map(({ text, owner, due, history, topics }, i) => ({
    type: 'recommendation',
    source: 'hmcpsi',
    ref: `demo/recommendation-${i + 1}`,
    report: 'Demonstration report (invented)',
    number: String(i + 1),
    text,
    owner,
    dueOn: isoDay(asAt + due),
    history: history.map(([status, daysAgo, note]) => ({ on: isoDay(asAt - daysAgo), status, note })),
    topics,
  }));
}
