import { useViewer } from '../app/viewer';
import { PageSkeleton } from '../ui/PageSkeleton';
import { PersonHome } from './PersonHome';
import { VisitorHome } from './VisitorHome';

export default function HomePage() {
  const viewer = useViewer();
  if (!viewer) return <PageSkeleton />;
  return viewer.account ? <PersonHome viewer={viewer} name={viewer.account.name.full} /> : <VisitorHome />;
}
