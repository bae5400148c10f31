/** Characters that are told apart by their numbers. */
export const LINE_FEED = 0x0a;
export const SPACE = 0x20;
export const NO_BREAK_SPACE = 0xa0;
/** A line may end there, and nothing shows: what `wbr` stands for. */
export const ZERO_WIDTH_SPACE = 0x200b;
