import type { Position } from "../../address.js";
import { LIMITS } from "../guard.js";
import type { SheetGatherer } from "../rows.js";
import { limited } from "../sheets-read.js";
import type { Counts } from "./counts.js";
import type { Globals } from "./globals.js";
import { fieldsOf } from "./records.js";

/** The comments of a sheet, as its records turn up. */
export interface Notes {
  /** OBJ: a drawn object, whose text may follow. */
  object(data: Buffer): void;
  /** TXO: how long the text of the object is. */
  box(data: Buffer): void;
  /** CONTINUE: what of the text is in it. */
  continued(data: Buffer): void;
  /** NOTE: on which cell which box is put. */
  note(data: Buffer): void;
  /** Hands the comments on, once all records have been met: a note may come before its box. */
  finish(sheet: Pick<SheetGatherer, "comment">): void;
}

/** Where in a record what is asked for stands; shorter ones hold nothing to read. */
const OBJECT = { number: 6, length: 8 };
const BOX = { characters: 10, length: 12 };
const NOTE = { box: 6, text: 6, length: 8 };

/** In Excel 5 and 95 a note of this row goes on with the text of the one before. */
const GOES_ON = 0xffff;

interface Note {
  at: Position;
  box: number;
  /** The text itself, where it stands in the note. */
  bytes: Buffer[];
}

/**
 * From Excel 97 on the text of a comment stands in a drawn box ([MS-XLS] 2.4.329), to which a note leads (2.4.179);
 * before that in the note itself.
 */
export function gatherNotes({ version, texts }: Globals, counts: Counts): Notes {
  const notes: Note[] = [];
  const countNote = limited(LIMITS.comments, "批注");
  const boxes = new Map<number, string>();
  let object = -1;
  let left = 0;
  return {
    object: (data) => (object = data.length < OBJECT.length ? -1 : data.readUInt16LE(OBJECT.number)),
    box: (data) => (left = data.length < BOX.length ? 0 : data.readUInt16LE(BOX.characters)),
    continued(data) {
      if (left === 0 || data.length === 0) return;
      const isWide = (data.readUInt8(0) & 1) !== 0;
      const here = Math.min(left, Math.floor((data.length - 1) / (isWide ? 2 : 1)));
      counts.characters(here);
      boxes.set(object, (boxes.get(object) ?? "") + fieldsOf(data.subarray(1)).characters(here, isWide));
      left -= here;
    },
    note(data) {
      if (data.length < NOTE.length) return;
      countNote(1);
      const row = data.readUInt16LE(0);
      const text = data.subarray(NOTE.text);
      if (row === GOES_ON) notes.at(-1)?.bytes.push(text);
      else {
        const at = { row: row + 1, column: data.readUInt16LE(2) + 1 };
        notes.push({ at, box: data.readUInt16LE(NOTE.box), bytes: [text] });
      }
    },
    finish(sheet) {
      for (const { at, box, bytes } of notes) {
        sheet.comment(at, version === "BIFF8" ? (boxes.get(box) ?? "") : decoded(bytes, texts));
      }
    },
  };
}

/** A text of the code page, as long as one of its kind can be. */
function decoded(pieces: readonly Buffer[], texts: Globals["texts"]): string {
  const bytes = Buffer.concat(pieces).subarray(0, 0xffff);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(bytes.length);
  return texts.plain(fieldsOf(Buffer.concat([length, bytes])), 2);
}
