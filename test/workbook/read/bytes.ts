/** A number and the bytes it takes, lowest first. */
export type Field = readonly [value: number, bytes: number];

export function bytes(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([value, length]) => {
      const field = Buffer.alloc(length);
      field.writeUIntLE(value, 0, length);
      return field;
    }),
  );
}
