/** `--metrics`: how a worker is, for this machine alone. */
import { type Server, createServer } from "node:http";
import { Failure } from "../trouble.ts";

export interface Asked {
  /** Prometheus text. */
  metrics(): Promise<string>;
  /** Whether all is well, and a JSON text that says more. */
  health(): { readonly well: boolean; readonly text: string };
}

/** Serves `/metrics` and `/health` on 127.0.0.1. @throws Failure `queue/metrics-port` */
export async function serveMetrics(port: number, asked: Asked): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
    const answer = async (): Promise<readonly [status: number, type: string, text: string]> => {
      if (request.method !== "GET") return [405, "text/plain", "只能读取\n"];
      if (request.url === "/metrics") return [200, "text/plain; version=0.0.4", await asked.metrics()];
      if (request.url !== "/health") return [404, "text/plain", "只有 /metrics 和 /health\n"];
      const { well, text } = asked.health();
      return [well ? 200 : 503, "application/json", text];
    };
    answer().then(
      ([status, type, text]) => response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portTaken(port, error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  // The figures keep no worker alive.
  return server.unref();
}

function portTaken(port: number, error: unknown): Failure {
  return new Failure(
    {
      code: "queue/metrics-port",
      what: `不能在 127.0.0.1:${port} 提供运行指标`,
      why: "端口已被占用，或没有权限",
      next: "请换一个端口（--metrics）",
    },
    error,
  );
}
