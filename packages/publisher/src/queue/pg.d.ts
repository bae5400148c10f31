/** The driver of PostgreSQL, as far as BullMQ and we use it; it brings no types of its own. */
declare module "pg" {
  import type { PgModule } from "bullmq";
  const pg: PgModule;
  export default pg;
}
