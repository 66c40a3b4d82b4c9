// Bundles what pages load into the folder that is named, ../static/built unless told otherwise.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const built = process.argv[2] ?? path.join(here, "..", "static", "built");
const { resolve } = createRequire(import.meta.url);

// The licences of all that is bundled, each package once.
async function licences(inputs) {
  const folders = [...new Set(inputs.map((input) => input.match(/.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean))];
  const texts = await Promise.all(folders.sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version} (${license})\n\n${file ? await readFile(path.join(folder, file), "utf8") : ""}`;
  }));
  return texts.join("\n\n----\n\n");
}

await mkdir(built, { recursive: true });
const { metafile } = await build({
  entryPoints: { charts: path.join(here, "src", "charts.js"), htmx: path.join(here, "src", "htmx.js") },
  outdir: built,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  absWorkingDir: here,
});
const world = path.relative(here, path.dirname(resolve("world-atlas/package.json")));
await writeFile(path.join(built, "LICENSES.txt"), await licences([...Object.keys(metafile.inputs), world]));
await copyFile(resolve("world-atlas/countries-110m.json"), path.join(built, "world.json"));
