import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { type ReactNode, type SubmitEvent, createContext, use, useEffect, useRef, useState } from 'react';
import { ConflictPanel } from './conflict-panel';
import { Given, type Problem, type Typed } from './given';
import { type Conflict, outermost, refusalOf } from './refusal';

interface Filled {
  typed: Typed;
  type: (name: string, text: string) => void;
  labels: Readonly<Record<string, string>>;
  problems: readonly Problem[];
}

const Current = createContext<Filled | undefined>(undefined);

/** The form that a field stands in, and what is wrong with the field. */
export function useField(name: string): Filled & { label: string; problem: string | undefined } {
  const filled = use(Current);
  if (!filled) throw new Error(`the field ${name} stands in no form`);
  const problem = filled.problems.find(({ field }) => field === name)?.message;
  return { ...filled, label: filled.labels[name] ?? name, problem };
}

/** What a mutation's input has that the form sees to by itself. */
interface Sent {
  requestId: string;
  expectedVersion?: number | null;
}

export interface RecordFormProps<Input extends Sent, Answer> {
  /** Heading of the page. */
  title: string;
  document: TypedDocumentNode<Answer, { input: Input }>;
  /** What fields are called, by the names that the API has for them. */
  labels: Readonly<Record<string, string>>;
  initial?: Typed;
  /** The input from what was typed; what cannot be read is noted in `given`. */
  read: (given: Given) => Omit<Input, 'requestId' | 'expectedVersion'>;
  /** `recordVersion` of the record that it changes, as the page shows it. */
  version?: number;
  /** The field that a path of the API is about, where it is not the name at its beginning. */
  place?: (path: string, typed: Typed) => string;
  button: string;
  done: (answer: Answer) => void;
  children: ReactNode;
}

/**
 * A form for one mutation. What was typed stays until it was taken. The same input sent again has the same `requestId`,
 * so that it is recorded once however often it is sent. Where the record changed meanwhile, what changed is shown, and
 * each field can be kept as typed or taken over.
 */
export function RecordForm<Input extends Sent, Answer>(props: RecordFormProps<Input, Answer>): ReactNode {
  const { title, labels, initial = {}, button, children } = props;
  const [typed, setTyped] = useState<Typed>(initial);
  const { submit, problems, conflict, isSending } = useSubmission(props, typed);
  useEffect(() => {
    document.title = `${problems.length > 0 ? 'Error: ' : ''}${title} – Throughline`;
  }, [title, problems]);
  const type = (name: string, text: string) => setTyped((before) => ({ ...before, [name]: text }));
  return (
    <Current value={{ typed, type, labels, problems }}>
      <form
        className="record-form"
        aria-label={title}
        noValidate
        autoComplete="off"
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary problems={problems} />
        {conflict && (
          <ConflictPanel
            conflict={conflict}
            labels={labels}
            typed={typed}
            take={(values) => setTyped((before) => ({ ...before, ...values }))}
          />
        )}
        <h1 className="govuk-heading-l">{title}</h1>
        {children}
        <button type="submit" className="govuk-button" aria-disabled={isSending}>
          {button}
        </button>
      </form>
    </Current>
  );
}

function useSubmission<Input extends Sent, Answer>(
  { document: operation, labels, read, version, place, done }: RecordFormProps<Input, Answer>,
  typed: Typed,
) {
  const [send] = useMutation(operation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [conflict, setConflict] = useState<Conflict>();
  const [isSending, setSending] = useState(false);
  // The version that was on the page when it opened: a later one, read meanwhile, was not looked at.
  const [seen] = useState(version);
  const last = useRef({ text: '', requestId: '' });
  const submit = async (): Promise<void> => {
    if (isSending) return;
    const given = new Given(typed);
    const facts = read(given);
    setProblems(given.problems);
    if (given.problems.length > 0) return;
    const expectedVersion = conflict?.currentVersion ?? seen;
    const input = { ...facts, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
    const text = JSON.stringify(input);
    if (last.current.text !== text) last.current = { text, requestId: crypto.randomUUID() };
    setSending(true);
    const variables = { input: { ...input, requestId: last.current.requestId } as Input };
    const { data, error } = await send({ variables });
    setSending(false);
    if (!error && data) {
      done(data);
      return;
    }
    const refusal = refusalOf(
      error ?? new Error('no answer'),
      labels,
      (path) => place?.(path, typed) ?? outermost(path),
    );
    setProblems(refusal.problems);
    setConflict(refusal.conflict);
  };
  return { submit, problems, conflict, isSending };
}

/** Everything that is wrong, with links to the fields. It takes the focus, so that it is read out. */
function ErrorSummary({ problems }: { problems: readonly Problem[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <ul className="govuk-list govuk-error-summary__list">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
