import { useParams } from 'react-router';
import { courtSide } from '../usage/sides';
import { FirmSide } from './FirmSide';

export default function FirmCourtPage() {
  const { court = '' } = useParams();
  return <FirmSide side={courtSide} of={court} />;
}
