import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { type Twin, twinLabel } from "@zipingbiao/core";
import { type RawObject, type RawPdf, lastNumber, referenceIn } from "./raw-pdf.ts";
import { textString } from "./pin.ts";

/** What a reader shows beside the attachment; the label behind it is for programs. */
const DESCRIPTION = "本文件的数据，供程序读取";

/**
 * The PDF with the twin as an associated file: embedded, in the list of attachments, and named by the catalog as the
 * source of the document. No dates.
 */
export function attachTwin(pdf: RawPdf, twin: Twin): RawPdf {
  const objects = new Map(pdf.objects);
  const last = lastNumber(pdf);
  const [file, data] = [last + 1, last + 2];
  objects.set(file, { dict: fileSpecification(twin, data) });
  objects.set(data, embeddedFile(twin));
  const names = `/EmbeddedFiles <</Names [${textString(twin.fileName)} ${file} 0 R]>>`;
  addTo(objects, pdf.root, `/AF [${file} 0 R]`);
  const catalog = objects.get(pdf.root)?.dict ?? "";
  const own = referenceIn(catalog, "Names");
  if (own !== undefined) addTo(objects, own, names);
  else if (/\/Names\b/.test(catalog)) throw new Error("目录里的 /Names 不是 Chromium 的写法");
  else addTo(objects, pdf.root, `/Names <<${names}>>`);
  return { ...pdf, objects };
}

/** Puts an entry at the end of a dictionary. */
function addTo(objects: Map<number, RawObject>, number: number, entry: string): void {
  const dict = objects.get(number)?.dict.trimEnd() ?? "";
  if (!dict.endsWith(">>") || dict.includes("/EmbeddedFiles")) throw new Error(`对象 ${number} 不能加入附件`);
  objects.set(number, { dict: `${dict.slice(0, -2)}\n${entry}>>` });
}

function fileSpecification(twin: Twin, data: number): string {
  const name = textString(twin.fileName);
  const said = textString(`${DESCRIPTION}（${twinLabel(twin)}）`);
  return (
    `<</Type /Filespec\n/F ${name}\n/UF ${name}\n/Desc ${said}\n/AFRelationship /Source\n` +
    `/EF <</F ${data} 0 R /UF ${data} 0 R>>>>`
  );
}

/** The check sum is the one that the format has a place for; the sha256 stands in the description. */
function embeddedFile({ text }: Twin): RawObject {
  const bytes = Buffer.from(text, "utf8");
  const packed = deflateSync(bytes, { level: 9 });
  const sum = createHash("md5").update(bytes).digest("hex").toUpperCase();
  return {
    dict:
      `<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Params <</Size ${bytes.length} /CheckSum <${sum}>>>\n` +
      `/Filter /FlateDecode\n/Length ${packed.length}>>`,
    stream: packed,
  };
}
