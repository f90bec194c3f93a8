import { existsSync } from "node:fs";

/** The package's own folder, with plans, templates and samples: the nearest above this file, in src/ and in dist/. */
export const PACKAGE_FOLDER = nearestPackage(new URL("./", import.meta.url));

function nearestPackage(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : nearestPackage(new URL("../", folder));
}
