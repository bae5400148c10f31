/** Where a command speaks: results to standard output, progress and messages to standard error. */
export interface Console {
  /** Whether results are shown to a person. */
  readonly isTerminal: boolean;
  /** A result, as it is, without an added line end. */
  result(content: string | Uint8Array): void;
  /** A line for the person at the terminal. */
  say(line: string): void;
  /** A line that the next one replaces; nothing where the output is no terminal. */
  status(line: string): void;
}

interface Stream {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Speaks to real streams. Control characters in texts from forms must not reach a terminal, so they are shown as signs. */
export function streamConsole(stdout: Stream, stderr: Stream): Console {
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001B[2K");
    shown = false;
  };
  return {
    isTerminal: stdout.isTTY === true,
    result(content) {
      clear();
      stdout.write(content);
    },
    say(line) {
      clear();
      stderr.write(`${visible(line)}\n`);
    },
    status(line) {
      if (stderr.isTTY !== true) return;
      clear();
      stderr.write(visible(line));
      shown = true;
    },
  };
}

/** Control characters and marks that turn the reading direction, as ␛-like signs or code points; line ends stay. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x20
        ? String.fromCodePoint(0x24_00 + code)
        : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    },
  );
}
