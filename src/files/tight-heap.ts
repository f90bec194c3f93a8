import { setFlagsFromString } from "node:v8";

/** Bytes of a file, or of a part as it is unpacked, from which on what is read of it fills the heap; a district's workbooks have a tenth of it. */
const LARGE = 4 * 1024 * 1024;

/** Versions of Node that know the flag; another would complain on stderr. */
const KNOWN: readonly string[] = ["20", "22", "24"];

/** Keeps memory low from now on if a file, or an unpacked part of one, has so many bytes. */
export function tightenHeap(bytes: number): void {
  if (bytes > LARGE) keepHeapSmall();
}

/**
 * Keeps memory low from now on. V8 lets the heap grow to four times what is alive before it tidies up. A third more costs
 * a small run a twentieth of its computing time and a long one nothing that can be measured: a ledger of a hundred
 * thousand figures takes half of the memory, and many reports in a row do not pile up.
 */
export function keepHeapSmall(): void {
  if (KNOWN.includes(process.versions.node.split(".")[0] ?? ""))
    setFlagsFromString("--heap-growing-percent=30");
}
