import type { PgPool, PgPoolClient } from "bullmq";
import { attendantOf } from "./attendant.ts";
import { QUEUE_PREFIX } from "./chunk-queue.ts";
import type { Attendance } from "./queue-link.ts";

const TABLE = `${QUEUE_PREFIX}.attendant`;

/** A row for each, with the time until which it holds by the server's clock. */
export function postgresAttendance(pool: PgPool): Attendance {
  return {
    async greet(id, attendant, ms) {
      const until = "now() + $3 * interval '1 millisecond'";
      const again = `on conflict (id) do update set said = excluded.said, until = excluded.until`;
      await pool.query(`insert into ${TABLE} values ($1, $2, ${until}) ${again}`, [id, JSON.stringify(attendant), ms]);
    },
    async leave(id) {
      await pool.query(`delete from ${TABLE} where id = $1`, [id]);
    },
    async present() {
      await pool.query(`delete from ${TABLE} where until < now()`);
      const { rows } = await pool.query<{ said: string }>(`select said from ${TABLE} order by id`);
      return rows.flatMap(({ said }) => attendantOf(said));
    },
  };
}

/** Two that come first at once must not both make it; a lock taken inside of a transaction would not show it what the other has made. */
export async function makeAttendance(client: PgPoolClient): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>("select to_regclass($1) as found", [TABLE]);
  if (rows[0]?.found !== null) return;
  await client.query("select pg_advisory_lock(hashtext($1))", [TABLE]);
  try {
    await client.query(`create schema if not exists ${QUEUE_PREFIX}`);
    await client.query(
      `create table if not exists ${TABLE} (id text primary key, said text not null, until timestamptz not null)`,
    );
  } finally {
    await client.query("select pg_advisory_unlock(hashtext($1))", [TABLE]);
  }
}
