import { useApolloClient, useQuery } from '@apollo/client/react';
import { SuspectNewsDocument, SuspectPageDocument, SuspectTimelineDocument } from '@throughline/client';
import { print } from 'graphql';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useSession } from '../session';
import { personName } from '../names';
import { Facts, Failure, Loading, Shown } from '../shown';
import { count, day, inWords, moment, readable, ruleInWords, within } from '../words';
import { ReviewForm } from '../work-list/review-form';
import { Courses } from './courses';
import { Harm } from './harm';
import { type Entry, type Profile, type SuspectData, aboutEntry } from './lanes';
import { NetworkDrawing } from './network';
import { Timeline } from './timeline';

const OPERATION = 'SuspectPage';

/** Everything about one suspect, and what it shows together. */
export function SuspectPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, loading, error, refetch } = useQuery(SuspectPageDocument, { variables: { id } });
  const { entries, refresh, problem } = useTimeline(id);
  const again = useCallback(() => {
    void refetch();
    void refresh();
  }, [refetch, refresh]);
  const news = useNews(id, again);
  const suspect = data?.suspect;
  if (!suspect) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such suspect, or none that you may see.'} />;
  }
  return (
    <>
      <h1 className="govuk-heading-l">{personName(suspect)}</h1>
      {(error ?? problem) && <Failure message={(error ?? problem)!.message} />}
      <p className="govuk-body-s quiet" role="status">
        {news ? `Updated ${moment(news)}` : 'Follows changes as they are recorded.'}
      </p>
      <About suspect={suspect} />
      {suspect.behaviour ? (
        <Behaviour suspect={suspect} profile={suspect.behaviour} entries={entries} reviewed={again} />
      ) : (
        <p className="govuk-body">
          <Shown
            of={null}
            operation={OPERATION}
            field="behaviour"
            none="Nothing of this person’s behaviour can be shown."
          />
        </p>
      )}
    </>
  );
}

function About({ suspect }: { suspect: SuspectData }): ReactNode {
  const shown = (of: ReactNode, field: string, none?: string) => (
    <Shown of={of} operation={OPERATION} field={field} none={none} />
  );
  const { names, forces, currentRisk, cases, possibleDuplicates, behaviour } = suspect;
  const aliases = names
    ?.filter(({ kind }) => kind === 'ALIAS')
    .map(({ given, family }) => `${given ?? ''} ${family}`.trim());
  const others = behaviour?.suspects.filter((other) => other && other.id !== suspect.id) ?? [];
  return (
    <Facts
      of={[
        ['Date of birth', shown(suspect.dateOfBirth && day(suspect.dateOfBirth), 'dateOfBirth')],
        ['Also known as', shown(aliases?.length ? aliases.join(', ') : null, 'names', 'No other name')],
        ['PNC id', shown(suspect.pncId, 'pncId')],
        ['Forces', shown(forces?.map(({ name }) => name).join(', '), 'forces')],
        [
          'Risk now',
          shown(
            currentRisk && `${inWords(currentRisk.grade)}, ${day(currentRisk.assessedAt)}`,
            'currentRisk',
            'Not assessed',
          ),
        ],
        [
          'Cases',
          shown(
            cases?.edges.length ? (
              <ul className="govuk-list">
                {cases.edges.map(({ node }) => (
                  <li key={node.id}>
                    <Link className="govuk-link" to={`/cases/${node.id}`}>
                      {node.urn}
                    </Link>
                    , {within(node.stage)}, opened {day(node.openedOn)}
                  </li>
                ))}
              </ul>
            ) : null,
            'cases',
            'None that you may see',
          ),
        ],
        ...(others.length > 0 ? [['Same person', count(others.length, 'other record')] as [string, ReactNode]] : []),
        ...(possibleDuplicates?.length
          ? [
              [
                'May also be',
                <ul className="govuk-list" key="duplicates">
                  {possibleDuplicates.map(({ score, because, suspect: other }) => (
                    <li key={other.id}>
                      <Link className="govuk-link" to={`/suspects/${other.id}`}>
                        {personName(other)}
                      </Link>{' '}
                      <span className="quiet">
                        {score.toFixed(2)}: {because.join(' ')}
                      </span>
                    </li>
                  ))}
                </ul>,
              ] as [string, ReactNode],
            ]
          : []),
      ]}
    />
  );
}

interface BehaviourProps {
  suspect: SuspectData;
  profile: Profile;
  entries: Entry[];
  reviewed: () => void;
}

