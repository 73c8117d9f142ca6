// Shows the newest chirps, and new ones as they come. What people wrote only ever becomes text.

const NEWEST = "/api/chirps?sort=desc&limit=20";
const EVERY_MILLIS = 3_000;
const GIVE_UP_MILLIS = 10_000;

const list = document.getElementById("chirps");
const notes = ["loading", "empty", "failure"].map(id => document.getElementById(id));
const live = document.getElementById("live");
const news = document.getElementById("news");

const exactTime = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "medium" });
const relativeTime = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60]];

let timer;
let asking = false;

function show(note) {
  notes.forEach(each => { each.hidden = each.id !== note; });
}

function textElement(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function hue(id) {
  return Array.from(id).reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 3_600, 7) / 10;
}

function chirpElement(chirp) {
  const author = chirp.user_id.slice(-6);
  const element = document.createElement("li");
  element.className = "chirp";
  element.dataset.id = chirp.id;
  element.style.setProperty("--hue", hue(chirp.user_id));

  const face = textElement("span", "face", author.slice(0, 2));
  face.setAttribute("aria-hidden", "true");

  const time = document.createElement("time");
  time.dateTime = chirp.created_at;
  time.title = exactTime.format(new Date(chirp.created_at));

  const by = document.createElement("p");
  by.className = "by";
  const name = textElement("span", "author", `@${author}`);
  name.title = `User ${chirp.user_id}`;
  by.append(name, time);

  const body = textElement("p", "body", chirp.body);
  body.dir = "auto";
  element.append(face, by, body);
  return element;
}

function ago(time) {
  const seconds = Math.max(0, Math.round((Date.now() - new Date(time)) / 1_000));
  const unit = UNITS.find(([, length]) => seconds >= length);
  return unit ? relativeTime.format(-Math.floor(seconds / unit[1]), unit[0]) : "just now";
}

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Brings the list to what was read, and touches only what differs. */
function update(chirps) {
  const isFirst = live.hidden;
  const shown = new Map(Array.from(list.children, element => [element.dataset.id, element]));
  const current = new Set(chirps.map(chirp => chirp.id));
  shown.forEach((element, id) => {
    if (!current.has(id)) {
      element.remove();
    }
  });
  let added = 0;
  chirps.forEach((chirp, position) => {
    let element = shown.get(chirp.id);
    if (!element) {
      element = chirpElement(chirp);
      element.classList.toggle("new", !isFirst);
      added++;
    }
    if (list.children[position] !== element) {
      list.insertBefore(element, list.children[position] ?? null);
    }
  });
  list.querySelectorAll("time").forEach(time => setText(time, ago(time.dateTime)));
  if (added > 0 && !isFirst) {
    news.textContent = added === 1 ? "1 new chirp" : `${added} new chirps`;
  }
  show(chirps.length === 0 ? "empty" : undefined);
  live.hidden = false;
}

async function refresh() {
  if (asking) {
    return;
  }
  clearTimeout(timer);
  asking = true;
  try {
    const answer = await fetch(NEWEST, { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP_MILLIS) });
    if (!answer.ok) {
      throw new Error(`${NEWEST} answered ${answer.status}`);
    }
    update(await answer.json());
  } catch {
    live.hidden = true;
    show("failure");
  } finally {
    asking = false;
    if (!document.hidden) {
      timer = setTimeout(refresh, EVERY_MILLIS);
    }
  }
}

document.getElementById("retry").addEventListener("click", refresh);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    clearTimeout(timer);
  } else {
    refresh();
  }
});
document.querySelectorAll(".origin").forEach(origin => { origin.textContent = location.origin; });

show("loading");
refresh();
