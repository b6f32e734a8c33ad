import { sessionRule } from '@countersign/shared/signin/session';
import type { FastifyReply } from 'fastify';
import type { Configuration } from '../platform/configuration';
import type { Token } from './tokens';

const yearSeconds = 365 * 24 * 60 * 60;

/** Over plain HTTP, as the demonstration runs, a browser would not keep a Secure or __Host- cookie. */
const secure = (configuration: Configuration) => configuration.publicUrl?.startsWith('https:') ?? false;

export function cookieNames(configuration: Configuration): { session: string; device: string } {
  const prefix = secure(configuration) ? '__Host-' : '';
  return { session: `${prefix}countersign-session`, device: `${prefix}countersign-device` };
}

const cookieOptions = (configuration: Configuration) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secure(configuration) }) as const;

export function setSignInCookies(
  reply: FastifyReply,
  configuration: Configuration,
  session: Token,
  device: Token,
): void {
  const names = cookieNames(configuration);
  const options = cookieOptions(configuration);
  reply.setCookie(names.session, session.cookie, { ...options, maxAge: sessionRule.longest / 1000 });
  reply.setCookie(names.device, device.cookie, { ...options, maxAge: yearSeconds });
}

/** Forgets the session; the browser also drops what it has cached of it. */
export function clearSessionCookie(reply: FastifyReply, configuration: Configuration): void {
  reply.clearCookie(cookieNames(configuration).session, cookieOptions(configuration));
  reply.header('clear-site-data', '"cache"');
}
