import { Link } from 'react-router';
import classes from './ChoiceList.module.css';

interface Choice {
  to: string;
  label: string;
  detail: string;
}

export function ChoiceList({ choices }: { choices: Choice[] }) {
  return (
    <ul className={classes.root}>
      {choices.map(({ to, label, detail }) => (
        <li key={to}>
          <Link to={to} className={classes.choice}>
            {label}
            <span className={classes.detail}>{detail}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
