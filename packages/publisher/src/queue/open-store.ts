/** `--store`: a folder, or `s3://bucket/prefix?endpoint=http://host:port`. */
import { openFolderStore } from "./folder-store.ts";
import { openBucketStore } from "./s3-store.ts";
import { type Store, storeFailure } from "./store.ts";

/** @throws Failure `store/…` */
export async function openStore(address: string): Promise<Store> {
  if (!address.startsWith("s3://")) return await openFolderStore(address);
  const url = URL.parse(address);
  const next = "请写成 s3://桶/前缀，服务不在亚马逊的另加 ?endpoint=http://主机:端口";
  if (url === null || url.hostname === "") throw storeFailure("address", "--store", "S3 地址写得不对", next);
  if (url.username !== "" || url.password !== "") {
    throw storeFailure(
      "address",
      `s3://${url.hostname}`,
      "账号不能写在地址里，命令行人人看得到",
      "请放在环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY 中",
    );
  }
  const endpoint = url.searchParams.get("endpoint") ?? undefined;
  const prefix = decodeURIComponent(url.pathname).replaceAll(/^\/+|\/+$/gu, "");
  return await openBucketStore({ bucket: url.hostname, prefix, endpoint });
}
