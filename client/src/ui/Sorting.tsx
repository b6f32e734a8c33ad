import { NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Column, RowData } from '@tanstack/react-table';
import classes from './Sorting.module.css';
import type { Features } from './tableColumns';
import { tableRoles } from './tableRoles';
import type { Sort } from './urlState';

interface SortProps<By extends string> {
  sort?: Sort<By>;
  onSort?: (sort: Sort<By>) => void;
}

type AnyColumn<Row extends RowData> = Column<Features, Row, unknown>;

const sortOf = <Row extends RowData>(column: AnyColumn<Row>) => column.columnDef.meta?.sort;

export function SortableHead<Row extends RowData, By extends string>(
  props: SortProps<By> & { column: AnyColumn<Row> },
) {
  const { column, sort, onSort } = props;
  const { label = '', actions, sortsDown = false, number } = column.columnDef.meta ?? {};
  const by = sortOf(column) as By | undefined;
  if (actions) {
    return (
      <th scope="col" role={tableRoles.head}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </th>
    );
  }
  if (!by || !onSort) {
    return (
      <th scope="col" role={tableRoles.head} data-number={number}>
        {label}
      </th>
    );
  }
  const active = sort?.column === by;
  const descending = active && sort.descending;
  const Icon = !active ? IconArrowsSort : descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      role={tableRoles.head}
      data-number={number}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes.button}
        data-active={active || undefined}
        onClick={() => onSort({ column: by, descending: active ? !descending : sortsDown })}
      >
        {label}
        <Icon size="0.875rem" aria-hidden />
      </button>
    </th>
  );
}

/** Sorting where the heads of the columns have no room. */
export function SortChoice<Row extends RowData, By extends string>(
  props: Required<SortProps<By>> & { columns: AnyColumn<Row>[] },
) {
  const { columns, sort, onSort } = props;
  const data = columns.flatMap((column) => {
    const by = sortOf(column);
    if (!by) return [];
    const { label = by, sortWords: [up, down] = ['A to Z', 'Z to A'] } = column.columnDef.meta ?? {};
    return [
      { value: by, label: `${label}, ${up}` },
      { value: `-${by}`, label: `${label}, ${down}` },
    ];
  });
  return (
    <NativeSelect
      className={classes.choice}
      aria-label="Sort by"
      size="xs"
      data={data}
      value={sort.descending ? `-${sort.column}` : sort.column}
      onChange={({ currentTarget: { value } }) =>
        onSort({ column: value.replace(/^-/, '') as By, descending: value.startsWith('-') })
      }
      data-no-print
    />
  );
}
