import { coverage } from '@throughline/conduct';

/** What a reader must know before the rules mean anything; `{name}` stands for the threshold of that name. */
interface Concept {
  readonly title: string | null;
  readonly text: readonly string[];
}

const list = (...lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');

export const concepts: readonly Concept[] = [
  {
    title: null,
    text: [
      'Police forces, prosecutors and courts each see a part of what somebody does to somebody else. These rules look at all the parts together and raise _flags_: a breach that was charged as if it stood alone, a risk that nobody looked at again.',
      '**A flag is advice for a person to review. It is never a finding of guilt**, nor of a fault: it says what the records show and do not show. Each flag carries its reasons, one sentence for each with the record it rests on, the thresholds used, what was left out, and the guidance it follows.',
      'A rule is a plain function of facts: the same facts give the same flags, in whatever order they came. It sees only the facts that whoever asks may see, so it can tell nobody of a record they may not see. Who sees fewer facts sees fewer flags or others, and is told which kinds of record were unseen.',
    ],
  },
  {
    title: 'Facts as at a moment',
    text: [
      'The rules look at the facts as at a moment: now, or one that is asked for. What is dated after it is left out and named as left out. Withdrawn records are no facts.',
      list(
        'A day is a calendar day in London, in summer time too. What is known by its day only counts from midnight.',
        'An order is dated by the day it was made, else by the first day of its term. Its state, and that of a breach, is taken as recorded, for states have no date.',
        'A charge has its verdict from the day of the verdict on. A verdict without a day is left out.',
        'Two suspect records that a person has decided are one man or woman are one suspect.',
        'An incident that was disproved counts nowhere.',
      ),
    ],
  },
  {
    title: 'Occasions',
    text: [
      'An _occasion_ is everything that was done to one victim on one day. Forty messages in a day are one occasion.',
      list(
        'Occasions are made of incidents that were not disproved, by suspect, victim and day.',
        'A breach of an order for which no incident stands is an occasion against everybody whom the order protects, and belongs to the case of the order.',
        'A breach whose incident cannot be seen stands for itself. One whose incident was disproved is no occasion, but still a breach.',
      ),
    ],
  },
  {
    title: 'Courses of conduct',
    text: [
      'Harassment and stalking are not single acts but _courses of conduct_. There is one against a victim with {occasionsOfCourse} occasions or more, in whichever cases; and one against several people where, in one case, each of {victimsOfGroup} or more victims has an occasion, whether or not the case lists them. The latter can only be harassment, and exists beside the courses against each of them.',
      'What a course of conduct could be charged as, its _candidate families_, follows from its occasions:',
      [
        '| Family | Section of the Protection from Harassment Act 1997 | When |',
        '| --- | --- | --- |',
        '| `HARASSMENT` | s.2 | {occasionsOfCourse} occasions |',
        '| `STALKING` | s.2A | {occasionsOfCourse} occasions on or after {stalkingFrom}, and {stalkingActs} act among them that s.2A(3) lists: a behaviour code that begins with `S2A_` |',
        '| `HARASSMENT_FEAR` | s.4 | {fearOccasions} occasions caused fear of violence |',
        '| `STALKING_FEAR` | s.4A(1)(b)(i) | It could be `STALKING`, and {fearOccasions} occasions of it caused fear of violence |',
        '| `STALKING_SERIOUS_ALARM` | s.4A(1)(b)(ii) | It could be `STALKING`, {alarmOccasions} occasion of it caused serious alarm or distress, and {dayToDayEffects} effect on day-to-day life is recorded, on whichever of its occasions |',
      ].join('\n'),
      '`HARASSMENT` and `STALKING` are summary offences: proceedings can start until {timeLimitMonths} calendar months after the last occasion, that day included and the day of the occasion not, at the end of the month where it has no such day.',
    ],
  },
  {
    title: 'Covered and considered',
    text: [
      'A candidate family is _covered_ where a charge covers it:',
      [
        '| A charge of | covers |',
        '| --- | --- |',
        ...Object.entries(coverage).map(
          ([family, covered]) => `| \`${family}\` | ${covered.map((one) => `\`${one}\``).join(', ')} |`,
        ),
      ].join('\n'),
      'It is _considered_ where a decision about one of the cases looked at it and refused it, with a rationale. Else it is _missing_.',
      list(
        'Racially or religiously aggravated forms, and attempts, have the family of their base.',
        'A charge covers for the victim it names, in any case; naming nobody, for its case. One that names a member covers the course against several people.',
        'A course of conduct has the cases of its incidents and, for breaches that are occasions, of the orders.',
        'A family accepted in a decision is neither covered nor considered: only a charge covers. A refusal without a rationale is not considering it. Decisions of every kind count.',
        'Only charges against this suspect, and decisions on this suspect, count.',
      ),
    ],
  },
];
