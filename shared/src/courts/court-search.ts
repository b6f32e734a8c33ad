import { normalised, searchTerms } from '../platform/search-terms';
import { circuitLabels } from './circuits';
import { type Court } from './court';
import { courtTypeLabels } from './court-types';
import { isStateName, postalCodes, stateNames } from './states';

/** Words of a query that say nothing about which court is meant. */
const fillers = new Set(['of', 'for', 'the', 'and', 'in', 'at']);

/** Words a query may have; more would only make it slower. */
const mostTerms = 8;

const stateAtEnd = [...stateNames, ...Object.values(postalCodes), 'V\\.? ?I', 'P\\.R', 'D\\.C'].join('|');
const townBeforeState = new RegExp(`([^,;()]*?)[\\s,]+(?:${stateAtEnd})\\.?,?\\s*(?:\\d{5}|$)`, 'gi');

/** Towns of an address: the last words before state and ZIP code. Streets would make “9th circuit” find 9th Street. */
function townsOf(address: string): string[] {
  return [...address.matchAll(townBeforeState)].map((match) => {
    const words = (match[1] ?? '').split(/\s+/).filter((word) => word && !/\d/.test(word));
    return words.slice(-3).join(' ');
  });
}

function ordinal(number: number): string {
  return `${number}${['th', 'st', 'nd', 'rd'][number > 3 ? 0 : number]}`;
}

function circuitWords(circuit: Court['circuit']): string[] {
  if (circuit === 'DC') return ['DC', circuitLabels.DC];
  if (circuit === 'FED') return [circuitLabels.FED];
  return [ordinal(Number(circuit)), circuitLabels[circuit]];
}

/** The citation in one word, and the seat with its state: W.D. Mo. as wdmo and wdmissouri, N.D. Cal. also as ndca. */
function citationWords(citation: string, states: readonly string[]): string[] {
  const place = citation.replace(/^Bankr\. ?/, '').replace(/[^A-Za-z0-9]/g, '');
  const seat = /^([NSEWCM]?D)(?=[A-Z])/.exec(place)?.[1];
  const [state] = states;
  if (!seat || !state || states.length > 1 || !isStateName(state)) return [place];
  return [place, seat + postalCodes[state], seat + state.replaceAll(' ', '')];
}

/** Everything a court is found by: distinct normalised words, each after a space, so that ` term` finds where one begins. */
export function courtSearchText(court: Court): string {
  const words = searchTerms(
    court.id,
    court.lookupId,
    court.title,
    court.name,
    court.citation,
    ...(court.citation ? citationWords(court.citation, court.states) : []),
    courtTypeLabels[court.type],
    ...circuitWords(court.circuit),
    ...court.states.flatMap((state) => (isStateName(state) ? [state, postalCodes[state]] : [state])),
    ...court.offices.flatMap((office) => [office.name, ...townsOf(office.address ?? '')]),
    court.id.startsWith('bap') ? 'Bankruptcy Appellate Panel' : null,
    'US U.S. United States',
  );
  return ` ${words.join(' ')} `;
}

const citedSeat =
  /(^|\b(?:bankr[a-z]*|court|us) )(d c|(?:[nsewcm] )?d(?: [a-z](?![a-z]))*(?: [a-z]+)?)(?= |$)/;

/** “w d mo” as one word, as `citationWords` has it; letter by letter it would also find a D in Monroe, W. La. */
function joinCitation(query: string): string {
  return query.replace(citedSeat, (_, before: string, cited: string) => before + cited.replaceAll(' ', ''));
}

/** The words of a query; a court is found when each begins a word of its search text. */
export function courtSearchTerms(query: string): string[] {
  const terms = searchTerms(joinCitation(normalised(query)));
  const telling = terms.filter((term) => !fillers.has(term));
  return (telling.length > 0 ? telling : terms).slice(0, mostTerms);
}

/** Whether a court with this search text is found by these terms. */
export function matchesCourt(searchText: string, terms: readonly string[]): boolean {
  return terms.every((term) => searchText.includes(` ${term}`));
}
