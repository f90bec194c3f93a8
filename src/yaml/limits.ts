/** A plan is some 50 KB of text; several times that is somebody's other file. */
export const MAX_BYTES = 300_000;
export const MAX_SIZE_SHOWN = "300 KB";
