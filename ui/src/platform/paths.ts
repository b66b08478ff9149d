/** Paths as the systems write them: with slashes, and on Windows with backslashes. */

/** The name of the file at the end of a path. */
export const fileOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** The folder that holds it. */
export const folderOf = (path: string): string => path.replace(/[/\\][^/\\]*$/, "");
