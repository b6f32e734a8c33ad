import { useParams } from 'react-router';
import { clientSide } from '../usage/sides';
import { FirmSide } from './FirmSide';

export default function FirmClientPage() {
  const { code = '' } = useParams();
  return <FirmSide side={clientSide} of={code} />;
}
