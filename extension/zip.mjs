// A zip archive from a folder: deflated entries in name order with a fixed date, so that the same input gives the same bytes.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";

const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

function headers(name, data, packed, offset) {
  const fields = Buffer.alloc(26);
  [20, 0x0800, 8, 0, DATE].forEach((value, index) => fields.writeUInt16LE(value, index * 2));
  [crc32(data), packed.length, data.length].forEach((value, index) => fields.writeUInt32LE(value, 10 + index * 4));
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, rest, name]);
  return { local, central };
}

function closing(count, size, offset) {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Writes every file under `folder` into the archive `target`. */
export async function zipFolder(folder, target) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1)).sort();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const path of paths) {
    const data = await readFile(`${folder}/${path}`);
    const packed = deflateRawSync(data, { level: 9 });
    const { local, central } = headers(Buffer.from(path), data, packed, offset);
    parts.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const index = Buffer.concat(directory);
  await writeFile(target, Buffer.concat([...parts, index, closing(paths.length, index.length, offset)]));
}
