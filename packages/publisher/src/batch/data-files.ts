/** The names of the files that hold data, beside a document or inside it. */
export const FORM_JSON = "form.json";
export const FORMS_JSON = "forms.json";

/** Of a publication: all its forms. */
export const ALL_FORMS_PATH = `data/${FORMS_JSON}`;