function Behaviour({ suspect, profile, entries, reviewed }: BehaviourProps): ReactNode {
  const [flag, setFlag] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const resting = profile.flags.find(({ id }) => id === flag)?.restsOn ?? [];
  const reach = (recordId: string) => {
    const entry = entries.find(({ source }) => source.id === recordId);
    setChosen(entry?.id);
    if (entry) document.getElementById(`entry-${entry.id}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <h2 className="govuk-heading-m">Timeline</h2>
      <Timeline
        {...{ suspect, entries, chosen }}
        flags={profile.flags}
        flag={flag}
        chooseFlag={(id) => {
          setFlag(id === flag ? undefined : id);
          document.getElementById(`flag-${id}`)?.scrollIntoView({ block: 'nearest' });
        }}
        highlighted={new Set(resting.map(({ id }) => id))}
        choose={(entry) => reach(entry.source.id)}
      />
      <EntryList entries={entries} chosen={chosen} />
      <h2 className="govuk-heading-m">Flags</h2>
      <Flags {...{ profile, flag, setFlag, reach, reviewed }} known={new Set(entries.map(({ source }) => source.id))} />
      <h2 className="govuk-heading-m">Courses of conduct</h2>
      <Courses suspect={suspect} profile={profile} />
      <h2 className="govuk-heading-m">Network</h2>
      <NetworkDrawing network={profile.network} />
      <h2 className="govuk-heading-m">Harm</h2>
      <Harm harm={profile.harm} />
      {profile.notConsidered.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Left out of all this</h2>
          <ul className="govuk-list govuk-list--bullet">
            {profile.notConsidered.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface FlagsProps {
  profile: Profile;
  flag: string | undefined;
  setFlag: (id: string | undefined) => void;
  /** Ids of the records on the timeline. */
  known: ReadonlySet<string>;
  reach: (recordId: string) => void;
  reviewed: () => void;
}

function Flags({ profile, flag: open, setFlag, known, reach, reviewed }: FlagsProps): ReactNode {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash.startsWith('#flag-')) setFlag(hash.slice('#flag-'.length));
  }, [hash, setFlag]);
  if (profile.flags.length === 0) return <p className="govuk-body">The facts raise no flag.</p>;
  return (
    <ul className="flags">
      {profile.flags.map((flag) => (
        <li key={flag.id} id={`flag-${flag.id}`} className={`flag flag--${flag.severity.toLowerCase()}`}>
          <h3 className="govuk-heading-s flag__title">
            <button
              type="button"
              className="flag__button"
              aria-expanded={open === flag.id}
              onClick={() => setFlag(open === flag.id ? undefined : flag.id)}
            >
              <strong className="flag__severity">{inWords(flag.severity)}</strong> {ruleInWords(flag.rule)}
            </button>
          </h3>
          <p className="govuk-body">{flag.title}</p>
          {open === flag.id && (
            <>
              <h4 className="govuk-heading-s">Why</h4>
              <ul className="govuk-list govuk-list--bullet">
                {flag.because.map(({ text, source }) => (
                  <li key={`${source.id} ${text}`}>
                    {readable(text)}{' '}
                    {known.has(source.id) && (
                      <button type="button" className="as-link" onClick={() => reach(source.id)}>
                        Show the record
                      </button>
                    )}
                  </li>
                ))}
              </ul>
              {flag.missingFamilies.length > 0 && (
                <p className="govuk-body">Not charged: {flag.missingFamilies.map(within).join(', ')}.</p>
              )}
              <p className="govuk-body-s quiet">
                {ruleInWords(flag.rule)}, version {flag.ruleVersion}
                {flag.thresholds.map(({ name, value }) => `; ${name}: ${String(value)}`).join('')}
                {flag.guidance.map(({ key, version }) => `; guidance ${key}, ${version}`).join('')}
              </p>
              {flag.notConsidered.map(({ text }) => (
                <p className="govuk-body-s quiet" key={text}>
                  {text}
                </p>
              ))}
              <ReviewForm flag={flag} reviewed={reviewed} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The timeline in words, newest first. */
function EntryList({ entries, chosen }: { entries: Entry[]; chosen: string | undefined }): ReactNode {
  return (
    <details className="govuk-details" open={chosen !== undefined || undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">The timeline in words: {count(entries.length, 'record')}</span>
      </summary>
      <ol className="govuk-details__text govuk-list entries" tabIndex={0} aria-label="Records, newest first">
        {entries.map((entry) => (
          <li key={entry.id} id={`entry-${entry.id}`} className={entry.id === chosen ? 'entries__chosen' : ''}>
            {aboutEntry(entry)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** All of a suspect's timeline, page after page. */
function useTimeline(id: string): { entries: Entry[]; refresh: () => Promise<void>; problem: Error | undefined } {
  const client = useApolloClient();
  const [held, setHeld] = useState<{ id: string; entries: Entry[] }>({ id, entries: [] });
  const [problem, setProblem] = useState<Error>();
  const refresh = useCallback(async () => {
    const page = async (after: string | null) => {
      const { data, error } = await client.query({ query: SuspectTimelineDocument, variables: { id, after } });
      setProblem(error);
      return data?.suspect?.behaviour?.timeline;
    };
    const entries: Entry[] = [];
    for (let at = await page(null); at; at = at.pageInfo.hasNextPage ? await page(at.pageInfo.endCursor) : undefined) {
      entries.push(...at.edges.map(({ node }) => node));
    }
    setHeld({ id, entries });
  }, [client, id]);
  useEffect(() => void refresh(), [refresh]);
  return { entries: held.id === id ? held.entries : [], refresh, problem };
}

/** Follows what is done to a suspect's records; gives when something last was. */
function useNews(id: string, changed: () => void): string | undefined {
  const { graph } = useSession();
  const [last, setLast] = useState<string>();
  useEffect(() => {
    const query = print(SuspectNewsDocument);
    return graph.events.subscribe<{ suspectActivity: { at: string } | null }>(
      { query, variables: { suspectId: id } },
      {
        next: ({ data }) => {
          if (!data?.suspectActivity) return;
          setLast(data.suspectActivity.at);
          changed();
        },
        // What is on the page stays right as of when it was read; the line above it says so.
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }, [graph, id, changed]);
  return last;
}
