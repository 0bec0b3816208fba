import { html, nothing, type TemplateResult } from 'lit';

type Piece = TemplateResult | string;

/** Shows Markdown as text with structure. What it does not know stays as it is written; nothing in it is ever taken for HTML. */
export function markdown(text: string): TemplateResult[] {
  return blocks(text.replace(/\r\n?/g, '\n').split('\n'));
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function blocks(lines: string[]): TemplateResult[] {
  const shown: TemplateResult[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = blockAt(lines, at);
    if (block) {
      shown.push(block);
    }
    at = next;
  }
  return shown;
}

/** The block that begins at a line, and the line after it. */
function blockAt(lines: string[], at: number): [TemplateResult | null, number] {
  const line = lines[at] ?? '';
  const fence = FENCE.exec(line)?.[1];
  if (fence) {
    const end = lines.findIndex((other, index) => index > at && other.trim().startsWith(fence));
    const last = end < 0 ? lines.length : end;
    return [html`<pre tabindex="0"><code>${lines.slice(at + 1, last).join('\n')}</code></pre>`, last + 1];
  }
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks) {
    return [heading(marks.length, title ?? ''), at + 1];
  }
  if (line.trim() === '' || /^\s*<!--.*-->\s*$/.test(line)) {
    return [null, at + 1];
  }
  if (RULE.test(line)) {
    return [html`<hr />`, at + 1];
  }
  if (QUOTE.test(line)) {
    const end = endOf(lines, at, (other) => QUOTE.test(other));
    return [html`<blockquote>${blocks(lines.slice(at, end).map((other) => QUOTE.exec(other)?.[1] ?? ''))}</blockquote>`, end];
  }
  if (ITEM.test(line)) {
    const end = endOf(lines, at, (other, next) => ITEM.test(other) || /^\s+\S/.test(other) || (other.trim() === '' && /^(\s+\S| *([-*+]|\d+[.)])\s)/.test(next)));
    return [list(lines.slice(at, end)), end];
  }
  if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
    const end = endOf(lines, at, (other) => other.includes('|'));
    return [table(lines.slice(at, end)), end];
  }
  const end = endOf(lines, at, (other) => other.trim() !== '' && ![FENCE, HEADING, RULE, ITEM, QUOTE].some((block) => block.test(other)));
  return [html`<p>${inline(lines.slice(at, end).join('\n'))}</p>`, end];
}

function endOf(lines: string[], from: number, belongs: (line: string, next: string) => boolean): number {
  let end = from + 1;
  while (end < lines.length && belongs(lines[end] ?? '', lines[end + 1] ?? '')) {
    end++;
  }
  return end;
}

/** One level lower than written: the page's own heading stands above. */
function heading(level: number, text: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h2>${inline(text)}</h2>`;
    case 2:
      return html`<h3>${inline(text)}</h3>`;
    default:
      return html`<h4>${inline(text)}</h4>`;
  }
}

function list(lines: string[]): TemplateResult {
  const [, indent = '', first = ''] = ITEM.exec(lines[0] ?? '') ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item && (item[1] ?? '').length <= indent.length + 1) {
      items.push([item[3] ?? '']);
    } else {
      items.at(-1)?.push(line.slice(Math.min(indent.length + 2, line.length - line.trimStart().length)));
    }
  }
  const shown = items.map((item) => html`<li>${inItem(item)}</li>`);
  return /\d/.test(first) ? html`<ol start=${parseInt(first)}>${shown}</ol>` : html`<ul>${shown}</ul>`;
}

function inItem([first = '', ...rest]: string[]): (Piece | TemplateResult[] | typeof nothing)[] {
  const [, box, text] = /^\[([ xX])\]\s+(.*)$/.exec(first) ?? [];
  const begins = box === undefined ? first : (text ?? '');
  const checked = box === undefined ? nothing : html`<span>${box === ' ' ? '☐' : '☑'} </span>`;
  const end = rest.findIndex((line) => line.trim() === '' || ITEM.test(line) || FENCE.test(line));
  const wrapped = end < 0 ? rest : rest.slice(0, end);
  return [checked, ...inline([begins, ...wrapped].join('\n')), blocks(end < 0 ? [] : rest.slice(end))];
}

function table([head = '', , ...rows]: string[]): TemplateResult {
  const cells = (row: string) => row.trim().replace(/^\||\|$/g, '').split('|').map((cell) => inline(cell.trim()));
  return html`<div class="table" tabindex="0">
    <table>
      <thead>
        <tr>${cells(head).map((cell) => html`<th>${cell}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

const INLINE =
  /(`+)(?<code>[^`]|[^`].*?[^`])\1(?!`)|\*\*(?<strong>\S(?:.*?\S)?)\*\*|(?<![\w*])[*_](?<em>\S(?:[^*_]*?\S)?)[*_](?!\w)|\[(?<label>[^\]\n]+)\]\((?<target>[^)\s]+)\)|<(?<bare>https?:\/\/[^>\s]+)>/gs;

function inline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    pieces.push(text.slice(from, match.index), piece(match));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces.filter((part) => part !== '');
}

function piece({ 0: whole, groups = {} }: RegExpMatchArray): Piece {
  const { code, strong, em, label, target, bare } = groups;
  if (code !== undefined) {
    return html`<code>${code.trim()}</code>`;
  }
  if (strong !== undefined) {
    return html`<strong>${inline(strong)}</strong>`;
  }
  if (em !== undefined) {
    return html`<em>${inline(em)}</em>`;
  }
  const address = bare ?? target ?? '';
  // Other kinds of addresses could run something.
  return /^https?:\/\//i.test(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${label ? inline(label) : address}</a>`
    : whole;
}
