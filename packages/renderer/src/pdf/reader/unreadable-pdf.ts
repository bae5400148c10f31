/** The file is no PDF of ours, or was altered so that its text cannot be told for certain; the message is Chinese. */
export class UnreadablePdf extends Error {
  override readonly name = "UnreadablePdf";
}
