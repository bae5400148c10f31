/** The names of the files that hold data, beside a document or inside it. */
export const FORM_JSON = "form.json";
export const FORMS_JSON = "forms.json";

/** Where the open data of a publication lie. */
export const DATA_FOLDER = "data";
/** All its forms. */
export const ALL_FORMS_PATH = `${DATA_FOLDER}/${FORMS_JSON}`;
export const WORKBOOK_PATH = `${DATA_FOLDER}/forms.xlsx`;
export const FINDINGS_PATH = `${DATA_FOLDER}/findings.json`;
/** The forms that are not published. */
export const UNPUBLISHED_PATH = `${DATA_FOLDER}/unpublished.csv`;
/** What the columns of the tables mean, and the JSON Schema of a form. */
export const FIELDS_PATH = `${DATA_FOLDER}/字段说明.csv`;
export const SCHEMA_PATH = `${DATA_FOLDER}/schema.json`;
/** The open data described for catalogues, as DCAT. */
export const CATALOG_PATH = `${DATA_FOLDER}/catalog.jsonld`;
