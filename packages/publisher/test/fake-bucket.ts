/** A tiny server that speaks as much S3 as a store needs, and can be told to misbehave. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";

export type Misdeed =
  /** The request is answered with this status. */
  | number
  /** The answer breaks off in the middle. */
  | "breaks-off"
  /** The answer is whole and wrong. */
  | "wrong-bytes"
  /** The connection is closed without an answer. */
  | "hangs-up";

export class FakeBucket {
  readonly objects = new Map<string, Buffer>();
  readonly requests: string[] = [];
  /** What is done instead of answering, one request after the other; by method. */
  readonly misdeeds: { PUT: Misdeed[]; GET: Misdeed[]; DELETE: Misdeed[] } = { PUT: [], GET: [], DELETE: [] };
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeBucket> {
    const bucket = new FakeBucket();
    bucket.#server.listen(0, "127.0.0.1");
    await once(bucket.#server, "listening");
    return bucket;
  }

  get endpoint(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    await once(request, "end");
    const body = Buffer.concat(pieces);
    const key = decodeURIComponent(new URL(request.url ?? "", "http://x").pathname);
    const method = request.method as "PUT" | "GET" | "DELETE";
    this.requests.push(`${method} ${key}`);
    const misdeed = this.misdeeds[method].shift();
    if (misdeed === "hangs-up") return void request.socket.destroy();
    if (typeof misdeed === "number") return refuse(response, misdeed, misdeed === 503 ? "SlowDown" : "Refused");
    if (!key.startsWith("/bucket/")) return refuse(response, 404, "NoSuchBucket");
    if (method === "DELETE") {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (method === "PUT") {
      const sum = request.headers["x-amz-checksum-sha256"];
      if (sum !== createHash("sha256").update(body).digest("base64")) return refuse(response, 400, "BadDigest");
      this.objects.set(key, body);
      return void response.writeHead(200, { etag: '"not-a-hash"' }).end();
    }
    const found = this.objects.get(key);
    if (found === undefined) return refuse(response, 404, "NoSuchKey");
    const sent = misdeed === "wrong-bytes" ? Buffer.alloc(found.length, "x") : found;
    response.writeHead(200, { "content-length": sent.length });
    if (misdeed !== "breaks-off") return void response.end(sent);
    response.write(sent.subarray(0, sent.length / 2), () => request.socket.destroy());
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
