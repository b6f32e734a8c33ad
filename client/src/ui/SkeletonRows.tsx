import { Skeleton } from '@mantine/core';
import classes from './SkeletonRows.module.css';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** Rows of the height of real ones while a table loads. */
export function SkeletonRows({ columns }: { columns: number }) {
  return rows.map((row) => (
    <tr key={row}>
      <td colSpan={columns}>
        <Skeleton className={classes.line} />
      </td>
    </tr>
  ));
}
