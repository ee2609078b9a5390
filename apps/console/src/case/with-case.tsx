import { useQuery } from '@apollo/client/react';
import { CasePageDocument, type CasePageQuery } from '@throughline/client';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Failure, Loading } from '../shown';

export type CaseData = NonNullable<CasePageQuery['case']>;

/**
 * The case of the address, for a form about it; `recorded` goes back to its page and says what was done. It is asked for
 * anew: a form that began from a copy of before a person's own change would be in conflict with that change.
 */
export function WithCase({
  children,
}: {
  children: (found: CaseData, recorded: (what: string) => void) => ReactNode;
}): ReactNode {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, loading, error } = useQuery(CasePageDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (!data?.case) {
    if (loading) return <Loading />;
    return <Failure message={error?.message ?? 'There is no such case, or none that you may see.'} />;
  }
  return children(data.case, (recorded) => void navigate(`/cases/${id}`, { state: { recorded } }));
}
