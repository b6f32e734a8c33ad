import { FormErrors } from '../ui/FormErrors';
import { sendingProblem } from '../ui/sendingProblem';

const gone = {
  message: 'There is no such interval, or it was taken back meanwhile. Close this and look again.',
};

/** Says why a form about an interval cannot be shown. */
export function LinkageMissing({ error }: { error?: unknown }) {
  return <FormErrors problems={[error ? sendingProblem(error) : gone]} idOf={String} />;
}
