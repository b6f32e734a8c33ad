import { RowChoice, type RowSelection, withChosen } from './RowChoice';
import { tableRoles } from './tableRoles';

interface PageChoiceProps {
  selection: RowSelection;
  /** The ids of the rows of the page. */
  rows: readonly string[];
}

/** Chooses all rows of a page, or none of them. */
export function PageChoice({ selection: { chosen, onChange }, rows }: PageChoiceProps) {
  const count = rows.filter((id) => chosen.has(id)).length;
  const all = rows.length > 0 && count === rows.length;
  return (
    <th scope="col" role={tableRoles.head} data-choice>
      <RowChoice
        label="Choose all on this page"
        checked={all}
        partly={count > 0 && !all}
        onChange={(on) => onChange(withChosen(chosen, rows, on))}
      />
    </th>
  );
}
