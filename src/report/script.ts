/**
 * The script of a report, as text: its hash is in the policy of the page. It keeps decisions in the browser's storage
 * where there is one, moves from place to place, and exports. Nothing it writes into the page is taken as HTML.
 */
export const REVIEW_SCRIPT = `'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const byId = new Map(data.doubts.map((doubt) => [String(doubt[0]), doubt]));
const rows = [...document.querySelectorAll('#doubts tbody tr')];
const boxes = [...document.querySelectorAll('input[data-group]')];
const state = document.getElementById('state');
const filter = document.getElementById('filter');
const KEY = 'vanban:' + data.sha256 + ':' + data.file;
let decisions = {};
let rejected = [];
let now = -1;

const load = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || '{}');
    decisions = kept.decisions || {};
    rejected = kept.rejected || [];
  } catch {}
};
const save = () => {
  try { localStorage.setItem(KEY, JSON.stringify({ decisions, rejected })); } catch {}
};
const isShown = (row) => {
  const want = filter.value;
  return want === '' || (want === 'open' ? decisions[row.dataset.id] === undefined : row.dataset.kind === want);
};
const paint = () => {
  let decided = 0;
  for (const row of rows) {
    const text = decisions[row.dataset.id];
    const doubt = byId.get(row.dataset.id);
    row.classList.toggle('decided', text !== undefined);
    if (text !== undefined) decided++;
    const at = text === undefined ? -1 : doubt[4].indexOf(text);
    for (const radio of row.querySelectorAll('input[type=radio]')) {
      radio.checked = text !== undefined && radio.value === (at < 0 ? 'x' : String(at));
    }
    const free = row.querySelector('input[type=text]');
    if (text !== undefined && at < 0 && document.activeElement !== free) free.value = text;
  }
  for (const box of boxes) box.checked = rejected.includes(Number(box.dataset.group));
  state.textContent = 'Đã quyết định ' + decided + '/' + rows.length;
};
const decide = (row, text) => {
  if (text === undefined) delete decisions[row.dataset.id];
  else decisions[row.dataset.id] = text;
  save();
  paint();
};
const refilter = () => { for (const row of rows) row.hidden = !isShown(row); };
const go = (step) => {
  for (let at = now + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at].hidden) continue;
    select(at);
    return;
  }
};
const select = (at) => {
  if (rows[now]) rows[now].classList.remove('now');
  now = at;
  const row = rows[at];
  row.classList.add('now');
  const checked = row.querySelector('input:checked') || row.querySelector('input');
  checked.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center' });
};
const choose = (row, index) => {
  const choices = byId.get(row.dataset.id)[4];
  if (index < choices.length) decide(row, choices[index]);
};

document.addEventListener('change', (event) => {
  const input = event.target;
  if (input.dataset.group !== undefined) {
    const group = Number(input.dataset.group);
    rejected = rejected.filter((other) => other !== group);
    if (input.checked) rejected.push(group);
    save();
    return;
  }
  const row = input.closest('#doubts tr');
  if (!row) return;
  const free = row.querySelector('input[type=text]');
  if (input.type === 'text') decide(row, input.value === '' ? undefined : input.value);
  else if (input.value !== 'x') choose(row, Number(input.value));
  else free.focus();
});
document.addEventListener('focusin', (event) => {
  const row = event.target.closest && event.target.closest('#doubts tbody tr');
  if (row && rows.indexOf(row) !== now) {
    if (rows[now]) rows[now].classList.remove('now');
    now = rows.indexOf(row);
    row.classList.add('now');
  }
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target.tagName === 'SELECT' || (target.tagName === 'INPUT' && target.type === 'text')) {
    if (event.key === 'Escape') target.blur();
    return;
  }
  const row = rows[now];
  const key = event.key.toLowerCase();
  if (key === 'j' || key === 'n') go(1);
  else if (key === 'k' || key === 'p') go(-1);
  else if (!row) return;
  else if (key === 'a') { choose(row, 0); go(1); }
  else if (key === 'r') { choose(row, byId.get(row.dataset.id)[4].length > 1 ? 1 : 0); go(1); }
  else if (key >= '1' && key <= '9' && key.length === 1) choose(row, Number(key) - 1);
  else if (key === 'e') row.querySelector('input[type=text]').focus();
  else return;
  event.preventDefault();
});
filter.addEventListener('change', () => { now = -1; refilter(); });
document.getElementById('next').addEventListener('click', () => go(1));
document.getElementById('previous').addEventListener('click', () => go(-1));

const exported = () => {
  const list = [];
  for (const group of rejected) {
    for (const [page, start, end] of data.groups[group] || []) {
      const original = data.pages[page].original.slice(start, end);
      list.push({ page, span: [start, end], text: original, review: null });
    }
  }
  for (const [id, page, start, end, , review] of data.doubts) {
    if (decisions[id] !== undefined) list.push({ page, span: [start, end], text: decisions[id], review });
  }
  list.sort((a, b) => a.page - b.page || a.span[0] - b.span[0]);
  return {
    vanban: 'decisions', version: 1, file: data.file, sha256: data.sha256,
    pages: data.pages.map(({ number, original, edits }) => ({ number, original, edits })),
    decisions: list,
  };
};
document.getElementById('export').addEventListener('click', () => {
  const blob = new Blob([JSON.stringify(exported(), null, 1) + '\\n'], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = data.file.split(/[\\\\/]/).pop() + '.decisions.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});

document.documentElement.classList.add('scripted');
load();
paint();
})();
`
