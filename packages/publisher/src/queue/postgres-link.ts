/** PostgreSQL as the queue's server, for those who run one already; its driver is an optional package, loaded here alone. */
import {
  DEFAULT_SCHEMA,
  type PgModule,
  type PgPool,
  type PgPoolClient,
  SchemaMigrationRequiredError,
  assertSchemaCompatibility,
  createPostgresBackend,
  runMigrations,
  withBackend,
} from "bullmq";
import { Failure } from "../trouble.ts";
import { makeAttendance, postgresAttendance } from "./postgres-attendance.ts";
import type { QueueLink } from "./queue-link.ts";
import { queueFailure } from "./queue-trouble.ts";

/**
 * The tables were looked at when the link was opened. BullMQ would look again for each of its parts, and stay for ever with
 * the error of a server that was just then away.
 */
const createBackend: typeof createPostgresBackend = (...args) => {
  const backend = createPostgresBackend(...args);
  backend.connection.waitUntilReady = () => Promise.resolve();
  return backend;
};

const { FlowProducer, Queue, Worker } = withBackend(createBackend);

/** BullMQ's three: a queue, its flows and a worker, with one that listens; and greetings. */
const CONNECTIONS = 6;

/** Seconds until a worker looks by itself; the server does not tell of every job that comes back. */
const LONGEST_WAIT = 1;

/**
 * Tried before it is relied upon; the tables of a database that has none are made.
 * @throws Failure `queue/…`
 */
export async function openPostgres(address: string, shown: string): Promise<QueueLink> {
  const { Pool } = await loadDriver(shown);
  const pool = new Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    keepAlive: true,
    // BullMQ names its tables without their schema, and takes a pool as it is.
    options: `-c search_path=${DEFAULT_SCHEMA}`,
  });
  // What is lost shows itself in the queries; without a listener an error would end the program.
  pool.on("error", () => undefined);
  // Nor does the pool listen to what it has lent out.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const warnings = await prepare(pool, shown);
  const connection = { connection: pool } as const;
  return {
    shown,
    warnings,
    attendance: postgresAttendance(pool),
    openQueue(name) {
      const queue = new Queue<unknown>(name, connection);
      queue.on("error", () => undefined);
      return queue;
    },
    openFlows() {
      const flows = new FlowProducer(connection);
      flows.on("error", () => undefined);
      return flows;
    },
    openWorker(name, work, options, { failed, ready }) {
      const worker = new Worker<unknown>(name, work, { ...options, ...connection, drainDelay: LONGEST_WAIT });
      worker.on("error", failed);
      worker.on("ready", ready);
      return worker;
    },
    close: () => void pool.end().catch(() => undefined),
  };
}

/** @throws Failure `queue/no-driver` */
async function loadDriver(shown: string): Promise<PgModule> {
  try {
    return (await import("pg")).default;
  } catch (error) {
    const next = "请在安装目录运行 npm install pg 后重试，或改用 Redis（--queue redis://…）";
    throw new Failure(
      { code: "queue/no-driver", file: shown, what: "队列用不了", why: "没有安装 PostgreSQL 的客户端 pg", next },
      error,
    );
  }
}

async function prepare(pool: PgPool, shown: string): Promise<readonly string[]> {
  let client: PgPoolClient | undefined;
  try {
    client = await pool.connect();
    await makeTables(client);
    await makeAttendance(client);
    const warnings = await setUpWarnings(client, shown);
    client.release();
    return warnings;
  } catch (error) {
    // Destroyed, with the lock that it may still be waiting for; a pool that is left open keeps the program for ten seconds.
    client?.release(true);
    await pool.end().catch(() => undefined);
    throw queueFailure(error, shown) ?? error;
  }
}

/** Looked for first: whoever may not make a schema may well use one. */
async function makeTables(client: PgPoolClient): Promise<void> {
  try {
    await assertSchemaCompatibility(client);
  } catch (error) {
    if (!(error instanceof SchemaMigrationRequiredError)) throw error;
    await runMigrations(client);
  }
}

async function setUpWarnings(client: PgPoolClient, shown: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ fsync: string }>("select current_setting('fsync') as fsync");
  if (rows[0]?.fsync !== "off") return [];
  return [`队列 ${shown} 的 fsync 是 off，它断电后可能整个损坏；请改为 on`];
}
