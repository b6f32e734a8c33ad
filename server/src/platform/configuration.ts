import { resolve } from 'node:path';
import { z } from 'zod';
import { StartFault } from './fault';
import { projectRoot } from './project-root';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

/** A zone by its name; an offset such as +05:00 knows no summer, and Postgres reads its sign the other way round. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Every setting, read from the environment once at start. README lists them with the same words. */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: onOff.default(false),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_PREPARE: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().min(1).optional(),
  FILES_DIR: z.string().min(1).optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(10_000).default(200),
  DEMONSTRATION: onOff.optional(),
  DEMONSTRATION_USES: z.coerce
    .number()
    .int()
    .max(1_000_000)
    .refine((uses) => uses === 0 || uses >= 1000, 'must be 0 or at least 1000')
    .default(60_000),
  PROCESS: z.enum(['all', 'api', 'worker']).default('all'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Countersign <no-reply@countersign.test>'),
  SERVICE_CENTER_ZONE: z.string().refine(isZone, 'must be an IANA zone such as America/Chicago').optional(),
  API_COST_LIMIT: z.coerce.number().int().min(100).default(1000),
  API_COST_BUCKET: z.coerce.number().int().min(100).default(10000),
  API_COST_PER_SECOND: z.coerce.number().int().min(1).default(500),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
});

export interface Configuration {
  port: number;
  host: string;
  /** Where people reach the site; https turns on Secure cookies and HSTS. */
  publicUrl: string | undefined;
  trustProxy: boolean;
  database:
    | { kind: 'embedded'; dataDir: string | undefined }
    | { kind: 'own'; url: string; ownerUrl: string; directUrl: string };
  /** Folder of uploaded files; undefined is `files` in the data folder. */
  filesDir: string | undefined;
  /** The largest upload, in megabytes of 1,048,576 bytes. */
  uploadLimitMb: number;
  databasePrepare: boolean;
  databaseConnections: number;
  demonstration: boolean;
  /** How many uses its people have, about; 0 for none. */
  demonstrationUses: number;
  process: 'all' | 'api' | 'worker';
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The zone of days and quarters; undefined takes the one fixed at the first start. */
  serviceCenterZone: string | undefined;
  /** Cost one operation may have, cost a caller may save up, and points that come back each second. */
  apiCost: { operation: number; bucket: number; perSecond: number };
  logLevel: string;
}

/** Reads and checks the environment; throws a StartFault that names the first bad setting. */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    const value = (given[name] ?? '').replace(/(\/\/[^/@]*:)[^/@]*@/, '$1…@');
    throw new StartFault(
      `The setting ${name}=${value} cannot be used: ${issue?.message}. Correct it or leave it out.`,
    );
  }
  const s = parsed.data;
  const own = s.DATABASE_URL;
  if (!own && (s.DATABASE_OWNER_URL || s.DATABASE_DIRECT_URL)) {
    throw new StartFault(
      'DATABASE_OWNER_URL and DATABASE_DIRECT_URL belong to a Postgres of your own: set DATABASE_URL too.',
    );
  }
  return {
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: s.TRUST_PROXY,
    database: own
      ? {
          kind: 'own',
          url: own,
          directUrl: s.DATABASE_DIRECT_URL ?? own,
          ownerUrl: s.DATABASE_OWNER_URL ?? s.DATABASE_DIRECT_URL ?? own,
        }
      : { kind: 'embedded', dataDir: s.DATA_DIR ? resolve(projectRoot, s.DATA_DIR) : undefined },
    filesDir: s.FILES_DIR ? resolve(projectRoot, s.FILES_DIR) : undefined,
    uploadLimitMb: s.UPLOAD_LIMIT_MB,
    databasePrepare: s.DATABASE_PREPARE,
    databaseConnections: s.DATABASE_CONNECTIONS,
    demonstration: s.DEMONSTRATION ?? !own,
    demonstrationUses: s.DEMONSTRATION_USES,
    process: s.PROCESS,
    smtpUrl: s.SMTP_URL,
    mailFrom: s.MAIL_FROM,
    serviceCenterZone: s.SERVICE_CENTER_ZONE,
    apiCost: { operation: s.API_COST_LIMIT, bucket: s.API_COST_BUCKET, perSecond: s.API_COST_PER_SECOND },
    logLevel: s.LOG_LEVEL,
  };
}
