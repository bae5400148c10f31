/** A store in a bucket of anything that speaks S3; the client is an optional package, loaded here alone. */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type * as S3 from "@aws-sdk/client-s3";
import { type Store, storeFailure } from "./store.ts";

const TRIES = 4;

export interface BucketAddress {
  readonly bucket: string;
  /** Without a `/` at its ends; may be empty. */
  readonly prefix: string;
  /** Of a server that is not Amazon's; `undefined` leaves it to `AWS_ENDPOINT_URL`. */
  readonly endpoint: string | undefined;
}

type Sdk = typeof S3;

/** Name and password, region and the rest come from the client's own environment variables and files. @throws Failure `store/…` */
export async function openBucketStore(address: BucketAddress): Promise<Store> {
  const { bucket, prefix } = address;
  const name = `s3://${bucket}${prefix === "" ? "" : `/${prefix}`}`;
  const sdk = await loadSdk(name);
  const client = clientOf(sdk, address.endpoint);
  const place = (key: string) => ({ Bucket: bucket, Key: prefix === "" ? key : `${prefix}/${key}` });
  const tried = <T>(work: () => Promise<T>): Promise<T> => tryAgain(work, name);
  return {
    name,
    put: (key, bytes) =>
      tried(async () => {
        // The server compares: a body that was cut off on its way is refused, not kept.
        const ChecksumSHA256 = createHash("sha256").update(bytes).digest("base64");
        const ContentLength = bytes.byteLength;
        await client.send(new sdk.PutObjectCommand({ ...place(key), Body: bytes, ContentLength, ChecksumSHA256 }));
      }),
    get: (key) =>
      tried(async () => {
        try {
          const { Body } = await client.send(new sdk.GetObjectCommand(place(key)));
          return await Body?.transformToByteArray();
        } catch (error) {
          if (error instanceof sdk.NoSuchKey || (error instanceof sdk.S3ServiceException && isAbsent(error))) {
            return undefined;
          }
          throw error;
        }
      }),
    remove: (key) =>
      tried(async () => {
        await client.send(new sdk.DeleteObjectCommand(place(key)));
      }),
    close: () => client.destroy(),
  };
}

async function loadSdk(name: string): Promise<Sdk> {
  try {
    return await import("@aws-sdk/client-s3");
  } catch (error) {
    const next = "请在安装目录运行 npm install @aws-sdk/client-s3 后重试，或改用共享文件夹（--store 文件夹）";
    throw storeFailure("s3-missing", name, "没有安装 S3 客户端 @aws-sdk/client-s3，它不随本工具安装", next, error);
  }
}

function clientOf(sdk: Sdk, given: string | undefined): S3.S3Client {
  const { env } = process;
  const endpoint = given ?? env["AWS_ENDPOINT_URL_S3"] ?? env["AWS_ENDPOINT_URL"];
  return new sdk.S3Client({
    // A server of one's own has neither regions nor a host name for every bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true, region: env["AWS_REGION"] ?? "us-east-1" }),
    maxAttempts: 4,
    // Other vendors' servers do not know the checksums that are newer than S3 itself; ours are in the names.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000 },
  });
}

function isAbsent(error: {
  readonly name: string;
  readonly $metadata: { readonly httpStatusCode?: number | undefined };
}): boolean {
  return error.$metadata.httpStatusCode === 404 && error.name !== "NoSuchBucket";
}

/** Beyond the client's own tries: an answer that breaks off in the middle, a server that starts anew. */
async function tryAgain<T>(work: () => Promise<T>, name: string): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const status = statusOf(error);
      const isFinal = status !== undefined && status >= 400 && status < 500 && ![408, 429].includes(status);
      if (isFinal || attempt === TRIES || isUnusable(error)) throw bucketFailure(error, status, name);
      await wait(100 * 2 ** attempt);
    }
  }
}

function isUnusable(error: unknown): boolean {
  return error instanceof Error && ["CredentialsProviderError", "TypeError"].includes(error.name);
}

function bucketFailure(error: unknown, status: number | undefined, name: string): Error {
  const said = error instanceof Error ? error.name : "";
  if (said === "CredentialsProviderError" || status === 401 || status === 403) {
    const next = "请在环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY 中给出能读写这个桶的账号";
    return storeFailure("s3-denied", name, `对象存储不让读写（${said}）`, next, error);
  }
  if (status === 404) {
    return storeFailure(
      "s3-no-bucket",
      name,
      `对象存储中没有这个桶（${said}）`,
      "请先建好桶，再核对 --store 的地址",
      error,
    );
  }
  const next =
    "请确认对象存储在运行、地址（?endpoint= 或 AWS_ENDPOINT_URL）正确、磁盘未满，然后重新运行；已做好的不重做";
  return storeFailure(
    "s3-unreachable",
    name,
    `试了 ${TRIES} 次都没有成功（${said}${status === undefined ? "" : ` ${status}`}）`,
    next,
    error,
  );
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  const { $metadata: told } = error;
  if (typeof told !== "object" || told === null || !("httpStatusCode" in told)) return undefined;
  return typeof told.httpStatusCode === "number" ? told.httpStatusCode : undefined;
}
