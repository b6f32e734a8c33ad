import { useMutation, useQuery } from '@apollo/client/react';
import type { SavedViewRowFragment } from '../../generated/graphql';
import { notifyDone, notifyFailed, notifyUndoable } from '../../ui/notify';
import { sendingProblem } from '../../ui/sendingProblem';
import type { UsesOf } from '../usesQuery';
import { savedViewCreate, savedViewDelete, savedViewsQuery } from './viewOperations';

export type View = Pick<SavedViewRowFragment, 'name' | 'query' | 'columns'>;

/** The views that one kept of these uses; keeping answers what is wrong with the name, if anything is. */
export function useSavedViews(of: UsesOf) {
  const firm = typeof of === 'object' ? of.firm : null;
  const { data } = useQuery(savedViewsQuery, {
    variables: { firm: firm ?? '', ofFirm: firm !== null },
    fetchPolicy: 'cache-and-network',
  });
  const after = { refetchQueries: ['SavedViews'] };
  const [create, { loading }] = useMutation(savedViewCreate, after);
  const [remove] = useMutation(savedViewDelete, after);

  const keep = async (view: View): Promise<string | null> => {
    try {
      const { data: answer } = await create({ variables: { input: { payer: firm, ...view } } });
      const [problem] = answer?.savedViewCreate.userErrors ?? [];
      if (problem) return problem.message;
      notifyDone(`The view “${view.name}” is kept.`);
      return null;
    } catch (failure) {
      return sendingProblem(failure).message;
    }
  };
  const forget = async ({ id, name, query, columns }: SavedViewRowFragment) => {
    try {
      const { data: answer } = await remove({ variables: { input: { view: id } } });
      const [problem] = answer?.savedViewDelete.userErrors ?? [];
      if (problem) notifyFailed('Not forgotten', problem.message);
      else notifyUndoable(`The view “${name}” is forgotten.`, () => void keep({ name, query, columns }));
    } catch (failure) {
      notifyFailed('Not forgotten', sendingProblem(failure).message);
    }
  };
  const views = (data?.firm?.usage ?? data?.viewer?.usage)?.savedViews;
  return { views, keep, forget, keeping: loading };
}
