import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@countersign/server/platform/project-root';

export type Settings = Record<string, string | undefined>;

/** A process of the built server as a person starts it. */
export interface Program {
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

const built = (name: string) => join(projectRoot, 'server', 'dist', `${name}.js`);

/** Nothing of this shell's settings reaches the program, only what a test sets. */
const environment = (settings: Settings) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: process.env.TZ,
  ...settings,
});

/** Builds what is to be started, where nobody has. */
export async function ensureBuilt(): Promise<void> {
  if (existsSync(built('main')) && existsSync(built('command'))) return;
  await promisify(execFile)(process.execPath, [join(projectRoot, 'scripts', 'build.mjs')], {
    cwd: projectRoot,
  });
}

function startProgram(name: string, args: readonly string[], settings: Settings): Program {
  const child = spawn(process.execPath, [built(name), ...args], {
    cwd: tmpdir(),
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    end(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

export interface RunningServer extends Program {
  readonly url: string;
}

/** Starts the server, which says for itself what it does. */
export const launch = (settings: Settings) => startProgram('main', [], { PORT: '0', ...settings });

/** Starts the server and waits until it says where it is. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const program = launch(settings);
  const url = await new Promise<string>((resolve, reject) => {
    program.process.stdout?.on('data', () => {
      const [, found] = /Countersign is at (http:\/\/\S+) /.exec(program.stdout()) ?? [];
      if (found) resolve(found);
    });
    program.ended.then((code) => reject(new Error(`The server ended with ${code}: ${program.stderr()}`)));
  });
  return { ...program, url };
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function outcomeOf(program: Program): Promise<Outcome> {
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/** Starts a server that is expected to end by itself. */
export const tryToStart = (settings: Settings) => outcomeOf(launch(settings));

/** Runs a command to its end. */
export const runCommand = (line: readonly string[], settings: Settings) =>
  outcomeOf(startProgram('command', line, settings));

/** What runs on a data folder, by the lines of the process list that name it. */
export async function processesOn(dataDir: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,args='], { maxBuffer: 10_000_000 });
  return stdout.split('\n').filter((line) => line.includes(dataDir));
}

/** A folder for one test's data, and its removal. */
export async function temporaryDataDir(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'countersign-start-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
