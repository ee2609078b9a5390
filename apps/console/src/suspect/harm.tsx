import type { ReactNode } from 'react';
import { readable } from '../words';
import type { Profile } from './lanes';

/** The score with every addend, and whose method it is. */
export function Harm({ harm }: { harm: Profile['harm'] }): ReactNode {
  return (
    <table className="govuk-table">
      <caption className="govuk-table__caption govuk-table__caption--s">
        {harm.score} in all. {harm.method}, version {harm.version}: this product’s own demonstration, validated by
        nobody.
      </caption>
      <tbody className="govuk-table__body">
        {harm.components.map(({ label, value, because }) => (
          <tr className="govuk-table__row" key={`${label} ${because}`}>
            <th scope="row" className="govuk-table__header">
              {label}
            </th>
            <td className="govuk-table__cell">{readable(because)}</td>
            <td className="govuk-table__cell govuk-table__cell--numeric">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
