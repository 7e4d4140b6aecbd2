/** The little of a DOM node that reading its text takes. */
export interface TextNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<TextNode>;
}

const TEXT = 3;
const ELEMENT = 1;
const LEFT_OUT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "FIGCAPTION", "BUTTON", "FORM", "IFRAME", "SVG"]);
const INLINE =
  /^(?:A|ABBR|B|BDI|BDO|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|MARK|Q|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|WBR)$/;

/** The paragraphs of an element: white space as a browser shows it, `<br>` as a line break, no blank ones. */
export function paragraphsOf(root: TextNode): string[] {
  const paragraphs = [""];
  collect(root, paragraphs);
  return paragraphs.map((paragraph) => paragraph.replace(/ *\n */g, "\n").trim()).filter((it) => it !== "");
}

/** Adds a node's text to the last paragraph; a block begins one, and what follows the block another. */
function collect(node: TextNode, paragraphs: string[]): void {
  const name = node.nodeName.toUpperCase();
  if (node.nodeType === TEXT) append(paragraphs, (node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " "));
  else if (name === "BR") append(paragraphs, "\n");
  else if (node.nodeType === ELEMENT && !LEFT_OUT.has(name)) collectElement(node, !INLINE.test(name), paragraphs);
}

function collectElement(element: TextNode, isBlock: boolean, paragraphs: string[]): void {
  if (isBlock) paragraphs.push("");
  for (const child of element.childNodes) collect(child, paragraphs);
  if (isBlock) paragraphs.push("");
}

function append(paragraphs: string[], text: string): void {
  const last = paragraphs.length - 1;
  const before = paragraphs[last] ?? "";
  paragraphs[last] = before + (/\s$/.test(before) ? text.replace(/^ /, "") : text);
}
