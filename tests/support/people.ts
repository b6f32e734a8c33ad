import { demonstrationPassword } from '@countersign/server/demonstration/people';
import type { Page } from 'playwright-core';

/** Fills in the form of the sign-in and sends it. */
export async function signInAs(
  page: Page,
  username: string,
  password = demonstrationPassword,
): Promise<void> {
  const form = page.getByRole('dialog').or(page.getByRole('main')).last();
  await form.getByRole('textbox', { name: 'Username' }).fill(username);
  await form.getByRole('textbox', { name: 'Password' }).fill(password);
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The menu of the header that tells who is signed in. */
export const accountMenu = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name: `Account of ${name}` });

/** Asks the API from within the page, with the page's own cookies. */
export function askInPage<Answer>(page: Page, query: string): Promise<Answer> {
  return page.evaluate<Answer>(`fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify({ query }))},
  }).then((answer) => answer.json())`);
}
