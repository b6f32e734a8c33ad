/** The form usernames are compared in: two that look alike to a person are one. */
export function usernameKey(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}
