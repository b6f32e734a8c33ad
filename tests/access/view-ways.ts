import { node, to, type Ways } from './way';

let names = 0;
const newName = () => {
  names += 1;
  return `name: "New ${names}"`;
};

const creating: Ways = {
  ofFirm: ({ ids }) => [
    `savedViewCreate(input: { payer: "${ids.firm}", ${newName()}, query: "exempt=true", columns: ["at"] })`,
  ],
};
const updating: Ways = {
  own: async (world, caller) => [
    `savedViewUpdate(input: { view: "${await world.newView(caller)}", expectedVersion: 1, ${newName()} })`,
  ],
};
const deleting: Ways = {
  own: async (world, caller) => [`savedViewDelete(input: { view: "${await world.newView(caller)}" })`],
};

/** The ways to views that were kept. */
export const viewWays: Readonly<Record<string, Ways>> = {
  'Mutation.savedViewCreate': creating,
  'Mutation.savedViewDelete': deleting,
  'Mutation.savedViewUpdate': updating,
  SavedView: {
    ofFirm: ({ ids }) => [...node(ids.firm, 'Firm'), 'usage', 'savedViews'],
    selfPaid: to('viewer', 'usage', 'savedViews'),
    byId: ({ ids }) => node(ids.savedView, 'SavedView'),
  },
  SavedViewCreatePayload: creating,
  SavedViewDeletePayload: deleting,
  SavedViewUpdatePayload: updating,
};
