// Bundles what pages load into the folder that is named, ../static/built unless told otherwise.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const built = process.argv[2] ?? path.join(here, "..", "static", "built");
const { resolve } = createRequire(import.meta.url);

await mkdir(built, { recursive: true });
await build({
  entryPoints: { charts: path.join(here, "src", "charts.js"), htmx: path.join(here, "src", "htmx.js") },
  outdir: built,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "linked",
});
await copyFile(resolve("world-atlas/countries-110m.json"), path.join(built, "world.json"));
