import { ConfirmModal } from '../ui/ConfirmModal';
import { useSignOut } from './useSignOut';

export default function SignOutEverywhere({ onClose }: { onClose: () => void }) {
  const signOut = useSignOut();
  const confirm = async () => {
    onClose();
    await signOut({ everywhere: true });
  };
  return (
    <ConfirmModal
      title="Sign out everywhere?"
      confirm="Sign out everywhere"
      onConfirm={confirm}
      onClose={onClose}
    >
      Every session of yours ends, on this device and on all others. Work that is not saved elsewhere is lost.
    </ConfirmModal>
  );
}
