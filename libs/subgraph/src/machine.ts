import { CodedError } from './errors';

/** One move of a state machine. */
export interface Move<State extends string> {
  /** States it can be made in. */
  from: readonly State[];
  /** The state it leads to; left out, the record stays where it is. */
  to?: State;
  /** The statute or guidance that the move rests on. */
  law: string;
}

/** What can be done to a record, by the state it is in: data, not code. */
export type Machine<State extends string, Action extends string> = Record<Action, Move<State>>;

/** Refused by a rule: why, and what could be done instead. */
export class RuleRefused extends CodedError {
  constructor(because: string[], allowed: readonly string[]) {
    super('RULE_REFUSED', because.join(' '), { because, allowed });
  }
}

/** The moves that can be made in a state. */
export function availableActions<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
): Action[] {
  return (Object.keys(machine) as Action[]).filter((action) => machine[action].from.includes(state));
}

/**
 * The state that a move leads to. Throws `RULE_REFUSED` where the move cannot be made in this state, or where `because`
 * gives reasons against it.
 */
export function move<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
  action: Action,
  because: readonly string[] = [],
): State {
  const { from, to, law } = machine[action];
  const allowed = availableActions(machine, state);
  if (!from.includes(state)) {
    throw new RuleRefused(
      [`${action} cannot be done in state ${state}, only in ${from.join(', ')} (${law}).`],
      allowed,
    );
  }
  if (because.length > 0) throw new RuleRefused([...because], allowed);
  return to ?? state;
}
