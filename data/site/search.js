// Searches the index of search-index.js while the user types. Works without a server.
"use strict";

const MOST = 30;
const AROUND = 90; // characters of an excerpt before and after the first match
const input = document.getElementById("site-query");
const results = document.getElementById("site-results");
const status = document.getElementById("site-status");
const allPages = document.getElementById("site-all-pages");

const sections = window.searchIndex.sections.map(([page, heading, anchor, text], place) => {
  const [file, title, names] = window.searchIndex.pages[page];
  return {
    address: anchor ? file + "#" + encodeURIComponent(anchor) : file,
    title,
    heading,
    text,
    place,
    isStart: !anchor,
    lastHeading: heading.toLowerCase().split(" › ").pop().split(/[\s,]+/),
    lowerTitle: (title + " " + names.join(" ")).toLowerCase(),
    lowerHeading: heading.toLowerCase(),
    lowerText: text.toLowerCase(),
    commands: names.map((name) => name.replace(/^aliprotect-/, "")),
  };
});

function isWordStart(text, at) {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
}

// Returns the places of a word in a text, those at the start of a word first.
function places(text, word) {
  const starts = [];
  const others = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    (isWordStart(text, at) ? starts : others).push(at);
  }
  return { starts, all: [...starts, ...others] };
}

// Returns how well a section matches a word; 0 if it does not contain it.
function score(section, word) {
  const title = places(section.lowerTitle, word);
  const heading = places(section.lowerHeading, word);
  const text = places(section.lowerText, word);
  let points = 0;
  if (section.isStart && section.commands.includes(word.replace(/^aliprotect-/, ""))) points += 100;
  if (section.lastHeading.includes(word)) points += 60 / section.lastHeading.length;
  if (title.all.length) points += title.starts.length ? (section.isStart ? 12 : 4) : 1;
  if (heading.all.length) points += heading.starts.length ? 15 : 3;
  points += 3 * Math.min(text.starts.length, 3) + Math.min(text.all.length - text.starts.length, 3);
  return points;
}

function find(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [];
  for (const section of sections) {
    const points = words.map((word) => score(section, word));
    if (points.every(Boolean)) {
      found.push({ section, points: points.reduce((a, b) => a + b, 0) });
    }
  }
  found.sort((a, b) => b.points - a.points || a.section.place - b.section.place);
  return { words, found: found.map((each) => each.section) };
}

// Appends a text to an element, with the words marked.
function appendMarked(parent, text, words) {
  const lower = text.toLowerCase();
  let at = 0;
  while (at < text.length) {
    const next = words
      .map((word) => ({ from: lower.indexOf(word, at), length: word.length }))
      .filter((match) => match.from >= 0)
      .sort((a, b) => a.from - b.from || b.length - a.length)[0];
    parent.append(text.slice(at, next ? next.from : undefined));
    if (!next) return;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(next.from, next.from + next.length);
    parent.append(mark);
    at = next.from + next.length;
  }
}

function excerpt(section, words) {
  const firsts = words.map((word) => places(section.lowerText, word).all[0]);
  const at = firsts.find((place) => place >= 0) ?? 0;
  let from = Math.max(0, at - AROUND);
  let to = Math.min(section.text.length, at + AROUND);
  if (from > 0) from = section.text.indexOf(" ", from) + 1;
  if (to < section.text.length) to = Math.max(section.text.lastIndexOf(" ", to), at);
  const end = to < section.text.length ? " …" : "";
  return (from > 0 ? "… " : "") + section.text.slice(from, to) + end;
}

function resultItem(section, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = section.address;
  link.textContent = section.heading ? section.title + " › " + section.heading : section.title;
  const text = document.createElement("p");
  appendMarked(text, excerpt(section, words), words);
  item.append(link, text);
  return item;
}

function show(query) {
  const { words, found } = find(query);
  const searched = words.length > 0;
  results.hidden = !searched;
  allPages.hidden = searched && found.length > 0;
  const best = searched ? found.slice(0, MOST) : [];
  results.replaceChildren(...best.map((each) => resultItem(each, words)));
  const count = found.length === 1 ? "1 section" : found.length + " sections";
  const limit = found.length > MOST ? `; the best ${MOST} are shown` : "";
  if (!searched) status.textContent = "All pages:";
  else if (found.length) status.textContent = `${count} found for “${query.trim()}”${limit}`;
  else status.textContent = `Nothing found for “${query.trim()}”. All pages:`;
}

// Moves the focus with the arrow keys: from the field to the results, and between them.
function moveFocus(event) {
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Escape" && at >= 0) {
    input.focus();
  } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input)) {
    (links[at + 1] ?? document.activeElement).focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] ?? input).focus();
  } else {
    return;
  }
  event.preventDefault();
}

input.value = new URLSearchParams(location.search).get("q") ?? "";
input.addEventListener("input", () => show(input.value));
document.addEventListener("keydown", moveFocus);
// The browser puts back what was typed when the user returns to the page.
window.addEventListener("pageshow", () => show(input.value));
show(input.value);
if (input.value === "") input.focus();
