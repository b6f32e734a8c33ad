import { createInterface } from 'node:readline/promises';
import { StartFault } from '../platform/fault';

/** NIST SP 800-63B-4: at least 15 characters where the password is all that is asked. */
const shortest = 15;

/** The password from the setting OPERATOR_PASSWORD or the standard input, never from the command's line, which others can see. */
export async function askPassword(): Promise<string> {
  let password = process.env.OPERATOR_PASSWORD;
  if (password === undefined) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      password = await lines.question(`Password (at least ${shortest} characters): `);
    } finally {
      lines.close();
    }
  }
  if ([...password].length < shortest)
    throw new StartFault(`The password needs at least ${shortest} characters.`);
  return password;
}
