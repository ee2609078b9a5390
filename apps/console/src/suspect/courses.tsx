import type { ReactNode } from 'react';
import { personName } from '../names';
import { behaviourInWords, count, day, daysUntil, inWords, readable, within } from '../words';
import type { Profile, SuspectData } from './lanes';

type Course = Profile['coursesOfConduct'][number];

/** Courses of conduct: what could be charged, what was, what is missing, and until when. */
export function Courses({ suspect, profile }: { suspect: SuspectData; profile: Profile }): ReactNode {
  const courses = profile.coursesOfConduct;
  if (courses.length === 0) return <p className="govuk-body quiet">The facts show no course of conduct.</p>;
  return courses.map((course) => <CourseCard key={course.id} course={course} suspect={suspect} />);
}

function CourseCard({ course, suspect }: { course: Course; suspect: SuspectData }): ReactNode {
  const { victims, occasions, candidates, coveredFamilies, consideredFamilies, group } = course;
  const [first, last] = [occasions[0], occasions.at(-1)];
  const behaviours = [...new Set(occasions.flatMap((occasion) => occasion.behaviours))];
  const charged = (suspect.cases?.edges ?? []).flatMap(({ node }) => node.charges);
  return (
    <article className="card">
      <h3 className="govuk-heading-s">
        {count(occasions.length, 'occasion')} against {victims.map((victim) => personName(victim)).join(', ')}
        {group && ' (a group connected to one person)'}
      </h3>
      <p className="govuk-body">
        {first && last && (first.day === last.day ? day(first.day) : `${day(first.day)} to ${day(last.day)}`)}:{' '}
        {behaviours.map(behaviourInWords).join(', ').toLowerCase()}
      </p>
      <ul className="govuk-list">
        {candidates.map(({ family, timeLimitExpiresOn, because }) => {
          const isCovered = coveredFamilies.includes(family);
          const isConsidered = consideredFamilies.includes(family);
          return (
            <li key={family} className={`candidate ${isCovered ? 'candidate--covered' : ''}`}>
              <strong>{inWords(family)}</strong>{' '}
              <span
                className={`govuk-tag ${isCovered ? 'govuk-tag--green' : isConsidered ? 'govuk-tag--yellow' : 'govuk-tag--red'}`}
              >
                {isCovered ? 'Charged' : isConsidered ? 'Considered, not charged' : 'Not charged'}
              </span>
              {timeLimitExpiresOn && !isCovered && <TimeLimit on={timeLimitExpiresOn} />}
              <details className="govuk-details">
                <summary className="govuk-details__summary">
                  <span className="govuk-details__summary-text">Why {within(family)}</span>
                </summary>
                <ul className="govuk-details__text govuk-list govuk-list--bullet">
                  {because.map(({ text }) => (
                    <li key={text}>{readable(text)}</li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
      {charged.length > 0 && (
        <p className="govuk-body-s quiet">
          All charges of this person:{' '}
          {charged
            .map(({ offence }) => offence.title)
            .filter(Boolean)
            .join('; ')}
          .
        </p>
      )}
    </article>
  );
}

/** Summary offences: six months from the last occasion (Magistrates’ Courts Act 1980 s.127). */
function TimeLimit({ on }: { on: string }): ReactNode {
  const left = daysUntil(on);
  if (left < 0) return <span className="quiet"> Time limit passed on {day(on)}.</span>;
  return (
    <span className={left <= 30 ? 'urgent' : ''}>
      {' '}
      {count(left, 'day')} left to charge, until {day(on)}.
    </span>
  );
}
