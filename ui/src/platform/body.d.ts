/** A body as ProseMirror writes it: the JSON that the desk keeps. */
type BodyJson = { type: "doc"; content?: NodeJson[] };

/** A node or a mark of that JSON. */
type NodeJson = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  text?: string;
  marks?: NodeJson[];
};
