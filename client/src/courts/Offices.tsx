import { Section } from '../ui/Section';
import classes from './Offices.module.css';
import { Phones } from './Phones';

interface Office {
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  hours: string | null;
}

export function Offices({ offices }: { offices: Office[] }) {
  if (offices.length === 0) return null;
  return (
    <Section title={offices.length === 1 ? 'Office' : 'Offices'}>
      <ul className={classes.list}>
        {offices.map((office) => (
          <li key={`${office.name} ${office.phone}`} className={classes.office}>
            <h3>{office.name}</h3>
            {office.address && <p className={classes.address}>{office.address}</p>}
            {office.phone && (
              <p>
                <Phones written={office.phone} />
              </p>
            )}
            {office.email && (
              <p>
                <a href={`mailto:${office.email}`}>{office.email}</a>
              </p>
            )}
            {office.hours && <p className={classes.hours}>{office.hours}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
