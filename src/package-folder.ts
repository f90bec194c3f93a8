/** The package's own folder, with plans, templates and samples: src/ and the built dist/ lie one level below it. */
export const PACKAGE_FOLDER = new URL("../", import.meta.url);
