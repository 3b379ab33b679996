/** A baseline JPEG by its structure, of 3 by 2 pixels unless told; its data of a scan are any bytes. */
export function buildJpeg(
  stated: {
    readonly width?: number;
    readonly height?: number;
    /** What stands in a comment and in an Exif segment. */
    readonly text?: string;
    readonly marker?: number;
  } = {},
): Buffer {
  const { width = 3, height = 2, text = '', marker = 0xc0 } = stated;
  const texts =
    text === ''
      ? []
      : [segment(0xfe, Buffer.from(text)), segment(0xe1, Buffer.from(`Exif\0\0${text}`))];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...texts,
    segment(marker, Buffer.from([8, 0, height, 0, width, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}
