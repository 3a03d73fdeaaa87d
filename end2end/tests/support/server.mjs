// A whole demo hospital for the journeys: `wardlight serve --demo` on a free port of loopback, with a data folder and a private PostgreSQL
// of its own. It can be killed like a machine that loses power, and started again on the same folder and port. The demo is filled once
// (`wardlight seed`), and each hospital begins with a copy of that folder: to fill it takes longer than most journeys.

import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { foundIn } from './canaries.mjs';

const root = resolve(import.meta.dirname, '../../..');
const program = resolve(process.env.WARDLIGHT_BIN || join(root, 'target/debug/wardlight'));
const site = resolve(process.env.WARDLIGHT_SITE_ROOT || join(root, 'target/site'));
/** How long a start may take, in milliseconds: a cluster is made, and a day of readings written. */
const patience = 180_000;

const all = new Set();

export class Server {
  /** A new hospital, ready to be visited. */
  static async start() {
    if (!existsSync(program)) throw new Error(`There is no server at ${program}. Build it, or set WARDLIGHT_BIN.`);
    if (!existsSync(join(site, 'manifest.json'))) throw new Error(`There are no page files in ${site}. Run \`make page\`, or set WARDLIGHT_SITE_ROOT.`);
    const server = new Server(await freePort());
    all.add(server);
    const filled = await (Server.filled ??= fill());
    // With its owners and rights, on which PostgreSQL insists.
    await ended('cp', ['-a', '--reflink=auto', `${filled}/.`, server.folder]);
    await server.run();
    return server;
  }

  /** The folder that was filled once, as it will be. */
  static filled;

  /** What stood in the logs of the servers that stopped and must stand in none, and how many lines were searched. */
  static leaks = new Set();
  static searched = 0;

  static async stopAll() {
    await Promise.allSettled([...all].map((server) => server.stop()));
    const filled = await Server.filled?.catch(() => null);
    if (filled) remove(filled);
    Server.filled = undefined;
  }

  constructor(port) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.folder = newFolder();
    this.said = '';
    this.signedIn = new Map();
  }

  /** Starts the program and waits until it can serve. Also after [`kill`]. */
  async run() {
    const env = { ...settings(this.folder), WARDLIGHT_ADDR: `127.0.0.1:${this.port}`, WARDLIGHT_SITE_ROOT: site };
    this.process = spawn(program, ['serve', '--demo'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // The log is the standard error; on the other one a demo shows its accounts.
    this.process.stderr.on('data', (text) => appendFileSync(this.log(), text));
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (text) => (this.said = (this.said + text).slice(-200_000)));
    const until = Date.now() + patience;
    for (;;) {
      if (!this.isRunning()) throw new Error(`The server ended at its start.\n${this.said}`);
      if (await this.isReady()) return;
      if (Date.now() > until) throw new Error(`The server was not ready after ${patience / 1000} s.\n${this.said}`);
      await pause(100);
    }
  }

  isRunning() {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async isReady() {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
    return answer?.ok && existsSync(this.credentials());
  }

  /** As if the machine had lost its power: nothing is said to anybody. */
  async kill() {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  /** Ends the program and its database, and removes the folder. */
  async stop() {
    if (!all.delete(this)) return;
    if (this.isRunning()) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGINT');
      await Promise.race([ended, pause(15_000)]);
      if (this.isRunning()) await this.kill();
    }
    this.stopDatabase();
    await this.search();
    remove(this.folder);
  }

  /** A program that was killed leaves its database running. */
  stopDatabase() {
    const file = join(this.folder, 'postgres/data/postmaster.pid');
    if (!existsSync(file)) return;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGQUIT');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }

  log() {
    return join(this.folder, 'log');
  }

  /** Searches the whole log for what must not stand in it. */
  async search() {
    if (!existsSync(this.log())) return;
    const said = readFileSync(this.log(), 'utf8');
    Server.searched += said.split('\n').length - 1;
    const tokens = existsSync(this.credentials()) ? this.devices().map((device) => [device.token, "a device's token"]) : [];
    const signedIn = (await Promise.allSettled(this.signedIn.values())).flatMap((one) => one.value?.cookies ?? []);
    const cookies = signedIn.map((cookie) => [cookie.value, `the cookie ${cookie.name}`]);
    for (const what of foundIn(said, [...tokens, ...cookies])) Server.leaks.add(what);
  }

  credentials() {
    return join(this.folder, 'demo-devices.json');
  }

  /** The devices of the demo with their tokens: `{ device_id, token, bed, recording }`. */
  devices() {
    return JSON.parse(readFileSync(this.credentials(), 'utf8'));
  }

  /** Keeps what the server said in a file. */
  keepLog(path) {
    createWriteStream(path).end(this.said);
  }
}

/** A data folder. The database's system user must be able to reach its own in it. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'wl-'));
  chmodSync(folder, 0o755);
  return folder;
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** What the program hears of its surroundings. Journeys never touch a database that somebody else uses. */
function settings(folder) {
  const env = { ...process.env, WARDLIGHT_DATA_DIR: folder, NO_COLOR: '1', RUST_LOG: 'info,server=debug,hospital=debug,app=debug,domain=debug' };
  for (const name of ['DATABASE_URL', 'WARDLIGHT_APP_URL', 'WARDLIGHT_INGEST_URL', 'WARDLIGHT_TRUSTED_PROXY', 'WARDLIGHT_DEV']) delete env[name];
  return env;
}

/** Fills the demo and ends it; its log is the beginning of the log of each hospital that comes of it. */
async function fill() {
  const folder = newFolder();
  await ended(program, ['seed'], { cwd: root, env: settings(folder) }, join(folder, 'log'));
  return folder;
}

/** Runs a program to its good end. */
async function ended(command, args, options = {}, log) {
  const running = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(running, 'close');
  if (log) appendFileSync(log, said);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.\n${said}`);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
