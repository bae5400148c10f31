/** The data that a document carries → the view that the document was printed from. */
import {
  type Edition,
  type Finding,
  type SelfEvaluationForm,
  type Twin,
  findEdition,
  scoreForm,
  summarise,
} from "@zipingbiao/core";
import { type PrintedView, viewCorrection, viewForm, viewReport, viewVolume } from "@zipingbiao/renderer";
import { type ReportFacts, type ReportedFinding, type VolumeFacts, readBundle } from "../batch/forms-bundle.ts";
import { publishedForm, publishedText, sha256 } from "../batch/published-form.ts";
import { groupedBy } from "../report/grouped-by.ts";
import { volumeHead } from "../volume/volume-head.ts";

interface KnownForm {
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
}

/**
 * The view that the data gives: `forms` as the twin holds them. `undefined` where the data does not say all that the
 * document shows, or names an edition that is not known.
 */
export function viewOfTwin({ shows, text }: Twin, forms: readonly SelfEvaluationForm[]): PrintedView | undefined {
  const known = forms.flatMap((form) => {
    const edition = findEdition(form.edition);
    return edition === undefined ? [] : [{ form, edition }];
  });
  const [first] = known;
  if (first === undefined || known.length < forms.length) return undefined;
  const shown = publishedForm(first.form);
  switch (shows) {
    case "form":
      return viewForm(shown, first.edition);
    case "correction":
      return shown.revision && viewCorrection(shown, shown.revision, first.edition);
    case "volume":
      return viewOfVolume(known, readBundle(text)?.volume);
    case "report":
      return viewOfReport(known, readBundle(text)?.report);
  }
}

function viewOfVolume(forms: readonly KnownForm[], facts: VolumeFacts | undefined): PrintedView | undefined {
  if (facts === undefined) return undefined;
  let from = 0;
  const groups = facts.groups.map(({ title, forms: count }) => {
    from += count;
    return {
      title,
      forms: forms.slice(from - count, from).map(({ form, edition }) => ({ form: publishedForm(form), edition })),
    };
  });
  if (from !== forms.length) return undefined;
  const head = { ...volumeHead(forms.map(({ form }) => form)), part: facts.part };
  return viewVolume(head, groups, facts.unpublished);
}

function viewOfReport(forms: readonly KnownForm[], facts: ReportFacts | undefined): PrintedView | undefined {
  if (facts === undefined || facts.findings.length !== forms.length) return undefined;
  const entries = forms.map(({ form, edition }, at) => ({
    key: sha256(publishedText(form)),
    form,
    edition,
    sheet: scoreForm(form, edition),
    findings: (facts.findings[at] ?? []).map(readFinding),
  }));
  const summary = summarise(entries, facts.aboutAll.map(readFinding));
  return viewReport(groupedBy(summary, facts.by), {
    ...(facts.owner === undefined ? {} : { owner: facts.owner }),
    ...(facts.date === undefined ? {} : { date: facts.date }),
  });
}

function readFinding(finding: ReportedFinding): Finding {
  return { ...finding, facts: {}, basis: [] };
}
