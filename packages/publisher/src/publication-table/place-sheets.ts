/** The sheets 放行, 遮盖 and 更正: every place of a published form that somebody answers for, as the form's own page tells it. */
import { type RevisionChange, type SelfEvaluationForm, labelIn } from "@zipingbiao/core";
import type { StreamedSheet } from "@zipingbiao/renderer";
import type { PersonalDataPlace } from "../gate/mask-form.ts";
import type { WaivedObjection } from "../gate/pass-gate.ts";
import { PERSONAL_DATA_LABELS } from "../gate/personal-data.ts";
import type { DataForm } from "../open-data/data-form.ts";
import { type Field, tableSheet } from "../open-data/data-table.ts";
import { countField, nameFields, textField } from "./table-fields.ts";

interface Placed<Place> {
  readonly of: DataForm;
  readonly place: Place;
}

function fieldsOf<Place>(own: readonly Field<Placed<Place>>[]): readonly Field<Placed<Place>>[] {
  return [...nameFields<Placed<Place>>(({ of: { planned } }) => ({ number: planned.number, ...planned.form })), ...own];
}

const WAIVED = fieldsOf<WaivedObjection>([
  textField("位置", 30, ({ place }) => place.objection.label),
  textField("问题", 40, ({ place }) => place.objection.message),
  textField("规则", 28, ({ place }) => place.objection.rule),
  textField("理由", 40, ({ place }) => place.waiver.reason),
  textField("签批", 18, ({ place }) => place.waiver.signedBy),
  textField("日期", 12, ({ place }) => place.waiver.date),
]);

export function waivedSheet(forms: readonly DataForm[]): StreamedSheet {
  return tableSheet(
    { name: "放行", fields: WAIVED },
    placed(forms, ({ waived }) => waived),
    0,
  );
}

const MASKED = fieldsOf<PersonalDataPlace>([
  textField("位置", 40, ({ place }) => place.label),
  textField("遮盖的内容", 20, ({ place }) => PERSONAL_DATA_LABELS[place.kind]),
]);

export function maskedSheet(forms: readonly DataForm[]): StreamedSheet {
  return tableSheet(
    { name: "遮盖", fields: MASKED },
    placed(forms, ({ planned }) => planned.masked ?? []),
    0,
  );
}

type Change = RevisionChange & { readonly label: string };

const CAUSES: Readonly<Record<RevisionChange["cause"], string>> = { asked: "要求更正", derived: "随之重算" };

const CORRECTED = fieldsOf<Change | undefined>([
  countField("第几次", ({ of }) => of.planned.form.revision?.number ?? 0),
  textField("日期", 12, ({ of }) => of.planned.form.revision?.date ?? ""),
  textField("更正原因", 36, ({ of }) => of.planned.form.revision?.reason ?? ""),
  textField("位置", 34, ({ place }) => place?.label ?? ""),
  textField("更正前", 26, ({ place }) => place?.before ?? ""),
  textField("更正后", 26, ({ place }) => place?.after ?? ""),
  textField("由来", 11, ({ place }) => (place === undefined ? "" : CAUSES[place.cause])),
]);

/** One row a change; a correction that changes nothing that is printed has a row all the same. */
export function correctedSheet(forms: readonly DataForm[]): StreamedSheet {
  return tableSheet({ name: "更正", fields: CORRECTED }, placed(forms, changesOf), 0);
}

function changesOf(each: DataForm): readonly (Change | undefined)[] {
  const { revision } = each.planned.form;
  if (revision === undefined) return [];
  // Labels name the row by its own words, which the head of a form does not have.
  const form: SelfEvaluationForm = each.open();
  const changes = revision.changes.map((change) => ({ ...change, label: labelIn(form, change.at) }));
  return changes.length === 0 ? [undefined] : changes;
}

function* placed<Place>(
  forms: readonly DataForm[],
  placesOf: (form: DataForm) => readonly Place[],
): Generator<Placed<Place>, void, void> {
  for (const of of forms) for (const place of placesOf(of)) yield { of, place };
}
