/** The second door, for tests: builders and generators of forms. */
export { SAMPLE_FORM, sampleForm } from "./sample-form.ts";
