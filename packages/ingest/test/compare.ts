/** Kept where the tests look for it; publisher's tests compare by the same. */
export { differences, fieldsOf } from "@zipingbiao/core/testing";
