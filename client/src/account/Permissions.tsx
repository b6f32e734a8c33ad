import { graphql } from '../generated';
import type { OwnPermissionFragment } from '../generated/graphql';
import { Section } from '../ui/Section';
import classes from './Permissions.module.css';

export const ownPermission = graphql(`
  fragment OwnPermission on Permission {
    name
    description
    everywhere
    firms {
      id
      name
    }
    courts {
      id
      title
    }
  }
`);

function scopeOf({ everywhere, firms, courts }: OwnPermissionFragment): string {
  if (everywhere) return 'Everywhere';
  const places = [...firms.map((firm) => firm.name), ...courts.map((court) => court.title)];
  return places.join(', ') || 'Your own account';
}

/** What one may do, in words, with the name that the API documentation uses. */
export function Permissions({ permissions }: { permissions: readonly OwnPermissionFragment[] }) {
  return (
    <Section title="What you may do">
      <ul className={classes.list}>
        {permissions.map((permission) => (
          <li key={permission.name} className={classes.item}>
            <span>{permission.description}</span>
            <span className={classes.detail}>
              {scopeOf(permission)} · <code>{permission.name}</code>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
