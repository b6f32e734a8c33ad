import { Link } from 'react-router';
import { paths } from '../app/paths';
import { type Grant, standingOf } from './grants';
import { Tag } from './Tag';

/** Where a role counts. */
export function GrantScope({ grant }: { grant: Pick<Grant, 'firm' | 'court'> }) {
  if (grant.firm) return <Link to={paths.firm(grant.firm.number)}>{grant.firm.name}</Link>;
  if (grant.court) return <Link to={paths.court(grant.court.code)}>{grant.court.title}</Link>;
  return 'The whole site';
}

export function GrantStanding({ grant }: { grant: Pick<Grant, 'inForce' | 'until' | 'endedAt'> }) {
  return <Tag tone={grant.inForce ? 'good' : 'neutral'}>{standingOf(grant)}</Tag>;
}

/** Who gave a role; nobody where a command did. */
export function GrantGiver({ grant }: { grant: Pick<Grant, 'givenBy'> }) {
  return grant.givenBy ? grant.givenBy.name.full : 'By command';
}
