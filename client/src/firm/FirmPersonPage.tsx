import { useParams } from 'react-router';
import { personSide } from '../usage/sides';
import { FirmSide } from './FirmSide';

export default function FirmPersonPage() {
  const { account = '' } = useParams();
  return <FirmSide side={personSide} of={account} />;
}
